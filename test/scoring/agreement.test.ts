import { describe, expect, it } from 'vitest'
import { computeMoments, computeVariance, countValues } from '../../src/scoring/counts.ts'
import { computeCronbachAlpha, countScoreRows } from '../../src/scoring/cronbach.ts'
import { computeGap } from '../../src/scoring/gap.ts'
import { computeKrippendorffAlpha } from '../../src/scoring/result-sections.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  choices,
  number,
  rating,
  shown,
  yesNo,
} from './support/builders.ts'

function partnerOf(
  question: ReturnType<typeof aQuestion>,
  values: readonly (number | boolean | string)[],
) {
  const people = values.map((value) => aResponse('p', { [question.id]: value }))
  const result = shown(aQuestionnaire([question]), people)
  return {
    ...result.questions[0]?.partners[0],
    rwgj: result.partners[0]?.dimensions[0]?.rwgj,
  }
}

describe('the gap', () => {
  const of = (...scores: (number | null)[]) =>
    computeGap(scores.map((score, i) => ({ partner: `p${i + 1}`, score })))

  it('is the largest minus the smallest, with whose they are', () => {
    expect(of(0.5, 0.25, 1)).toEqual({ value: 75, high: 'p3', low: 'p2' })
  })

  it('names the first of equals', () => {
    expect(of(0.5, 0.5)).toEqual({ value: 0, high: 'p1', low: 'p1' })
  })

  it('is null under two', () => {
    expect(of(0.5, null)).toEqual({ value: null, high: null, low: null })
  })
})

describe('the spread within a partner', () => {
  it('has a standard deviation with n − 1, on the question’s own scale', () => {
    expect(partnerOf(aQuestion('a.q', { reverse: true }), [2, 4])).toMatchObject({
      mean: 3,
      sd: expect.closeTo(Math.SQRT2, 12),
    })
  })

  it('takes yes as 1 and no as 0', () => {
    expect(partnerOf(aQuestion('a.q', { form: yesNo }), [true, false])).toMatchObject({
      mean: 0.5,
      sd: expect.closeTo(Math.SQRT1_2, 12),
      rwg: -1,
    })
  })

  it('is exactly nothing for identical answers', () => {
    const tenth = aQuestion('a.q', { form: number(0, 1) })
    expect(partnerOf(tenth, [0.1, 0.1, 0.1])).toMatchObject({ mean: 0.1, sd: 0, rwg: null })
    expect(partnerOf(aQuestion('a.q'), [3, 3])).toMatchObject({ sd: 0, rwg: 1, rwgj: 1 })
  })

  it('is null under two answers', () => {
    expect(partnerOf(aQuestion('a.q'), [3])).toMatchObject({ sd: null, rwg: null, rwgj: null })
  })

  it('is null for choices', () => {
    const choice = aQuestion('a.q', { form: choices('choice', { a: 0, b: 1 }) })
    expect(partnerOf(choice, ['a', 'b'])).toMatchObject({ mean: null, sd: null, rwg: null })
  })

  it('stays finite for the widest numbers', () => {
    const wide = aQuestion('a.q', { form: number(0, 1) })
    expect(partnerOf(wide, [-1.7e308, 1.7e308, 1.7e308])).toMatchObject({ sd: null })
  })
})

describe('rwg', () => {
  it.each([
    [5, [3, 4], 1 - 0.5 / 2],
    [5, [1, 5], 1 - 8 / 2],
    [7, [4, 5], 1 - 0.5 / 4],
    [2, [1, 2], 1 - 0.5 / 0.25],
  ])('of %i values is 1 − s² / uniform variance', (size, values, rwg) => {
    expect(partnerOf(aQuestion('a.q', { form: rating(size) }), values).rwg).toBeCloseTo(rwg, 12)
  })
})

describe('rwg(j)', () => {
  const three = aQuestionnaire([
    aQuestion('a.q1'),
    aQuestion('a.q2'),
    aQuestion('a.q3', { form: yesNo }),
  ])
  const of = (...people: Record<string, number | boolean>[]) =>
    shown(
      three,
      people.map((answers) => aResponse('p', answers)),
    ).partners[0]?.dimensions[0]?.rwgj

  it('comes from the mean spread of the ratings alone', () => {
    const value = of(
      { 'a.q1': 3, 'a.q2': 3, 'a.q3': true },
      { 'a.q1': 4, 'a.q2': 4, 'a.q3': false },
    )
    expect(value).toBeCloseTo((2 * 0.75) / (2 * 0.75 + 0.25), 12)
  })

  it('does with one rating of two answers', () => {
    expect(of({ 'a.q1': 3, 'a.q2': 3 }, { 'a.q1': 4 })).toBeCloseTo(0.75, 12)
  })

  it('is null with more spread than chance', () => {
    expect(of({ 'a.q1': 1, 'a.q2': 1 }, { 'a.q1': 5, 'a.q2': 5 })).toBe(null)
  })
})

describe('Krippendorff’s alpha', () => {
  // Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C: four observers, twelve units.
  const published = [
    [1, 1, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [5, 5, 5],
    [1, 1],
    [3],
  ]

  it('gives the published 0.849 for interval data', () => {
    expect(computeKrippendorffAlpha(published.map(countValues), 4).value).toBeCloseTo(0.849, 3)
  })

  it.each<[string, number[][], number, string]>([
    ['nobody', [], 0, 'too-few'],
    ['one person', [[1], [2]], 1, 'too-few'],
    ['people who answered nothing in common', [[1], [2]], 2, 'one-item'],
    ['one question', [[1, 2], [3]], 2, 'one-item'],
    [
      'no variance',
      [
        [2, 2],
        [2, 2],
      ],
      2,
      'no-variance',
    ],
  ])('has none for %s, and says so', (_, units, respondents, reason) => {
    expect(computeKrippendorffAlpha(units.map(countValues), respondents)).toEqual({
      value: null,
      reason,
    })
  })

  it('is taken over everybody, and over the questions about both', () => {
    const questionnaire = aQuestionnaire([
      aQuestion('a.q1'),
      aQuestion('a.q2', { reverse: true }),
      aQuestion('a.us', { about: 'us' }),
      aQuestion('a.them', { about: 'them' }),
    ])
    const { agreement } = shown(questionnaire, [
      aResponse('p1', { 'a.q1': 2, 'a.q2': 1, 'a.us': 1, 'a.them': 5 }),
      aResponse('p1', { 'a.q1': 3, 'a.q2': 1, 'a.us': 5, 'a.them': 1 }),
      aResponse('p2', { 'a.q1': 3, 'a.q2': 2, 'a.us': 3, 'a.them': 2 }),
    ])
    const units = [
      [0.25, 0.5, 0.5],
      [1, 1, 0.75],
    ]
    const { value } = computeKrippendorffAlpha(units.map(countValues), 3)
    expect(agreement).toEqual({ krippendorff: { value: expect.closeTo(value ?? Number.NaN, 12) } })
  })
})

describe('Cronbach’s alpha', () => {
  const rows = Array.from({ length: 10 }, (_, i) => [i / 10, (i % 4) / 4, ((i * 7) % 10) / 10])

  it('agrees with the formula by covariances: k c̄ / (v̄ + (k − 1) c̄)', () => {
    const columns = [0, 1, 2].map((j) => rows.map((row) => row[j] ?? 0))
    const mean = (all: number[]) => all.reduce((a, b) => a + b, 0) / all.length
    const cov = (a: number[], b: number[]) =>
      a.reduce((all, x, i) => all + (x - mean(a)) * ((b[i] ?? 0) - mean(b)), 0) / (a.length - 1)
    const v = mean(columns.map((column) => cov(column, column)))
    const c = mean(
      columns.flatMap((a, i) => columns.filter((_, j) => j !== i).map((b) => cov(a, b))),
    )
    expect(computeCronbachAlpha(countScoreRows(rows)).value).toBeCloseTo((3 * c) / (v + 2 * c), 12)
  })

  it.each([
    ['nine people', rows.slice(1), 'too-few'],
    ['one item', rows.map((row) => row.slice(0, 1)), 'one-item'],
    ['totals that are all the same', rows.map(([x = 0]) => [x, 1 - x]), 'no-variance'],
  ])('has none for %s, and says so', (_, some: number[][], reason) => {
    expect(computeCronbachAlpha(countScoreRows(some))).toEqual({ value: null, reason })
  })

  it('takes those who answered every scored question that anybody answered', () => {
    const three = aQuestionnaire([aQuestion('a.q1'), aQuestion('a.q2'), aQuestion('a.q3')])
    const people = Array.from({ length: 10 }, (_, i) =>
      aResponse('p', { 'a.q1': 1 + (i % 5), 'a.q2': 1 + (i % 4) }),
    )
    const alphaOf = (all: typeof people) => shown(three, all).dimensions[0]?.alpha
    expect(alphaOf(people)?.value).toBeTypeOf('number')
    const [first, ...rest] = people
    expect(first).toBeDefined()
    expect(alphaOf([...rest, aResponse('p', { 'a.q1': 1 })])).toEqual({
      value: null,
      reason: 'too-few',
    })
    expect(alphaOf([...people, aResponse('p', { 'a.q3': 1 })])).toEqual({
      value: null,
      reason: 'too-few',
    })
  })
})

describe('momentsOf', () => {
  it('has no variance under two', () => {
    expect(computeMoments(new Map())).toBe(null)
    expect(computeVariance(computeMoments(countValues([4])))).toBe(null)
  })
})
