import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { ran } from './cli/support/memory-io.ts'
import { readParagraphs, readParts } from './render/word-text.ts'

/** Whole reports as a client gets them. When they change, read them; `npx vitest -u test/golden.test.ts` writes them anew. */
const root = fileURLToPath(new URL('golden', import.meta.url))
const before = 'trend-before'
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== before)
  .map(({ name }) => name)

const scratch = mkdtempSync(join(tmpdir(), 'accordant-golden-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** What a reader of a Word file reads: a line for each paragraph, with its style where it has one. */
function readWord(file: string): string {
  const document = readParts(readFileSync(file)).get('word/document.xml') ?? ''
  return readParagraphs(document)
    .filter(({ text }) => text !== '')
    .map(({ style, text }) => `${style === '' ? '' : `[${style}] `}${text}\n`)
    .join('')
}

describe('a whole report', () => {
  const formats = [
    ['markdown', 'report.md'],
    ['html', 'report.html'],
    ['json', 'report.json'],
    ['docx', 'report.docx.txt'],
  ] as const
  const all = cases.flatMap((name) => formats.map(([format, file]) => ({ name, format, file })))

  it.each(all)('is as it was read last: $name/$file', async ({ name, format, file }) => {
    const folder = relative(process.cwd(), join(root, name))
    const previous =
      name === 'trend' ? ['--previous', relative(process.cwd(), join(root, before))] : []
    const inWord = join(scratch, `${name}.docx`)
    const output = format === 'docx' ? ['-o', inWord] : ['--format', format]
    const options = ['--today', '2026-11-23', ...output]
    const paths =
      name === 'table'
        ? [join(folder, 'survey.csv'), '--map', join(folder, 'survey.map.yaml')]
        : [folder]
    const { out } = await ran(['report', ...paths, ...previous, ...options])
    const text = format === 'docx' ? readWord(inWord) : out
    await expect(text).toMatchFileSnapshot(join(root, name, file))
  })
})
