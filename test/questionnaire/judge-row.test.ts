import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import { unlistedPartners } from '../../src/model/partners.ts'
import { toRowCells } from '../../src/model/row-cells.ts'
import { createRowJudge } from '../../src/questionnaire/judge-row.ts'
import { buildTableColumns } from '../../src/questionnaire/table-columns.ts'
import type { QuestionMapping, TableMapping } from '../../src/questionnaire/table-mapping.ts'
import { importRow } from '../../src/questionnaire/table-rows.ts'

const choices: Form = {
  type: 'choices',
  choices: [
    { id: 'costs', title: 'Costs, and prices', score: null },
    { id: 'plans', title: 'Plans', score: null },
  ],
}
const rating: Form = { type: 'rating', values: [1, 2, 3].map((value) => ({ value, label: null })) }
const yesNo: Form = { type: 'yes-no' }

/** With a column for the state of a blank answer, where it has one. */
function question(
  id: string,
  form: Form,
  column: number,
  state: number | null = null,
): QuestionMapping {
  const beside = { state, reason: null, note: null }
  const none = { others: [], constant: '', values: {}, separator: null, boxes: null }
  return { id, form, column, ...none, beside }
}

const columns = buildTableColumns([
  ['Partner', 'Who', 'Status', 'Done', 'News', 'Minutes', 'Shared', 'Since', 'Calls', 'Why not'],
])
const mapping: TableMapping = {
  width: columns.count,
  decimal: '.',
  known: unlistedPartners,
  partner: { column: 0, constant: '', values: { 'Fabrikam Ltd': 'fabrikam' } },
  respondent: { column: 1, constant: '', values: {} },
  role: null,
  only: [{ column: 2, name: 'Status', texts: new Set(['', 'ok']) }],
  finished: { column: 3, name: 'Done', texts: null },
  answers: [
    question('a.news', rating, 4),
    question('a.minutes', yesNo, 5),
    question('a.shared', choices, 6),
    question('a.calls', { type: 'number', from: null, to: null }, 8, 9),
  ],
  profile: [question('since', rating, 7)],
  unused: [],
}

const anyText = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }))
const cell = (...good: readonly string[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('', ...good) },
    { weight: 2, arbitrary: anyText },
  )
const rows = fc.tuple(
  cell('northwind', 'contoso', 'Fabrikam Ltd', 'Partner'),
  cell('R_3kX', 'r-3kx', '7', 'Who'),
  cell('ok', 'OK', 'Preview', 'Status'),
  cell('x', 'yes', 'Done'),
  cell('1', '2', '3', '9', 'News'),
  cell('yes', 'no', 'perhaps', 'Minutes'),
  cell('costs plans', '["plans"]', 'Plans, Costs, and prices', 'Plans, own', 'Shared'),
  cell('1', '5', 'Since'),
  cell('1', '2.5', 'many', 'Calls'),
  cell('dont-know', 'not-applicable', 'N/A', '3', 'Why not'),
)

/** -1 for no answer. */
const toOutcome =
  (known: Map<string, number>) =>
  (question: number, { answer }: { answer: unknown }) => {
    if (answer === null) return -1
    const key = `${question} ${JSON.stringify(answer)}`
    if (!known.has(key)) known.set(key, known.size)
    return known.get(key) ?? 0
  }

it('judges a row as an import reads it, whatever is in the cells', () => {
  const known = new Map<string, number>()
  const code = toOutcome(known)
  const judge = createRowJudge(mapping, code)
  fc.assert(
    fc.property(rows, (cells) => {
      const outcomes = new Int32Array(mapping.answers.length)
      const judged = judge(toRowCells(cells), outcomes)
      const read = importRow(mapping, columns, cells, 2)
      if (!('row' in read)) {
        expect(judged).toBeNull()
        return
      }
      const { row, lost } = read
      expect(judged).toEqual({
        partner: row.partner,
        respondent: { id: row.respondent, written: row.written },
        stage: null,
        isWhole: lost.length === 0,
      })
      expect([...outcomes]).toEqual(
        mapping.answers.map(({ id }, index) => code(index, { answer: row.answers[id] ?? null })),
      )
    }),
  )
})

it('never loses a good answer to what is in other cells', () => {
  const good = { 'a.news': 2, 'a.minutes': true, 'a.shared': ['plans', 'costs'] }
  const texts = ['2', 'yes', 'Plans, Costs, and prices']
  fc.assert(
    fc.property(fc.nat(2), fc.tuple(anyText, anyText, anyText), anyText, (kept, other, since) => {
      const answers = other.map((text, index) => (index === kept ? (texts[kept] ?? '') : text))
      const read = importRow(
        mapping,
        columns,
        ['northwind', '7', 'ok', 'x', ...answers, since, '', since],
        2,
      )
      const { id } = mapping.answers[kept] ?? { id: '' }
      expect('row' in read ? read.row.answers[id] : read).toEqual(good[id as keyof typeof good])
    }),
  )
})
