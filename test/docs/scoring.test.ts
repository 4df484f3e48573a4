import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../cli/support/folder.ts'
import { ran } from '../cli/support/memory-io.ts'
import { aMust, aQuestion, aQuestionnaire, aResponse, scored } from '../scoring/support/builders.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'scoring.md'), 'utf8')

/** The files that the page shows, by name. */
function shownFiles(): Readonly<Record<string, string>> {
  const blocks = page.matchAll(/```yaml file=(\S+)\n([\s\S]*?)```/g)
  return Object.fromEntries([...blocks].map(([, name, text]) => [name, text ?? '']))
}

/** The cells of the table under a header cell. */
function rowsOf(header: string): readonly (readonly string[])[] {
  const table =
    page
      .slice(page.indexOf(`\n| ${header} |`))
      .trimStart()
      .split('\n\n')[0] ?? ''
  const rows = table.split('\n').slice(2)
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

/** Rows of the table under a header cell, as their first cell and the last number in each other one. */
function tableOf(header: string): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    rowsOf(header).map(([name = '', ...cells]) => [
      name,
      cells.map((cell) => Number(cell.split('=').at(-1))),
    ]),
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
    const without = Object.values(tableOf('without')).flat()
    const { low, high, ...others } = result.verdict.withoutOne
    expect([low, high].map(fourDecimals)).toEqual([Math.min(...without), Math.max(...without)])
    expect(others).toEqual({ of: without.length, levels: [{ level: 'emerging', count: 2 }] })
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

/** What one partner's people answer to one question, as the page writes it. */
function peopleAnswering(cell: string) {
  return cell
    .split(', ')
    .map((value) => aResponse('p1', { 'trust.a': Number(value), 'trust.b': 5 }))
}

describe('the small examples of docs/scoring.md', () => {
  it.each(rowsOf('essential question'))(
    'count who is below the minimum: %s',
    (answers = '', below = '', of = '', limits = '') => {
      const { verdict } = scored(
        aQuestionnaire([
          aQuestion('trust.a', { must: aMust(2) }),
          aQuestion('trust.b', { weight: 100 }),
        ]),
        peopleAnswering(answers),
      )
      const values = answers.split(', ').map(Number)
      expect([values.filter((value) => value < 2).length, values.length].map(String)).toEqual([
        below,
        of,
      ])
      expect(verdict.level).toBe(limits === 'yes' ? 'emerging' : 'ready')
      expect(verdict.reasons).toEqual(
        limits === 'no'
          ? []
          : [expect.objectContaining({ code: 'must', below: Number(below), of: Number(of) })],
      )
    },
  )

  it.each(rowsOf('answers'))('say what divides people: %s', (answers = '', k, apart, divided) => {
    const result = scored(
      aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')]),
      peopleAnswering(answers),
    )
    const { divided: found }: { divided: { question: string }[] } = JSON.parse(
      JSON.stringify(result),
    )
    const ordered = answers.split(', ').map(Number)
    const third = Math.ceil(ordered.length / 3)
    expect([third, (ordered.at(-third) ?? 0) - (ordered[third - 1] ?? 0)].map(String)).toEqual([
      k,
      apart,
    ])
    expect(found.map(({ question }) => question)).toEqual(divided === 'yes' ? ['trust.a'] : [])
  })
})
