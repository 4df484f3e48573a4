import { expect, it } from 'vitest'
import { count, join } from '../../src/words/en/grammar.ts'

it('a list has commas and one "and"', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => join(items))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ])
})

it('a count has the word in its number', () => {
  expect([count(1, 'person', 'people'), count(0, 'person', 'people'), count(2, 'step')]).toEqual([
    '1 person',
    '0 people',
    '2 steps',
  ])
})
