import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
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
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
      - id: shared
        ask: What is shared?
        type: choices
        choices: [{id: costs, title: Costs, score: 0.5}, {id: forecasts, title: Forecasts, score: 0.5}]
      - {id: meetings, ask: How many meetings in a month?, type: number, from: 0, to: 12}
`)

/** The answers of the two people who are in every export. */
const first = {
  'trust.news': 4,
  'trust.minutes': 'yes',
  'trust.shared': ['costs', 'forecasts'],
  'trust.meetings': 2,
}
const second = {
  'trust.news': 1,
  'trust.minutes': 'no',
  'trust.shared': ['costs'],
  'trust.meetings': 2.5,
}
/** The second one left out what is shared. */
const secondWithout = { 'trust.news': 1, 'trust.minutes': 'no', 'trust.meetings': 2.5 }

interface Export {
  readonly file: string
  /** By the name of the response's file. */
  readonly answers: Readonly<Record<string, object>>
  /** The rows that are left out, as the import names them. */
  readonly leftOut?: readonly string[]
  /** What a person changes in the map. */
  readonly corrected?: (map: string) => string
}

const exports: readonly Export[] = [
  {
    file: 'google-forms-company.csv',
    answers: { 'northwind-r2': first, 'contoso-r3': second },
  },
  {
    file: 'microsoft-forms-quiz.csv',
    answers: { 'northwind-1': first, 'contoso-2': second },
  },
  {
    file: 'kobotoolbox.csv',
    answers: {
      'northwind-5b0c1a5e-0f5d-4a1b-9c7e-2f6a1d3b4c5d': first,
      'contoso-6c1d2b6f-1a6e-4b2c-8d8f-3a7b2e4c5d6e': second,
    },
  },
  {
    file: 'kobotoolbox-labels.csv',
    answers: {
      'northwind-5b0c1a5e-0f5d-4a1b-9c7e-2f6a1d3b4c5d': first,
      'contoso-6c1d2b6f-1a6e-4b2c-8d8f-3a7b2e4c5d6e': second,
    },
  },
  {
    file: 'odk-central.csv',
    answers: {
      'northwind-uuid-11111111-aaaa-4bbb-8ccc-000000000001': first,
      'contoso-uuid-11111111-aaaa-4bbb-8ccc-000000000002': second,
    },
  },
  {
    file: 'odk-central-split.csv',
    answers: {
      'northwind-uuid-11111111-aaaa-4bbb-8ccc-000000000001': first,
      'contoso-uuid-11111111-aaaa-4bbb-8ccc-000000000002': second,
    },
  },
  {
    file: 'typeform.csv',
    answers: {
      'northwind-1q2w3e4r5t6y7u8i9o0p1q2w3e4r5t6y': first,
      'contoso-2q2w3e4r5t6y7u8i9o0p1q2w3e4r5t6y': second,
    },
    leftOut: ['4 left out: the row is not finished (Response Type: "partial")'],
  },
  {
    file: 'typeform-old.csv',
    answers: {
      'northwind-1q2w3e4r5t6y7u8i9o0p1q2w3e4r5t6y': first,
      'contoso-2q2w3e4r5t6y7u8i9o0p1q2w3e4r5t6y': second,
    },
  },
  {
    file: 'jotform.csv',
    answers: { 'northwind-5790000000000000001': first, 'contoso-5790000000000000002': second },
  },
  {
    file: 'jotform-tabs.tsv',
    answers: { 'northwind-5790000000000000001': first, 'contoso-5790000000000000002': second },
  },
  {
    file: 'surveyjs.csv',
    answers: { 'northwind-1': first, 'contoso-2': second },
  },
  {
    file: 'surveyjs-titles.csv',
    answers: { 'northwind-7f1': first, 'contoso-7f2': second },
  },
  {
    file: 'formr.csv',
    answers: { 'northwind-xa9-kq1': first, 'contoso-xa9-kq1': second },
    leftOut: ['4 left out: the row is not finished (ended: "")'],
  },
  {
    file: 'formr-semicolons.csv',
    answers: { 'northwind-xa9kq1': first, 'contoso-yb8kq1': second },
  },
  {
    file: 'tally.csv',
    answers: { 'northwind-kx9aqb': first, 'contoso-kx9aqc': second },
  },
  {
    file: 'tally-joined.csv',
    answers: { 'northwind-mz8aqb': first, 'contoso-mz8aqc': second },
  },
  {
    file: 'excel-semicolons.csv',
    answers: { 'northwind-p1': first, 'contoso-p2': second },
  },
  {
    file: 'limesurvey-open.csv',
    answers: { 'northwind-1': first, 'contoso-2': second },
    leftOut: ['4 left out: the row is not finished (submitdate: "")'],
    corrected: (map) =>
      map.replace(/trust\.news: .*/, "trust.news: {column: '#7', values: {A4. Within days: 4}}"),
  },
  {
    file: 'redcap-events.csv',
    answers: { 'northwind-1': first, 'contoso-2': second },
    leftOut: [
      '2 left out: the row is not finished (readiness_complete: "")',
      '5 left out: the row is not finished (readiness_complete: "0")',
    ],
  },
  {
    file: 'qualtrics-previews.csv',
    answers: { 'northwind-r-3kx': first, 'northwind-r-3kx-1dhoarm': second },
    leftOut: [
      '6 left out: the map takes other rows only (Status: "Survey Preview")',
      '7 left out: the row is not finished (Finished: "False")',
      '8 left out: the row is not finished (Finished: "False")',
    ],
  },
  {
    file: 'google-forms.csv',
    answers: { 'northwind-r2': first, 'contoso-r4': { ...secondWithout, 'trust.news': 2 } },
  },
  {
    file: 'microsoft-forms.csv',
    answers: {
      'northwind-1': { ...first, 'trust.meetings': 2.5 },
      'contoso-2': { 'trust.news': 1, 'trust.minutes': 'no', 'trust.shared': ['costs'] },
    },
  },
  {
    file: 'qualtrics.csv',
    answers: {
      'northwind-r-3kxyz1abcdefghi': first,
      'contoso-r-1abcdefghi3kxyz': { ...second, 'trust.news': { state: 'dont-know' } },
    },
  },
  {
    file: 'qualtrics-split.csv',
    answers: {
      'northwind-r-3kxyz1abcdefghi': first,
      'contoso-r-1abcdefghi3kxyz': { ...secondWithout, 'trust.news': { state: 'dont-know' } },
    },
  },
  {
    file: 'surveymonkey.csv',
    answers: {
      'northwind-118200000001': { ...first, 'trust.shared': ['costs'] },
      'contoso-118200000002': secondWithout,
    },
  },
  {
    file: 'surveymonkey-split.csv',
    answers: { 'northwind-118200000001': first, 'contoso-118200000002': secondWithout },
  },
  {
    file: 'limesurvey.csv',
    answers: {
      'northwind-1': { ...first, 'trust.shared': { state: 'not-applicable', reason: 'N/A' } },
      'contoso-2': second,
    },
  },
  {
    file: 'limesurvey-split.csv',
    answers: {
      'northwind-1': first,
      'contoso-2': { ...second, 'trust.shared': { state: 'not-applicable', reason: 'N/A' } },
    },
  },
  {
    file: 'redcap.csv',
    answers: { 'northwind-1': { ...first, 'trust.shared': ['costs'] }, 'contoso-2': secondWithout },
  },
  {
    file: 'redcap-split.csv',
    answers: { 'northwind-1': first, 'contoso-2': { ...second, 'trust.shared': [] } },
  },
  {
    file: 'redcap-labels.csv',
    answers: { 'northwind-1': first, 'contoso-2': { ...second, 'trust.shared': [] } },
  },
  {
    file: 'excel-unicode.txt',
    answers: {
      'northwind-p1': { ...first, 'trust.shared': ['costs'] },
      'contoso-p2': secondWithout,
    },
  },
]

it.each(exports)('reads every answer of $file', async (own) => {
  const { file, answers, leftOut = [], corrected = (map) => map } = own
  const folder = aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: small.yaml\n',
    'small.yaml': questionnaire,
    [file]: readFileSync(new URL(`exports/${file}`, import.meta.url)),
  })
  const table = join(folder, file)
  const map = table.replace(/\.\w+$/, '.map.yaml')
  await ran(['import', table, '-o', folder])
  writeFileSync(map, corrected(readFileSync(map, 'utf8')))
  const { code, err } = await ran(['import', table, '--map', map, '-o', folder])
  const counts = `2 imported, 0 refused${leftOut.length === 0 ? '' : `, ${leftOut.length} left out`}`
  expect({ code, err: err.replaceAll(`${table}:`, '').split('\n') }).toEqual({
    code: 0,
    err: [...leftOut, counts, ''],
  })
  const responses = join(folder, 'responses')
  const read = readdirSync(responses).map((name) => [
    name.replace('.yaml', ''),
    parse(readFileSync(join(responses, name), 'utf8')).answers,
  ])
  expect(Object.fromEntries(read)).toEqual(answers)
})
