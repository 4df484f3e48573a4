import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { afterAll, describe, expect, it } from 'vitest'
import type { ShownResult } from '../../src/model/result.ts'
import { readParagraphs, readParts } from '../render/word-text.ts'
import { ran } from './support/memory-io.ts'

const scratch = mkdtempSync(join(tmpdir(), 'accordant-facts-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** What every format says: the score, how many people, each dimension with the score of all and of each partner, and the first gap. */
interface Facts {
  readonly score: number
  readonly people: number
  readonly dimensions: readonly (readonly number[])[]
  readonly gap: readonly number[]
}

const dimensions = 6

/** From the texts of a document in their order, its table of dimensions with the figures of a row side by side. */
function readFacts(texts: readonly string[], rows: readonly (readonly number[])[]): Facts {
  const all = texts.join('\n')
  const find = (pattern: RegExp) => (pattern.exec(all) ?? []).slice(1).map(Number)
  const [score = Number.NaN] = find(/· (\d+) of 100/)
  const [people = Number.NaN] = find(/based on (\d+) responses/)
  const gap = find(/that weighs most: “[^”]*” \(.*? (\d+) and .*? (\d+)\)/)
  return { score, people, dimensions: rows.slice(0, dimensions), gap }
}

const numbersIn = (cells: readonly string[]) =>
  cells.flatMap((cell) => (/^\d+$/.test(cell.trim()) ? [Number(cell)] : []))

function readMarkdown(text: string): Facts {
  const lines = text.split('\n')
  const rows = lines.filter((line) => line.startsWith('|')).slice(2)
  return readFacts(
    lines,
    rows.map((row) => numbersIn(row.split('|'))),
  )
}

function textOf(node: ElementContent | Root['children'][number]): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}

function findAll(node: Root | Element, name: string): readonly Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element'
      ? [...(child.tagName === name ? [child] : []), ...findAll(child, name)]
      : [],
  )
}

function readHtml(text: string): Facts {
  const tree = fromHtml(text)
  const [table] = findAll(tree, 'table')
  const rows = table === undefined ? [] : findAll(table, 'tr').slice(1)
  const texts = ['p', 'li'].flatMap((name) => findAll(tree, name).map(textOf))
  return readFacts(
    texts,
    rows.map((row) => numbersIn(findAll(row, 'td').map(textOf))),
  )
}

/** The cells of a row follow each other: a title, the score of all, and those of two partners. */
const cellsOfRow = 4

function readWord(bytes: Uint8Array): Facts {
  const document = readParts(bytes).get('word/document.xml') ?? ''
  const texts = readParagraphs(document).flatMap(({ text }) => (text === '' ? [] : [text]))
  const first = texts.indexOf('Dimension') + cellsOfRow
  const rows = Array.from({ length: dimensions }, (_, row) => {
    const start = first + row * cellsOfRow
    return numbersIn(texts.slice(start, start + cellsOfRow))
  })
  return readFacts(texts, rows)
}

const round = (value: number | null) => Math.floor((value ?? Number.NaN) + 0.5 + 1e-9)

function readJson(text: string): Facts {
  const result = JSON.parse(text) as ShownResult
  const share = ({ id }: { readonly id: string }) =>
    result.dimensions.find((own) => own.id === id.split('.')[0])?.weight ?? 0
  const gaps = result.questions.filter(({ gap }) => (gap.value ?? 0) >= 10)
  const [widest] = gaps.toSorted(
    (a, b) => (b.gap.value ?? 0) * share(b) - (a.gap.value ?? 0) * share(a),
  )
  const scoreOf = (partner: string | null) =>
    round(widest?.partners.find(({ id }) => id === partner)?.score ?? null)
  return {
    score: round(result.score.value),
    people: result.partners.reduce((sum, { respondents }) => sum + respondents, 0),
    dimensions: result.dimensions.map(({ id, score }) => [
      round(score.value),
      ...result.partners.map((partner) =>
        round(partner.dimensions.find((own) => own.id === id)?.score.value ?? null),
      ),
    ]),
    gap: [scoreOf(widest?.gap.high ?? null), scoreOf(widest?.gap.low ?? null)],
  }
}

describe('the figures of a report', () => {
  const golden = fileURLToPath(new URL('../golden/', import.meta.url))

  it.each(['far-apart', 'with-plan'])('are the same in every format: %s', async (name) => {
    const folder = relative(process.cwd(), join(golden, name))
    const at = (file: string) => join(scratch, `${name}-${file}`)
    const files = ['a.md', 'a.html', 'a.docx', 'a.json'].flatMap((file) => ['-o', at(file)])
    await ran(['report', folder, '--today', '2026-11-23', ...files])
    const data = readJson(readFileSync(at('a.json'), 'utf8'))
    expect(data.dimensions).toHaveLength(dimensions)
    expect(readMarkdown(readFileSync(at('a.md'), 'utf8'))).toEqual(data)
    expect(readHtml(readFileSync(at('a.html'), 'utf8'))).toEqual(data)
    expect(readWord(readFileSync(at('a.docx')))).toEqual(data)
  })
})
