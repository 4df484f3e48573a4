import { describe, expect, it } from 'vitest'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  aStanding,
  dontKnow,
  notApplicable,
  skipped,
} from './support/builders.ts'

const two = aQuestionnaire([aQuestion('a.q1', { weight: 3 }), aQuestion('a.q2')])

const dimensionOf = (standing: ReturnType<typeof aStanding>, partner = 0) =>
  standing.partners[partner]?.dimensions[0]?.estimate

describe('a partner', () => {
  it('scores the mean of its respondents who answered', () => {
    const one = aQuestionnaire([aQuestion('a.q1')])
    const standing = aStanding(one, [
      aResponse('p', { 'a.q1': 5 }),
      aResponse('p', { 'a.q1': 1 }),
      aResponse('p', { 'a.q1': notApplicable }),
    ])
    expect(dimensionOf(standing)).toEqual({ value: 0.5, low: 0.5, high: 0.5, coverage: 1 })
  })

  it('counts don’t-know, skipped and no entry as open', () => {
    const one = aQuestionnaire([aQuestion('a.q1')], { coverage: 0 })
    const standing = aStanding(one, [
      aResponse('p', { 'a.q1': 5 }),
      aResponse('p', { 'a.q1': dontKnow }),
      aResponse('p', { 'a.q1': skipped }),
      aResponse('p', {}),
    ])
    expect(dimensionOf(standing)).toEqual({ value: 1, low: 0.25, high: 1, coverage: 0.25 })
  })

  it('leaves out what is not asked', () => {
    const standing = aStanding(two, [aResponse('p', { 'a.q1': 5 })], new Set(['a.q1']))
    expect(dimensionOf(standing)).toEqual({ value: 1, low: 1, high: 1, coverage: 1 })
  })

  it('takes back an earlier answer that was set aside once its question is asked', () => {
    const one = aQuestionnaire([aQuestion('a.q1')])
    const aside = aResponse(
      'p',
      {},
      {
        inactive: new Map([['a.q1', { state: 'answered', value: 5, note: null }]]),
      },
    )
    expect(dimensionOf(aStanding(one, [aside]))?.value).toBe(1)
    expect(dimensionOf(aStanding(one, [aside], new Set()))).toBe(null)
  })
})

describe('a dimension of a partner', () => {
  it('is the weighted mean of its scored questions', () => {
    const standing = aStanding(two, [aResponse('p', { 'a.q1': 5, 'a.q2': 1 })])
    expect(dimensionOf(standing)?.value).toBe(0.75)
  })

  it('is not scored below the least coverage, and keeps its bounds', () => {
    const standing = aStanding(two, [aResponse('p', { 'a.q1': 5 })])
    expect(dimensionOf(standing)).toEqual({ value: null, low: 0.75, high: 1, coverage: 0.75 })
  })

  it('is scored at the least coverage', () => {
    const enough = { ...two, coverage: 0.75 }
    expect(dimensionOf(aStanding(enough, [aResponse('p', { 'a.q1': 5 })]))?.value).toBe(1)
  })

  it('is not scored when nobody answered, however little coverage is asked for', () => {
    const standing = aStanding({ ...two, coverage: 0 }, [aResponse('p', {})])
    expect(dimensionOf(standing)).toEqual({ value: null, low: 0, high: 1, coverage: 0 })
  })

  it('is not applicable where everything is', () => {
    const standing = aStanding(two, [
      aResponse('p', { 'a.q1': notApplicable, 'a.q2': notApplicable }),
    ])
    expect(dimensionOf(standing)).toBe(null)
    expect(standing.overall).toBe(null)
  })
})

describe('the partnership', () => {
  const three = aQuestionnaire([aQuestion('a.q'), aQuestion('b.q')], { weights: { b: 3 } })

  it('counts each partner once, however many people answer for it', () => {
    const standing = aStanding(three, [
      aResponse('p1', { 'a.q': 1, 'b.q': 1 }),
      aResponse('p1', { 'a.q': 1, 'b.q': 1 }),
      aResponse('p2', { 'a.q': 5, 'b.q': 5 }),
    ])
    expect(standing.dimensions[0]?.estimate?.value).toBe(0.5)
  })

  it('weighs its dimensions', () => {
    const standing = aStanding(three, [aResponse('p1', { 'a.q': 5, 'b.q': 1 })])
    expect(standing.overall?.value).toBe(0.25)
  })

  it('is not scored where one partner is not', () => {
    const standing = aStanding(three, [
      aResponse('p1', { 'a.q': 5, 'b.q': 5 }),
      aResponse('p2', { 'a.q': 5 }),
    ])
    expect(standing.dimensions.map(({ estimate }) => estimate?.value)).toEqual([1, null])
    expect(standing.overall).toEqual({ value: null, low: 0.625, high: 1, coverage: 0.625 })
  })

  it('leaves a partner to whom nothing of a dimension applies out of its mean', () => {
    const standing = aStanding(three, [
      aResponse('p1', { 'a.q': 5, 'b.q': 2 }),
      aResponse('p2', { 'a.q': 5, 'b.q': notApplicable }),
    ])
    expect(standing.dimensions[1]?.estimate?.value).toBe(0.25)
    expect(standing.partners[1]?.overall?.value).toBe(1)
  })

  it('holds with the largest and smallest weights', () => {
    const extreme = aQuestionnaire([
      aQuestion('a.q1', { weight: 1.7e308 }),
      aQuestion('a.q2', { weight: 1.7e308 }),
      aQuestion('a.q3', { weight: 5e-324 }),
    ])
    const standing = aStanding(extreme, [aResponse('p', { 'a.q1': 5, 'a.q2': 1, 'a.q3': 5 })])
    expect(standing.overall?.value).toBe(0.5)
  })
})
