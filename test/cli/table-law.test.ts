import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - id: news
        ask: How soon do we hear bad news?
        type: rating
        anchors: {1: Never, 2: When we ask, 3: Within weeks, 4: Within days, 5: Within a day}
        must: 2
      - {id: minutes, ask: Do we keep minutes?, type: yes-no, reverse: true}
      - {id: calls, ask: How many calls in a month?, type: number, from: 0, to: 7}
      - {id: why, ask: Why?, type: text, when: 'answers["trust.news"] < 3'}
  - id: share
    title: Sharing
    weight: 2.5
    questions:
      - id: what
        ask: What is shared?
        type: choices
        choices: [{id: costs, title: Costs, score: 0.3}, {id: forecasts, title: Forecasts, score: 0.6}]
        when: profile.stage != "exploring"
      - id: how
        ask: How is it shared?
        type: choice
        choices: [{id: never, title: Never, score: 0}, {id: all, title: "All, always", score: 1}]
        when: {question: trust.calls, least: 2}
      - {id: pains, ask: What hurts?, type: list}
`).replace(
  'levels:',
  `profile:
  - {id: stage, ask: Where do we stand?, type: choice, choices: [{id: exploring, title: Exploring}, {id: agreed, title: Agreed}]}
  - {id: since, ask: Since when?, type: text}
levels:`,
)

const map = `accordant: map/1
questionnaire: small.yaml
partnership: northwind-contoso
columns:
  partner: {column: Partner, values: {Fabrikam Ltd: fabrikam}}
  respondent: Who
  profile: {stage: Stage, since: Since}
  answers:
    trust.news: News
    trust.minutes: Minutes
    trust.calls: Calls
    trust.why: Why
    share.what: {columns: {costs: Costs, forecasts: Forecasts}}
    share.how: How
    share.pains: Pains
ignore: [Colour]
`
const head = [
  'Partner',
  'Who',
  'Stage',
  'Since',
  'Colour',
  'News',
  'Minutes',
  'Calls',
  'Why',
  'Costs',
  'Forecasts',
  'How',
  'Pains',
]

/** A partnership's folder with one table in it. */
function withTable(table: string | Uint8Array, plan?: string) {
  const folder = aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: small.yaml\n',
    'small.yaml': questionnaire,
    'survey.csv': table,
    'survey.map.yaml': map,
    ...(plan === undefined ? {} : { 'plan.yaml': plan }),
  })
  const file = join(folder, 'survey.csv')
  return {
    imported: () => ran(['import', file, '--map', join(folder, 'survey.map.yaml'), '-o', folder]),
    fromResponses: (...more: readonly string[]) => ran(['report', folder, ...more]),
    asItIs: (...more: readonly string[]) =>
      ran(['report', file, '--map', join(folder, 'survey.map.yaml'), ...more]),
  }
}

/** One way says in its warnings that rows were left out. */
function withoutWarnings(out: string) {
  const { warnings, ...result } = JSON.parse(out)
  return result
}

/** What the lines on standard error say of rows. */
function toldOfRows(err: string): readonly string[] {
  return err
    .split('\n')
    .filter((line) => /\.csv:\d+ (refused|left out|answer not read): /.test(line))
}

/** How many rows were taken, and in words how many were not. */
function countsOf(err: string): readonly [taken: number, others: string] {
  const [, taken, others] = /^(\d+) (?:rows? counted|imported), (.*)$/m.exec(err) ?? []
  if (taken === undefined || others === undefined) throw new Error(`There are no counts in ${err}`)
  return [Number(taken), others]
}

/** The same rows further down. */
function movedDown(told: string, lines: number): string {
  return told.replaceAll(
    /(\.csv:|on line )(\d+)/g,
    (_, before, line) => before + (Number(line) + lines),
  )
}

const none = fc.constantFrom('', ' ', 'N/A', 'n/a', "don't know")
const some = (...cells: readonly string[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...cells) }, { weight: 2, arbitrary: none })
const wrong = fc.constantFrom('9', 'perhaps', '=1+1', 'é')
const cells = fc.tuple(
  fc.constantFrom('northwind', 'contoso', 'Fabrikam Ltd', ' northwind '),
  fc.constantFrom('', '-', ' ').chain((by) => fc.nat(40).map((number) => `R${by}${number}`)),
  some('exploring', 'Agreed', 'agreed'),
  some('2020', 'last year', 'yes'),
  fc.constantFrom('red', '', 'N/A'),
  fc.oneof(
    { weight: 30, arbitrary: some('1', '2', '3', '4', '5', 'Within a day', '4 - Within days') },
    { weight: 1, arbitrary: wrong },
  ),
  fc.oneof({ weight: 30, arbitrary: some('yes', 'no', '1', 'N') }, { weight: 1, arbitrary: wrong }),
  fc.oneof(
    { weight: 3, arbitrary: some('0', '1', '2', '7', '12') },
    {
      weight: 1,
      arbitrary: fc.double({ min: -2, max: 9, noNaN: true }).map((value) => value.toFixed(3)),
    },
  ),
  some('Because', 'we, "they" say\nso', 'yes', '4'),
  some('1', '0', 'yes', 'Costs'),
  some('1', '0', 'Checked', 'Forecasts'),
  some('never', 'All, always'),
  some('a; b', 'no', '12'),
)
/** A row that has too little, too much, nothing, or a quote that does not match. */
const cut = fc.constantFrom(
  'northwind',
  ','.repeat(12),
  '',
  `${','.repeat(12)},more`,
  '"never closed',
  'a"b,',
)
const unanswered = fc.nat(40).map((number) => `contoso,R${number},agreed,2020,red${','.repeat(8)}`)
const row = fc.oneof(
  { weight: 20, arbitrary: cells.map((all) => all.map(quoted).join()) },
  { weight: 1, arbitrary: cut },
  { weight: 1, arbitrary: unanswered },
)
const tables = fc.array(row, { minLength: 1, maxLength: 40 })
/** Of a large table the first twenty rows that are not taken are named. */
const fewRows = fc.array(row, { minLength: 1, maxLength: 20 })

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

describe('a table with everything in it', () => {
  it('gives the same report directly as after an import', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const { imported, fromResponses, asItIs } = withTable(
          `${[head.join(), ...rows].join('\n')}\n`,
        )
        const written = await imported()
        const direct = await asItIs('--format', 'json')
        expect(toldOfRows(direct.err)).toEqual(toldOfRows(written.err))
        expect(countsOf(direct.err)).toEqual(countsOf(written.err))
        expect(direct.code).toBe(written.out === '' ? 2 : written.code)
        if (written.out === '') return
        const there = await fromResponses('--format', 'json')
        expect(withoutWarnings(direct.out)).toEqual(withoutWarnings(there.out))
      }),
      { numRuns: 15 },
    )
  })

  it('names and counts the rows of more than a thousand people as an import does', async () => {
    const people = 1001
    const crowd = Array.from({ length: people }, (_, at) => `crowd,c${at},agreed,,,4,,,,,,,`)
    await fc.assert(
      fc.asyncProperty(fewRows, async (rows) => {
        const few = withTable(`${[head.join(), ...rows].join('\n')}\n`)
        const many = withTable(`${[head.join(), ...crowd, ...rows].join('\n')}\n`)
        const written = await few.imported()
        const direct = await many.asItIs('--format', 'json')
        const moved = toldOfRows(written.err).map((line) => movedDown(line, people))
        expect(toldOfRows(direct.err).map(nameOfRow)).toEqual(moved.map(nameOfRow))
        const [taken, others] = countsOf(written.err)
        expect(countsOf(direct.err)).toEqual([taken + people, others])
        expect(direct.code).toBe(written.code)
      }),
      { numRuns: 10 },
    )
  })
})

/** Without the folder, which each table has of its own. */
function nameOfRow(told: string): string {
  return told.replace(/^.*survey\.csv/, 'survey.csv')
}
