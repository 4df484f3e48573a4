import { describe, expect, it } from 'vitest'
import { isPlaceholder } from '../../src/expression/language/placeholder.ts'

describe('isPlaceholder', () => {
  it.each([
    'TBD',
    'tbc',
    'T.B.D.',
    'Budget (TBA)',
    'To be defined',
    'to be agreed with the lawyers',
    'Prices: to be decided.',
    'Exit rule still to be determined',
    'not yet agreed',
    'n/a yet',
    'None yet.',
    '[insert name]',
    '[ Insert',
    '<your partner>',
    '{{ enter goal }}',
    'Lorem ipsum dolor sit amet',
    'xxx',
    'XXXX percent',
    '???',
    '?',
    '…',
    '---',
    'TODO: write this',
    'to do',
  ])('takes %j for one', (text) => {
    expect(isPlaceholder(text)).toBe(true)
  })

  it.each([
    'Fill 20 % more of the return trips',
    'Prices are to be agreed by the board each year',
    'Outbd traffic',
    'étbd',
    'Size XXL',
    'Who decides?',
    'n/a',
    'We insert [clauses] later',
    'A list of to-do items is kept by p2',
    'Todo el mundo',
    '0',
  ])('leaves %j alone', (text) => {
    expect(isPlaceholder(text)).toBe(false)
  })
})
