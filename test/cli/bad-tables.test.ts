import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: news, ask: How soon do we hear bad news?, type: rating, anchors: {1: Never, 5: Always}}
      - {id: calls, ask: How many calls in a month?, type: number, from: 0, to: 12}
      - {id: why, ask: Why?, type: text}
`)
const map = `accordant: map/1
questionnaire: small.yaml
partnership: northwind-contoso
delimiter: ","
columns:
  partner: Partner
  respondent: Who
  answers: {trust.news: News, trust.calls: Calls, trust.why: Why}
`
const head = 'Partner,Who,News,Calls,Why'
const first = 'northwind,1,4,2,since then'
const last = 'contoso,9,2,3,'

interface Used {
  readonly code: number
  /** What is said, without the folder. */
  readonly err: string
  /** The partner of each person that is in. */
  readonly people: readonly string[]
}

/** Both commands that read a table, and whom they took from it. */
const commands = {
  import: async (folder: string): Promise<Used> => {
    const { code, err } = await ran([...args('import', folder), '-o', folder])
    const responses = join(folder, 'responses')
    const files = existsSync(responses) ? readdirSync(responses) : []
    return {
      code,
      err: bare(err, folder),
      people: files.map((file) => file.replace(/-\w+\.yaml$/, '')),
    }
  },
  'report --map': async (folder: string): Promise<Used> => {
    const { code, out, err } = await ran([...args('report', folder), '--format', 'json'])
    const { partners = [] } = out === '' ? {} : JSON.parse(out)
    const people = partners.flatMap(
      ({ id, respondents }: { id: string; respondents: number }): string[] =>
        Array.from({ length: respondents }, () => id),
    )
    return { code, err: bare(err, folder), people }
  },
}

function args(command: string, folder: string): readonly string[] {
  return [command, join(folder, 'survey.csv'), '--map', join(folder, 'survey.map.yaml')]
}

function bare(err: string, folder: string): string {
  return err.replaceAll(`${folder}/`, '')
}

function aTable(table: string | Uint8Array, own = map): string {
  return aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: small.yaml\n',
    'small.yaml': questionnaire,
    'survey.csv': table,
    'survey.map.yaml': own,
  })
}

/** Rows between two that are right. */
function between(...rows: readonly string[]): string {
  return [head, first, ...rows, last, ''].join('\n')
}

const refusedRows: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
  ['a cut row', between('northwind,2,4'), ['3 refused: has 3 cells; the header has 5 cells']],
  [
    'a row with too many cells',
    between('northwind,2,4,1,,more'),
    ['3 refused: has 6 cells; the header has 5 cells'],
  ],
  [
    'a row with another delimiter',
    between('northwind;2;4;1;'),
    ['3 refused: has 1 cell; the header has 5 cells'],
  ],
  ['the header once more', between(head), ['3 refused: repeats the header']],
  [
    'another encoding in one row',
    Buffer.concat([
      Buffer.from(`${head}\n${first}\nnorthwind,2,4,1,caf`),
      Buffer.from([0xe9]),
      Buffer.from(`\n${last}\n`),
    ]),
    ['3 refused: contains characters that are neither UTF-8 nor UTF-16; save the table as UTF-8'],
  ],
  [
    'quotes that do not match',
    between('northwind,2,4,1,"a" b', 'northwind,3,4,1,a "b"', '"northwind,4,4,1,'),
    [
      '3 refused: a quote is in a place where it cannot be; inside quotes, write it twice',
      '4 refused: a quote is in a place where it cannot be; inside quotes, write it twice',
      '5 refused: a quote is opened and never closed',
    ],
  ],
  [
    'a respondent who is there already',
    between('northwind,1,4,1,'),
    ['3 refused: "1" of "northwind" is already on line 2'],
  ],
  ['a blank row', between(',,,,'), ['3 left out: the row is blank']],
  [
    'a row of two megabytes',
    between(`northwind,2,4,1,${'x'.repeat(2 ** 21)}`),
    ['3 refused: is longer than 1 MB; no row of answers is that long'],
  ],
]

/** With how many people of northwind are in. */
const lostAnswers: readonly (readonly [string, string, readonly string[], number])[] = [
  [
    'values out of range',
    between('northwind,2,6,1,', 'northwind,3,0,1,', 'northwind,4,2.5,1,'),
    [
      '3 answer not read: News: The number 6 is off the scale; expected a whole number from 1 to 5',
      '4 answer not read: News: The number 0 is off the scale; expected a whole number from 1 to 5',
      '5 answer not read: News: The number 2.5 is off the scale; expected a whole number from 1 to 5',
    ],
    4,
  ],
  [
    'a number with another decimal sign, and one in groups',
    between('northwind,2,4,"2,5",', 'northwind,3,4,1 000,'),
    [
      '3 answer not read: Calls: "2,5" is not a number with the decimal sign "."',
      '4 answer not read: Calls: "1 000" is not a number with the decimal sign "."',
    ],
    3,
  ],
  [
    'formulas',
    between(
      'northwind,2,=1+3,1,',
      'northwind,3,4,"=HYPERLINK(""http://x"",""y"")",',
      '@SUM(1),4,4,1,',
    ),
    [
      '3 answer not read: News: "=1+3" is neither a label of the scale nor a whole number from 1 to 5',
      '4 answer not read: Calls: "=HYPERLINK("http://x","y")" is not a number with the decimal sign "."',
      '5 refused: Partner: "@SUM(1)" is not an id; give it one under "values", like "@SUM(1): sum-1"',
    ],
    3,
  ],
  [
    'nothing that can be read',
    between('northwind,2,6,x,', 'northwind,3,,,'),
    [
      '3 refused: News: The number 6 is off the scale; expected a whole number from 1 to 5',
      '3 refused: Calls: "x" is not a number with the decimal sign "."',
      '4 left out: the row has no answer',
    ],
    1,
  ],
]

const stops: readonly (readonly [string, string | Uint8Array, string, string])[] = (
  [
    ['nothing in it', '', 'survey.csv" is empty; expected a table with a header'],
    ['blanks alone', ' \n\n', 'survey.csv" is empty; expected a table with a header'],
    ['a mark alone', '\uFEFF', 'survey.csv" is empty; expected a table with a header'],
    [
      'another delimiter',
      between().replaceAll(',', ';'),
      'With the delimiter "," the header is one cell; is it ";"?',
    ],
    ['a column twice', between().replace('Who', 'News'), 'has no column "Who" for respondent'],
    [
      'a doubled column',
      between().replace(head, 'Partner,Who,News,News,Why'),
      'The header has "News" 2 times; name one by its place: "#3", "#4"',
    ],
    [
      'a header in another encoding',
      Buffer.from(`Partner,Who,News,Calls,Pourquoi d\xe9j\xe0\n${first}\n`, 'latin1'),
      'survey.csv" is neither UTF-8 nor UTF-16; its header, on line 1, cannot be read',
    ],
    [
      'a workbook',
      Buffer.from('PK\u0003\u0004\0\0xl/workbook.xml'),
      'survey.csv" is an Excel workbook, not a table in CSV',
    ],
    [
      'bytes that are no text',
      Buffer.from('Partner\0\u0001'),
      'survey.csv" is not a text table; save it as CSV',
    ],
    [
      'fewer rows than its header',
      `${head}\n`,
      'survey.csv" has fewer than 3 header lines',
      map.replace('columns:', 'header: 3\ncolumns:'),
    ],
  ] as const
).map(([what, table, message, own = map]) => [what, table, message, own])

describe.each(Object.entries(commands))('%s', (_, used) => {
  it.each(refusedRows)(
    'names each refused line and reads the other rows: %s',
    async (_, table, lines) => {
      const { err, people } = await used(aTable(table))
      const named = err.split('\n').filter((line) => line.startsWith('survey.csv:'))
      expect(named).toEqual(lines.map((line) => `survey.csv:${line}`))
      expect(people.toSorted()).toEqual(['contoso', 'northwind'])
    },
  )

  it.each(lostAnswers)(
    'names the line and column of each answer that it cannot read, and takes the row without it: %s',
    async (_, table, lines, northwind) => {
      const { err, people } = await used(aTable(table))
      const named = err.split('\n').filter((line) => line.startsWith('survey.csv:'))
      expect(named).toEqual(lines.map((line) => `survey.csv:${line}`))
      expect(people.toSorted()).toEqual(['contoso', ...Array(northwind).fill('northwind')])
    },
  )

  it.each(stops)('stops at a table with %s', async (_, table, message, own) => {
    const { code, err, people } = await used(aTable(table, own))
    expect({ code, people }).toEqual({ code: 2, people: [] })
    expect(err).toContain(message)
  })

  it('finds its columns among 10,000, and refuses a row with too few', async () => {
    const others = Array.from({ length: 10_000 }, (_, index) => `Other ${index}`)
    const blanks = ','.repeat(10_000)
    const rows = [
      `${others.join()},${head}`,
      `${blanks}${first}`,
      'northwind,2',
      `${blanks}${last}`,
    ]
    const { err, people } = await used(aTable(rows.join('\n')))
    expect(err).toContain('survey.csv:3 refused: has 2 cells; the header has 10005 cells')
    expect(people.toSorted()).toEqual(['contoso', 'northwind'])
  })

  it('reads a formula as plain text', async () => {
    const { err, people } = await used(aTable(between('northwind,2,4,1,=1+1')))
    expect(err).not.toContain('refused:')
    expect(people.filter((partner) => partner === 'northwind')).toHaveLength(2)
  })
})
