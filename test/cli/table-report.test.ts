import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const questionnaire = (condition: string) => `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
levels:
  - {id: high, title: High, score: 60}
  - {id: low, title: Low, score: 0}
profile:
  - {id: stage, ask: Where do you stand?, type: choice, choices: [{id: forming, title: Forming}, {id: agreed, title: Agreed}]}
dimensions:
  - id: trust
    title: Trust
    questions:
      - {id: news, ask: Do you tell?, type: rating, anchors: {1: Never, 5: Always}}
      - {id: ears, ask: Do you listen?, type: rating, anchors: {1: Never, 5: Always}}
      - {id: kept, ask: Are promises kept?, type: yes-no${condition}}
  - id: roles
    title: Roles
    questions:
      - {id: hours, ask: How many hours?, type: number, from: 0, to: 40}
      - {id: words, ask: What else?, type: text}
      - {id: silent, ask: Not in the table?, type: rating, anchors: {1: Never, 5: Always}}
`

const map = `accordant: map/1
questionnaire: q.yaml
partnership: both
columns:
  partner: Company
  respondent: Who
  profile: {stage: Stage}
  answers:
    trust.news: News
    trust.ears: Ears
    trust.kept: Kept
    roles.hours: Hours
    roles.words: Words
`
const header = 'Company,Who,Stage,News,Ears,Kept,Hours,Words'

function aTable(rows: readonly string[], condition = ''): string {
  return aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: q.yaml\n',
    'q.yaml': questionnaire(condition),
    'map.yaml': map,
    'table.csv': `${[header, ...rows].join('\n')}\n`,
  })
}

async function reported(folder: string, ...more: readonly string[]) {
  const table = join(folder, 'table.csv')
  return ran(['report', table, '--map', join(folder, 'map.yaml'), '--format', 'json', ...more])
}

async function importedThenReported(folder: string) {
  const output = join(folder, 'imported')
  const table = join(folder, 'table.csv')
  await ran(['import', table, '--map', join(folder, 'map.yaml'), '-o', output])
  return ran(['report', output, '--questionnaire', join(folder, 'q.yaml'), '--format', 'json'])
}

/** Without what says that some rows were left out. */
function withoutWarnings(out: string) {
  const { warnings, ...result } = JSON.parse(out)
  return result
}

const cell = {
  company: fc.constantFrom('north', 'south'),
  stage: fc.constantFrom('', 'Forming', 'agreed'),
  rating: fc.constantFrom('', '1', '3', '5', 'Always', "don't know", 'N/A'),
  kept: fc.constantFrom('yes', 'no', '', 'n/a'),
  hours: fc.constantFrom('0', '7.5', '40', ''),
  words: fc.constantFrom('', 'well', '"a, b"', 'süß', '"two\nlines"'),
}
const rows = fc
  .array(
    fc.tuple(cell.company, cell.stage, cell.rating, cell.rating, cell.kept, cell.hours, cell.words),
    { minLength: 1, maxLength: 25 },
  )
  .map((all) => all.map(([company, ...rest], index) => `${company},r${index},${rest.join(',')}`))

interface Answered {
  readonly answered: number
  readonly skipped: number
}

describe('report of a table', () => {
  it.each([
    ['without conditions', ''],
    ['with a condition', `, when: 'answers["trust.news"] >= 3'`],
  ])('gives the same report as an import, %s', async (_, condition) => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const folder = aTable(all, condition)
        const own = await reported(folder)
        expect(own.code).not.toBe(2)
        expect(own.out).toBe((await importedThenReported(folder)).out)
      }),
      { numRuns: 25 },
    )
  })

  it.each([
    ['without conditions', ''],
    ['with a condition', `, when: 'answers["trust.news"] >= 3'`],
  ])('gives the same figures for repeated rows as for one of each, %s', async (_, condition) => {
    const some = [
      'north,,Forming,5,4,yes,20,',
      'south,,Forming,2,3,no,10,',
      'south,,Forming,4,,yes,,',
    ]
    const without = map.replace('  respondent: Who\n', '')
    const few = aTable(Array(6).fill(some).flat(), condition)
    const many = aTable(Array(600).fill(some).flat(), condition)
    for (const folder of [few, many])
      writeFileSync(join(folder, 'map.yaml'), `${without}ignore: [Who]\n`)
    const [small, large] = [await reported(few), await reported(many)].map(({ out }) =>
      JSON.parse(out),
    )
    expect(large.score).toEqual(small.score)
    expect(large.verdict).toEqual(small.verdict)
    expect(large.path).toEqual(small.path)
    const openShares = ({ questions }: { questions: readonly { partners: Answered[] }[] }) =>
      questions.map(({ partners }) => partners.map(({ answered, skipped }) => answered / skipped))
    expect(openShares(large)).toEqual(openShares(small))
    expect(large.partners.map(({ respondents }: { respondents: number }) => respondents)).toEqual([
      600, 1200,
    ])
    expect(large.profiles).toEqual([])
    expect(large.warnings).toEqual([
      'More than 1000 people answered, so individual answers, notes and profiles are left out',
    ])
    const told = await ran(['report', join(many, 'table.csv'), '--map', join(many, 'map.yaml')])
    expect(told.out).not.toContain('Every question')
    expect(told.out).toContain(
      'This report is based on 1800 responses: 600 from north and 1200 from south. Too many questions are unanswered for a level.',
    )
  })

  it('is the same to the byte when rows are shuffled', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        async ([all, shuffled]) => {
          expect((await reported(aTable(shuffled))).out).toBe((await reported(aTable(all))).out)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('of more than a thousand rows, names twenty that it leaves out and counts the others', async () => {
    const answers = Array.from({ length: 1001 }, (_, at) => `north,p${at},,4,4,yes,20,`)
    const blank = Array.from({ length: 25 }, (_, at) => `north,b${at},,,,,,`)
    const folder = aTable([...blank, ...answers, 'north,p1,,4,4,yes,20,', 'north,q,,9,x,yes,1,'])
    const { out, err } = await reported(folder)
    const file = join(folder, 'table.csv')
    expect(err.replaceAll(file, 'table.csv').split('\n')).toEqual([
      ...blank.slice(0, 20).map((_, at) => `table.csv:${at + 2} left out: the row has no answer`),
      'table.csv: 5 more rows without an answer left out',
      'table.csv: 1 more row refused',
      'table.csv: 2 more answers not read',
      '1002 rows counted, 1 refused, 25 left out; 2 answers not read',
      'Verdict: no level, not scored',
      '',
    ])
    expect(JSON.parse(out).warnings).toEqual([
      `1 row of ${file} could not be used and is not in these figures`,
      `2 answers in ${file} could not be read and are not in these figures`,
      'More than 1000 people answered, so individual answers, notes and profiles are left out',
    ])
  })

  it('names each row that it cannot use with its line, and scores the others', async () => {
    const folder = aTable([
      'north,a,Forming,5,4,yes,20,',
      'north,b,Forming,9,4,yes,20,',
      '',
      'north,c,Forming,5',
      ',,,,,,,',
      'north,a,Forming,5,4,yes,20,',
      'north,d,"Forming,5,4,yes,20,',
      'south,e,Forming,1,1,no,0,=1+1',
    ])
    const { out, err } = await reported(folder)
    expect(err.replaceAll(`${join(folder, 'table.csv')}:`, '')).toBe(
      `3 answer not read: News: The number 9 is off the scale; expected a whole number from 1 to 5
5 refused: has 4 cells; the header has 8 cells
6 left out: the row is blank
7 refused: "a" of "north" is already on line 2
8 refused: a quote is opened and never closed
3 rows counted, 3 refused, 1 left out; 1 answer not read
Verdict: Low, not scored
`,
    )
    expect(JSON.parse(out).warnings).toEqual([
      `3 rows of ${join(folder, 'table.csv')} could not be used and are not in these figures`,
      `1 answer in ${join(folder, 'table.csv')} could not be read and is not in these figures`,
    ])
    expect(withoutWarnings(out).partners.map(({ id }: { id: string }) => id)).toEqual([
      'north',
      'south',
    ])
  })

  it.each([
    [['report', 'TABLE'], 'nothing says what its columns mean'],
    [['report', 'TABLE', 'TABLE', '--map', 'MAP'], '"--map" works with exactly one table'],
  ])('refuses the options %j', async (args, message) => {
    const folder = aTable(['north,a,,5,5,yes,1,'])
    const own = args.map((arg) =>
      arg.replace('TABLE', join(folder, 'table.csv')).replace('MAP', join(folder, 'map.yaml')),
    )
    const { code, err } = await ran(own)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it.each([
    ['nothing in it', '', 'is empty'],
    ['no rows', `${header}\n`, 'has no row that can be used'],
    ['no correct row', `${header}\nnorth,a,,9,9,maybe,x,\n`, 'has no row that can be used'],
    ['other columns', `${header.replace('News', 'Nws')}\n`, 'does not fit the header'],
    ['a repeated column', `${header},News\n`, 'has "News" 2 times'],
    ['the bytes of a spreadsheet', 'PK\u0003\u0004\0\0xl/workbook.xml', 'is an Excel workbook'],
  ])('says what is wrong with a table with %s', async (_, text, message) => {
    const folder = aTable([])
    writeFileSync(join(folder, 'table.csv'), text)
    const { code, err } = await reported(folder)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('gives the same for UTF-16 and UTF-8', async () => {
    const folder = aTable(['north,a,Forming,5,4,yes,20,süß'])
    const utf8 = (await reported(folder)).out
    const text = readFileSync(join(folder, 'table.csv'), 'utf8')
    writeFileSync(join(folder, 'table.csv'), Buffer.from(`\uFEFF${text}`, 'utf16le'))
    expect((await reported(folder)).out).toBe(utf8)
  })
})
