import { describe, expect, it } from 'vitest'
import type { Value } from '../../src/model/response.ts'
import { scoreAnswer, toScaleNumber } from '../../src/scoring/question-score.ts'
import { aQuestion, choices, number, rating, yesNo } from './support/builders.ts'

const q = (more: Parameters<typeof aQuestion>[1]) => aQuestion('a.q', more)

describe('scoreAnswer', () => {
  it.each([
    ['the lowest of a rating', q({}), 1, 0],
    ['the highest of a rating', q({}), 5, 1],
    ['a value between', q({}), 2, 0.25],
    ['a value of ten', q({ form: rating(10) }), 4, 1 / 3],
    ['a reversed rating', q({ reverse: true }), 2, 0.75],
    ['yes', q({ form: yesNo }), true, 1],
    ['no', q({ form: yesNo }), false, 0],
    ['no to a reversed question', q({ form: yesNo, reverse: true }), false, 1],
    ['a choice', q({ form: choices('choice', { none: 0, half: 0.5 }) }), 'half', 0.5],
    ['a choice without a score', q({ form: choices('choice', { a: 1, b: null }) }), 'b', 0],
    ['several choices', q({ form: choices('choices', { a: 0.25, b: 0.5 }) }), ['b', 'a'], 0.75],
    ['choices over 1', q({ form: choices('choices', { a: 0.75, b: 0.5 }) }), ['a', 'b'], 1],
    ['choices under 0', q({ form: choices('choices', { a: -0.75, b: 0.5 }) }), ['a', 'b'], 0],
    ['no choice at all', q({ form: choices('choices', { a: 1 }) }), [], 0],
    ['a number between', q({ form: number(0, 12) }), 3, 0.25],
    ['a number beyond its end', q({ form: number(0, 12) }), 40, 1],
    ['a number before its beginning', q({ form: number(0, 12) }), -1, 0],
    ['a falling number', q({ form: number(12, 0) }), 3, 0.75],
    ['the widest numbers', q({ form: number(-1.7e308, 1.7e308) }), 0, 0.5],
  ])('scores %s', (_, question, value: Value, score) => {
    expect(scoreAnswer(question, value)).toBeCloseTo(score, 12)
  })

  it.each([
    ['texts', q({ form: { type: 'text' }, scored: false }), 'We trust them'],
    ['lists', q({ form: { type: 'list' }, scored: false }), ['a']],
    ['numbers without a range', q({ form: number(null, null), scored: false }), 4],
  ])('gives %s no score', (_, question, value: Value) => {
    expect(scoreAnswer(question, value)).toBe(null)
  })
})

describe('toScaleNumber', () => {
  it('takes a value as answered, before reversing', () => {
    expect(toScaleNumber(2)).toBe(2)
    expect(toScaleNumber(true)).toBe(1)
  })

  it('is null for choices', () => {
    expect(toScaleNumber('a')).toBe(null)
  })
})
