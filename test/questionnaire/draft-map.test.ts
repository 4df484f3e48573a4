import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import { unlistedPartners } from '../../src/model/partners.ts'
import { mapFileSchema } from '../../src/model/table-map.ts'
import { draftMap } from '../../src/questionnaire/draft-map.ts'
import { buildTableColumns } from '../../src/questionnaire/table-columns.ts'
import { resolveTableMap } from '../../src/questionnaire/table-mapping.ts'
import { importRow } from '../../src/questionnaire/table-rows.ts'
import { aQuestion, aQuestionnaire } from '../scoring/support/builders.ts'

const choices: Form = {
  type: 'choices',
  choices: [
    { id: 'costs', title: 'Costs', score: null },
    { id: 'forecasts', title: 'Forecasts, monthly', score: null },
  ],
}
const questionnaire = aQuestionnaire([
  { ...aQuestion('trust.minutes', { form: { type: 'yes-no' } }), ask: 'Do we keep minutes?' },
  { ...aQuestion('trust.shared', { form: choices }), ask: 'What is shared?' },
])

const anyText = fc.oneof(fc.string({ maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 5 }))
const head = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['Company', 'Which company?', 'Status', 'Finished', 'ResponseId', 'Respondent ID', '#'],
      ...['submitdate', 'lastpage', 'a_complete', 'b_complete', 'record_id', 'ended', 'session'],
      ...['Do we keep minutes?', 'What is shared?', 'What is shared? - Selected Choice', 'Costs'],
      ...['What is shared?/Costs', 'What is shared? [Forecasts, monthly]', 'trust_shared___1', ''],
      ...['Forecasts, monthly', 'Do we keep minutes?\n\na. Yes', 'trust/minutes', '#3', 'sep=;'],
    ),
  },
  { weight: 1, arbitrary: anyText },
)
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...['', '1', '0', 'True', 'False', 'Yes', 'No', 'IP Address', 'Survey Preview', '2', 'x'],
      ...['costs forecasts', 'Costs, Forecasts, monthly', '["costs"]', 'northwind', 'contoso'],
    ),
  },
  { weight: 1, arbitrary: anyText },
)
const tables = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), headers: fc.integer({ min: 1, max: 3 }) })
  .chain(({ width, headers }) =>
    fc.record({
      header: fc.array(fc.array(head, { minLength: width, maxLength: width }), {
        minLength: headers,
        maxLength: headers,
      }),
      rows: fc.array(fc.array(cell, { maxLength: width + 1 }), { maxLength: 6 }),
    }),
  )

it('drafts a map for any table that fits its header, and by which any row can be read', () => {
  fc.assert(
    fc.property(tables, ({ header, rows }) => {
      const columns = buildTableColumns(header)
      const { map } = draftMap({
        ...{ questionnaire, named: 'q', partnership: 'p', known: unlistedPartners, columns, rows },
        ...{ header: header.length, delimiter: ',' },
      })
      const { plan, problems } = resolveTableMap(
        mapFileSchema().parse(map),
        questionnaire,
        columns,
        unlistedPartners,
      )
      expect(problems.filter(({ say }) => say !== 'map-no-partner')).toEqual([])
      expect(plan.unused).toEqual([])
      for (const [index, row] of rows.entries()) {
        expect(Object.keys(importRow(plan, columns, row, index + 2))).toHaveLength(
          'row' in importRow(plan, columns, row, index + 2) ? 2 : 1,
        )
      }
    }),
    { numRuns: 300 },
  )
})
