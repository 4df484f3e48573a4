import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../cli/support/folder.ts'
import { ran } from '../cli/support/memory-io.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'scoring.md'), 'utf8')

/** The files that the page shows, by name. */
function shownFiles(): Readonly<Record<string, string>> {
  const blocks = page.matchAll(/```yaml file=(\S+)\n([\s\S]*?)```/g)
  return Object.fromEntries([...blocks].map(([, name, text]) => [name, text ?? '']))
}

/** Rows of the table under a header cell, as their first cell and the last number in each other one. */
function tableOf(header: string): Readonly<Record<string, readonly number[]>> {
  const table =
    page
      .slice(page.indexOf(`\n| ${header} |`))
      .trimStart()
      .split('\n\n')[0] ?? ''
  const rows = table.split('\n').slice(2)
  return Object.fromEntries(
    rows.map((row) => {
      const [name = '', ...cells] = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      return [name, cells.map((cell) => Number(cell.split('=').at(-1)))]
    }),
  )
}

function fourDecimals(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e4) / 1e4
}

interface Scored {
  readonly id: string
  readonly score: number | { readonly value: number }
}

describe('the worked example of docs/scoring.md', () => {
  it('has the figures that the program computes', async () => {
    const files = shownFiles()
    const folder = aFolder(files)
    const responses = Object.keys(files).filter((name) => name !== 'questionnaire.yaml')
    const { code, out } = await ran([
      'report',
      ...responses.map((name) => join(folder, name)),
      '--questionnaire',
      join(folder, 'questionnaire.yaml'),
      '--format',
      'json',
    ])
    const result = JSON.parse(out)
    const value = (scored: Scored) =>
      fourDecimals(typeof scored.score === 'number' ? scored.score : scored.score.value)
    const questions = result.questions.map((question: Scored & { partners: readonly Scored[] }) => [
      question.id,
      [...question.partners.map(value), value(question)],
    ])
    const dimensions = result.dimensions.map((dimension: Scored) => [
      dimension.id,
      [
        ...result.partners.map(({ dimensions: own }: { dimensions: readonly Scored[] }) =>
          own.filter(({ id }) => id === dimension.id).map(value),
        ),
        value(dimension),
      ].flat(),
    ])
    expect(code).toBe(0)
    expect(Object.fromEntries(questions)).toEqual(tableOf('question'))
    expect(Object.fromEntries(dimensions)).toEqual(tableOf('dimension'))
    expect({
      score: [fourDecimals(result.score.value)],
      low: [fourDecimals(result.score.low)],
      high: [fourDecimals(result.score.high)],
      coverage: [fourDecimals(result.score.coverage)],
    }).toEqual(tableOf('whole'))
    expect(result.verdict).toMatchObject({
      level: 'emerging',
      levelLow: 'emerging',
      levelHigh: 'emerging',
    })
    expect(result.path).toEqual({
      to: 'ready',
      effort: 12,
      steps: [
        { question: 'trust.news', steps: 3, effort: 9 },
        { question: 'contingencies.exit', steps: 1, effort: 3 },
      ],
    })
  })
})
