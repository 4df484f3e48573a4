import { describe, expect, it } from 'vitest'
import { readChoiceColumns } from '../../src/questionnaire/table-cell.ts'
import { sayWithin } from '../support/say-within.ts'

const boxes = [
  { column: 0, choice: { id: 'costs', title: 'Costs', score: 0.5 } },
  { column: 1, choice: { id: 'forecasts', title: 'All forecasts', score: 0.5 } },
]

function answerIn(cells: readonly string[], none: 'answered' | 'skipped' = 'answered') {
  const values = { Chosen: true, Never: 'no', Unasked: 'not-applicable' }
  return readChoiceColumns(boxes, (column) => cells[column] ?? '', { values, none })
}

describe('readChoiceColumns', () => {
  it.each([
    [['1', '0'], ['costs']],
    [
      ['Yes', ' checked '],
      ['costs', 'forecasts'],
    ],
    [['Costs', ''], ['costs']],
    [['', 'all  forecasts'], ['forecasts']],
    [['Chosen', 'Never'], ['costs']],
    [['0', 'No'], []],
    [['', 'Unchecked'], []],
    [['', ' '], null],
    [['N/A', 'N/A'], { state: 'not-applicable', reason: 'N/A' }],
    [['Unasked', ''], { state: 'not-applicable', reason: 'Unasked' }],
    [["don't know", '0'], { state: 'dont-know' }],
  ])('reads %j', (cells, answer) => {
    expect(answerIn(cells)).toEqual({ answer })
  })

  it('leaves a question open without a tick where the map says so', () => {
    expect(answerIn(['0', '0'], 'skipped')).toEqual({ answer: { state: 'skipped' } })
  })

  it.each([
    [['1', 'perhaps'], '"perhaps" says neither that the choice is ticked nor that it is not', 1],
    [['1', 'N/A'], '"N/A" cannot stand beside choices that are ticked', 1],
    [
      ['forecasts', '1'],
      '"forecasts" says neither that the choice is ticked nor that it is not',
      0,
    ],
  ])('refuses %j', (cells, refused, column) => {
    expect(sayWithin(answerIn(cells))).toEqual({ refused, column })
  })
})
