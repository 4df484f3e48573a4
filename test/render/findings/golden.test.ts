import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FindingsFormat } from '../../../src/cli/check-formats.ts'
import { aDocumentRun, aWholeRun } from './run.ts'
import { formats } from './valid.ts'

const endings = {
  text: 'txt',
  json: 'json',
  sarif: 'sarif',
  junit: 'xml',
  github: 'commands',
  gitlab: 'gitlab.json',
  markdown: 'md',
} satisfies Record<FindingsFormat, string>

const runs = {
  'whole-run': aWholeRun(),
  'document-run': aDocumentRun('line'),
  'word-run': aDocumentRun('paragraph'),
}

describe.each(Object.entries(runs))('a %s', (name, run) => {
  it.each(Object.entries(endings))('reads as it was read last: %s', async (format, ending) => {
    const render = formats[format as FindingsFormat]
    await expect(render(run)).toMatchFileSnapshot(join('expected', `${name}.${ending}`))
  })
})
