import { describe, expect, it } from 'vitest'
import { isStraight } from '../../src/scoring/quality.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  number,
  rating,
  type Short,
  shown,
  yesNo,
} from './support/builders.ts'

describe('the same number nearly everywhere', () => {
  const values = (...times: readonly (readonly [number, number])[]) =>
    times.flatMap(([value, count]) => Array<number>(count).fill(value))

  it.each([
    ['ten of ten', values([4, 10]), true],
    ['nine of ten', values([4, 9], [1, 1]), true],
    ['eight of ten', values([4, 8], [1, 2]), false],
    ['nine of nine, which are too few', values([4, 9]), false],
    ['eighteen of twenty', values([1, 2], [4, 18]), true],
    ['nine of eleven', values([4, 9], [1, 2]), false],
    ['none', [], false],
  ])('is %s', (_, all, expected) => {
    expect(isStraight(all)).toBe(expected)
  })
})

describe('the people who gave it', () => {
  const ratings = Array.from({ length: 10 }, (_, i) =>
    aQuestion(`a.q${i}`, { form: rating(i % 2 === 0 ? 5 : 7), reverse: i % 3 === 0 }),
  )
  const others = [
    aQuestion('a.yes', { form: yesNo }),
    aQuestion('a.number', { form: number(0, 10) }),
  ]
  const questionnaire = aQuestionnaire([...ratings, ...others])
  const person = (value: (i: number) => Short, more: Readonly<Record<string, Short>> = {}) =>
    aResponse('p', {
      ...Object.fromEntries(ratings.map(({ id }, i) => [id, value(i)])),
      ...more,
    })

  it('are counted over ratings alone, as they were answered', () => {
    const { quality } = shown(questionnaire, [
      person(() => 4, { 'a.yes': true, 'a.number': 9 }),
      person((i) => (i === 0 ? 1 : 4)),
      person((i) => (i < 2 ? 1 : 4)),
      person((i) => (i === 0 ? dontKnow : 4), { 'a.yes': true, 'a.number': 4 }),
    ])
    expect(quality).toEqual({ straight: 2 })
  })

  it('are counted over what they were asked', () => {
    const asked = new Set(ratings.slice(1).map(({ id }) => id))
    const { quality } = shown(questionnaire, [person(() => 4)], { asked: () => asked })
    expect(quality).toEqual({ straight: 0 })
  })
})
