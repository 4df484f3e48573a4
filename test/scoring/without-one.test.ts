import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WithoutOne } from '../../src/model/result.ts'
import { type Sample, samples } from './support/arbitraries.ts'
import {
  aMust,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notReady,
  ready,
  shown,
} from './support/builders.ts'
import { differences } from './support/differences.ts'

const questionnaire = aQuestionnaire([aQuestion('a.q'), aQuestion('b.q')], {
  levels: [{ ...ready, score: 60, weakest: 0 }, notReady],
})
const both = (value: number) => ({ 'a.q': value, 'b.q': value })

describe('how firm a verdict is', () => {
  it('is the score range and levels found by leaving out each person who has a colleague', () => {
    // p1 is at 75 and p2 at 50; without the 5 p1 is at 50, without the 3 at 100. p2 has one person, who has to stay.
    const people = [aResponse('p1', both(5)), aResponse('p1', both(3)), aResponse('p2', both(3))]
    const { score, verdict } = shown(questionnaire, people)
    expect([score.value, verdict.level]).toEqual([62.5, 'ready'])
    expect(verdict.withoutOne).toEqual({
      of: 2,
      low: 50,
      high: 75,
      levels: [
        { level: 'ready', count: 1 },
        { level: 'not-ready', count: 1 },
      ],
    })
  })

  it('shows no scores if leaving somebody out leaves nothing to score, and lists "no level" last', () => {
    const people = [
      aResponse('p', { 'a.q': 5, 'b.q': dontKnow }),
      aResponse('p', both(5)),
      aResponse('p', both(5)),
    ]
    const levels = [{ ...ready, score: 80, weakest: 0 }, notReady]
    const half = { ...questionnaire, levels, coverage: 0.6 }
    expect(shown(half, people).verdict.withoutOne).toEqual({
      of: 3,
      low: null,
      high: null,
      levels: [
        { level: 'ready', count: 1 },
        { level: null, count: 2 },
      ],
    })
  })

  it.each<[string, Parameters<typeof shown>, WithoutOne]>([
    [
      'small groups are not shown',
      [questionnaire, [aResponse('p', both(5)), aResponse('p', both(5))], { minGroup: 2 }],
      { of: null, reason: 'private' },
    ],
    [
      'small groups are not shown, before there is no level',
      [questionnaire, [aResponse('p', { 'a.q': dontKnow }), aResponse('p', {})], { minGroup: 2 }],
      { of: null, reason: 'private' },
    ],
    [
      'there is no level',
      [questionnaire, [aResponse('p', { 'a.q': dontKnow, 'b.q': 5 })]],
      { of: null, reason: 'not-scored' },
    ],
    [
      'nobody has a colleague',
      [questionnaire, [aResponse('p1', both(5)), aResponse('p2', both(5))]],
      { of: null, reason: 'too-few' },
    ],
  ])('is not worked out if %s', (_, input, expected) => {
    expect(shown(...input).verdict.withoutOne).toEqual(expected)
  })

  it('is not worked out for more than 1,000 people', () => {
    const many = (count: number) =>
      shown(
        questionnaire,
        Array.from({ length: count }, () => aResponse('p', both(5))),
      ).verdict.withoutOne
    expect(many(1001)).toEqual({ of: null, reason: 'many' })
    expect(many(1000)).toEqual({
      of: 1000,
      low: 100,
      high: 100,
      levels: [{ level: 'ready', count: 1000 }],
    })
  })

  it('counts each level that one person decides through an essential question', () => {
    const must = aMust(3, 'not-ready')
    const people = [
      aResponse('p', { 'a.q': 5 }),
      aResponse('p', { 'a.q': 5 }),
      aResponse('p', { 'a.q': 1 }),
    ]
    const one = { ...questionnaire, coverage: 0 }
    const { verdict } = shown({ ...one, ...aQuestionnaire([aQuestion('a.q', { must })]) }, people)
    expect(verdict.withoutOne).toMatchObject({
      levels: [
        { level: 'ready', count: 1 },
        { level: 'not-ready', count: 2 },
      ],
    })
  })
})

describe('how firm a verdict is, compared with scoring again without each person', () => {
  it('is the same', () => {
    let compared = 0
    fc.assert(
      fc.property(samples, (sample) => {
        const { withoutOne, level } = shown(sample.questionnaire, sample.responses).verdict
        const expected = level === null ? null : scoreAllOthers(sample)
        if (expected !== null && expected.of > 0) compared += 1
        expect(
          differences(
            expected === null
              ? { of: null, reason: 'not-scored' }
              : expected.of === 0
                ? { of: null, reason: 'too-few' }
                : expected,
            withoutOne,
          ),
        ).toEqual([])
      }),
      { numRuns: 200 },
    )
    expect(compared).toBeGreaterThan(50)
  })
})

function scoreAllOthers({ questionnaire: of, responses }: Sample) {
  const results = responses
    .filter(({ partner }) => responses.filter((each) => each.partner === partner).length > 1)
    .map((left) =>
      shown(
        of,
        responses.filter((each) => each !== left),
      ),
    )
  const values = results.map(({ score }) => score.value)
  const known = values.every((value) => value !== null) ? (values as number[]) : null
  const levels = [...of.levels.map(({ id }) => id), null].map((level) => ({
    level,
    count: results.filter(({ verdict }) => verdict.level === level).length,
  }))
  return {
    of: results.length,
    low: known === null ? null : Math.min(...known),
    high: known === null ? null : Math.max(...known),
    levels: levels.filter(({ count }) => count > 0),
  }
}
