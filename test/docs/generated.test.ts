import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages } from '../../scripts/docs/pages.ts'

const root = join(import.meta.dirname, '..', '..')
const made = await pages(root)

describe('The pages that `npm run docs` writes', () => {
  it.each([...made])('docs/%s is up to date', (name, text) => {
    expect(readFileSync(join(root, 'docs', name), 'utf8')).toBe(text)
  })

  it('include every page in docs/checks', () => {
    const there = readdirSync(join(root, 'docs', 'checks')).map((name) => `checks/${name}`)
    expect(there.filter((name) => !made.has(name))).toEqual([])
  })
})
