import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exists } from '../../src/files/search.ts'
import { ran } from './support/memory-io.ts'

const root = join(import.meta.dirname, '..', '..', 'questionnaires')
const files = readdirSync(root)
  .map((name) => join(root, name, 'questionnaire.yaml'))
  .filter(exists)

describe('The questionnaires that come with the program', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(2)
  })

  it.each(files)('pass check without a finding: %s', async (file) => {
    const { code, out } = await ran(['check', file, '--today', '2026-11-23'])
    expect(out).toBe('1 file checked on 2026-11-23: nothing found\nVerdict: pass\n')
    expect(code).toBe(0)
  })
})
