import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import { readCellAnswer } from '../../src/questionnaire/table-cell.ts'
import { sayWithin } from '../support/say-within.ts'

const rating: Form = {
  type: 'rating',
  values: [
    { value: 1, label: 'Never' },
    { value: 2, label: 'Don’t know' },
    { value: 3, label: 'Same' },
    { value: 4, label: 'same' },
  ],
}
const choices: Form = {
  type: 'choices',
  choices: [
    { id: 'costs', title: 'Costs, and prices', score: null },
    { id: 'plans', title: 'Plans', score: null },
  ],
}
const number: Form = { type: 'number', from: null, to: null }
const text: Form = { type: 'text' }
const rules = { decimal: '.', values: {}, separator: null } as const

describe('readCellAnswer', () => {
  it.each([
    ['a blank', rating, ' ', null],
    ['a code', rating, '3', 3],
    ['a label in other letters', rating, 'NEVER', 1],
    ['a label behind its code', rating, '1 - Never', 1],
    ['a label before the words for a state', rating, "Don't know", 2],
    ['one choice with a comma in it', choices, 'Costs, and prices', ['costs']],
    ['choices cut by semicolons', choices, 'Plans;Costs, and prices;', ['plans', 'costs']],
    ['a number', number, '2.5', 2.5],
    ['a formula, as text', text, '=1+1', '=1+1'],
    ['a list', { type: 'list' } as const, 'a; b', ['a', 'b']],
    [
      'no list, but words for a state',
      { type: 'list' } as const,
      "Don't know",
      { state: 'dont-know' },
    ],
    ['words for a state, also where text is asked', text, 'don’t know', { state: 'dont-know' }],
  ])('takes %s', (_, form, cell, answer) => {
    expect(readCellAnswer(form, cell, rules)).toEqual({ answer })
  })

  it.each([
    [
      'a label that two values have',
      rating,
      'Same',
      '"Same" is neither a label of the scale nor a whole number from 1 to 4',
    ],
    [
      'a number off the scale',
      rating,
      '5',
      'The number 5 is off the scale; expected a whole number from 1 to 4',
    ],
    [
      'a number between two values',
      rating,
      '2.5',
      'The number 2.5 is off the scale; expected a whole number from 1 to 4',
    ],
    [
      'choices of which one is unknown',
      choices,
      'Plans;Prices',
      '"Plans;Prices" is none of the choices',
    ],
    ['a grouped number', number, '1,234.5', '"1,234.5" is not a number with the decimal sign "."'],
    ['the other decimal sign', number, '2,5', '"2,5" is not a number with the decimal sign "."'],
    [
      'a number as programs write it',
      number,
      '0x10',
      '"0x10" is not a number with the decimal sign "."',
    ],
    [
      'what every object has',
      { type: 'yes-no' } as const,
      'constructor',
      '"constructor" is neither yes nor no',
    ],
  ])('refuses %s', (_, form, cell, refused) => {
    expect(sayWithin(readCellAnswer(form, cell, rules))).toEqual({ refused })
  })

  it.each([
    ['a value', '-99', { answer: 1 }],
    ['a state', 'Cannot say', { answer: { state: 'dont-know' } }],
    ['a state with its reason', 'None', { answer: { state: 'not-applicable', reason: 'none' } }],
  ])('takes %s that the map gives', (_, cell, expected) => {
    const values = { '-99': 1, 'Cannot say': 'dont-know', None: 'not-applicable' }
    const own = cell.replace('None', 'none')
    expect(readCellAnswer(rating, own, { ...rules, values })).toEqual(expected)
  })
})
