import { describe, expect, it } from 'vitest'
import type { Form } from '../../../src/model/forms/forms.ts'
import { isValidValue } from '../../../src/model/forms/forms.ts'
import type { Column } from '../../../src/model/forms/table.ts'
import type { Value } from '../../../src/model/response.ts'
import { rating } from '../../interview/make.ts'

const choices = ['mail', 'phone'].map((id) => ({ id, title: id, score: null }))
const name: Column = { id: 'name', title: 'Name', type: 'text', from: null, to: null, choices: [] }
const days: Column = { ...name, id: 'days', type: 'number', from: 0, to: 5 }
const via: Column = { ...name, id: 'via', type: 'choice', choices }
const table: Form = { type: 'table', leastRows: 2, columns: [name, days, via] }

describe('isValidValue', () => {
  it.each<[string, Form, readonly Value[], readonly Value[]]>([
    ['a rating', rating, [1, 5], [0, 6, 2.5, '3', true]],
    ['yes or no', { type: 'yes-no' }, [true, false], ['yes', 1]],
    ['a choice', { type: 'choice', choices }, ['mail'], ['fax', 1]],
    [
      'several choices',
      { type: 'choices', choices },
      [[], ['mail', 'phone']],
      [['mail', 'mail'], ['fax'], 'mail'],
    ],
    [
      'a number',
      { type: 'number', from: 0, to: 1 },
      [0, -3.5, 12],
      [Number.NaN, Number.POSITIVE_INFINITY, '1'],
    ],
    ['a text', { type: 'text' }, ['said'], ['', ' \n', 3]],
    ['a list', { type: 'list' }, [['one', 'two']], [[], ['one', ' '], 'one']],
    [
      'a table',
      table,
      [
        [{ name: 'Ann' }, { days: 5, via: 'mail' }],
        [
          { name: 'Ann', days: null, via: null },
          { name: null, days: 5 },
        ],
      ],
      [
        [{ name: 'Ann' }],
        [{ name: 'Ann' }, {}],
        [{ name: 'Ann' }, { other: 1 }],
        [{ name: 'A' }, { days: 6 }],
      ],
    ],
  ])('accepts and rejects values for %s', (_, form, good, bad) => {
    expect(good.filter((value) => !isValidValue(form, value))).toEqual([])
    expect(bad.filter((value) => isValidValue(form, value))).toEqual([])
  })
})
