import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  number,
  rating,
  shown,
  yesNo,
} from './support/builders.ts'

function dividedOn(form: Form, values: readonly (number | boolean)[]) {
  const people = values.map((value) => aResponse('p', { 'a.q': value }))
  return shown(aQuestionnaire([aQuestion('a.q', { form })]), people).divided
}

describe('questions that divide a partner’s people', () => {
  it('list how many people gave each value, lowest value first', () => {
    expect(dividedOn(rating(5), [5, 1, 5, 1, 2])).toEqual([
      {
        question: 'a.q',
        partner: 'p',
        counts: [
          { value: 1, people: 2 },
          { value: 2, people: 1 },
          { value: 5, people: 2 },
        ],
      },
    ])
  })

  it('list yes before no', () => {
    expect(dividedOn(yesNo, [false, true, false, true])).toEqual([
      {
        question: 'a.q',
        partner: 'p',
        counts: [
          { value: 'yes', people: 2 },
          { value: 'no', people: 2 },
        ],
      },
    ])
  })

  it.each<[string, Form, (number | boolean)[], boolean]>([
    ['a third at the other half of five values', rating(5), [1, 1, 3, 3], true],
    ['a third less than half of them apart', rating(5), [1, 1, 2, 2], false],
    ['one of four apart, which is not a third', rating(5), [1, 1, 1, 5], false],
    ['two of five apart', rating(5), [1, 1, 1, 3, 3], true],
    ['three of seven values between them', rating(7), [1, 1, 4, 4], true],
    ['two of seven', rating(7), [1, 1, 3, 3], false],
    ['all of three values', rating(3), [1, 1, 3, 3], true],
    ['one of three', rating(3), [1, 1, 2, 2], false],
    ['both of two values', rating(2), [1, 1, 2, 2], true],
    ['five of ten values', rating(10), [1, 1, 6, 6], true],
    ['four of ten', rating(10), [1, 1, 5, 5], false],
    ['two people three of five values apart', rating(5), [1, 4], true],
    ['two people two of them apart', rating(5), [1, 3], false],
    ['one of three people three apart', rating(5), [1, 1, 4], true],
    ['two people five of seven values apart', rating(7), [1, 6], true],
    ['two people four of them apart', rating(7), [1, 5], false],
    ['two people all of three values apart', rating(3), [1, 3], true],
    ['two or three people on two values', yesNo, [true, false, false], false],
    ['one person', rating(5), [5], false],
    ['a number', number(0, 10), [0, 0, 10, 10], false],
  ])('%s', (_, form, values, expected) => {
    expect(dividedOn(form, values).length === 1).toBe(expected)
  })

  it('are found from the answers as given, on reversed questions too', () => {
    const people = [1, 1, 5, 5].map((value) => aResponse('p', { 'a.q': value }))
    const reversed = aQuestionnaire([aQuestion('a.q', { reverse: true })])
    expect(shown(reversed, people).divided).toEqual(dividedOn(rating(5), [1, 1, 5, 5]))
  })

  it('are sorted by weight, then in questionnaire order, then by partner', () => {
    const questionnaire = aQuestionnaire([
      aQuestion('a.light'),
      aQuestion('a.wide', { weight: 2 }),
      aQuestion('a.heavy', { weight: 2 }),
      aQuestion('a.other', { weight: 2 }),
    ])
    const people = [1, 1, 5, 5].flatMap((value, i) => {
      const half = i < 2 ? 1 : 4
      const answers = { 'a.light': value, 'a.wide': value, 'a.heavy': half, 'a.other': half }
      return [aResponse('p2', answers), aResponse('p1', answers)]
    })
    const { divided } = shown(questionnaire, people)
    expect(divided.map(({ question, partner }) => `${question} ${partner}`)).toEqual([
      'a.wide p1',
      'a.wide p2',
      'a.heavy p1',
      'a.heavy p2',
      'a.other p1',
      'a.other p2',
      'a.light p1',
      'a.light p2',
    ])
  })
})

describe('questions that divide people, compared with a simple reading of the rule', () => {
  const groups = fc.integer({ min: 0, max: 4 }).chain((at) => {
    const size = [2, 3, 5, 7, 10][at] ?? 2
    // Few different values, so that two camps are as likely as one.
    const values = fc.uniqueArray(fc.integer({ min: 1, max: size }), { minLength: 1, maxLength: 4 })
    return values.chain((some) =>
      fc.record({
        size: fc.constant(size),
        people: fc.array(fc.constantFrom(...some), { minLength: 2, maxLength: 40 }),
      }),
    )
  })

  /** Is there a point with a third of the people at or under it, and a third far enough over it? */
  function isDivided(size: number, people: readonly number[]): boolean {
    if (size === 2 && people.length <= 3) return false
    const half = size === 2 ? 1 : Math.max(2, Math.ceil((size - 1) / 2))
    const apart = people.length <= 3 ? Math.max(2, size - 2) : half
    return people.some((point) => {
      const under = people.filter((value) => value <= point).length
      const over = people.filter((value) => value >= point + apart).length
      return under * 3 >= people.length && over * 3 >= people.length
    })
  }

  it('are the same for 2 to 40 people on 2 to 10 values', () => {
    const seen = { yes: 0, no: 0 }
    fc.assert(
      fc.property(groups, ({ size, people }) => {
        const expected = isDivided(size, people)
        seen[expected ? 'yes' : 'no'] += 1
        const counts = [...new Set(people)]
          .sort((a, b) => a - b)
          .map((value) => ({ value, people: people.filter((each) => each === value).length }))
        expect(dividedOn(rating(size), people)).toEqual(
          expected ? [{ question: 'a.q', partner: 'p', counts }] : [],
        )
      }),
      { numRuns: 400 },
    )
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(50)
  })
})
