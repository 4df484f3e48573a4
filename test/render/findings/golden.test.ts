import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FindingsFormat } from '../../../src/cli/check-formats.ts'
import { aWholeRun } from './run.ts'
import { formats } from './valid.ts'

const files = {
  text: 'whole-run.txt',
  json: 'whole-run.json',
  sarif: 'whole-run.sarif',
  junit: 'whole-run.xml',
  github: 'whole-run.commands',
  gitlab: 'whole-run.gitlab.json',
  markdown: 'whole-run.md',
} satisfies Record<FindingsFormat, string>

describe('a whole run', () => {
  it.each(Object.entries(files))('reads as it was read last: %s', async (format, file) => {
    const render = formats[format as FindingsFormat]
    await expect(render(aWholeRun())).toMatchFileSnapshot(join('expected', file))
  })
})
