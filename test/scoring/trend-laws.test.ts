import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listQuestions, type Questionnaire } from '../../src/model/questionnaire.ts'
import type { Response } from '../../src/model/response.ts'
import type { Trend } from '../../src/model/result.ts'
import { isAllHidden } from '../../src/model/verdict-states.ts'
import { computeDimensionDeviations, countCompleteScores } from '../../src/scoring/cronbach.ts'
import { listBrokenMusts } from '../../src/scoring/must.ts'
import { buildTrends, type TrendPoint } from '../../src/scoring/trend.ts'
import { type Sample, samples } from './support/arbitraries.ts'
import { anInput, aStanding, scored } from './support/builders.ts'
import { differences } from './support/differences.ts'

const runs = { numRuns: 120 }

describe('the laws of a trend', () => {
  it('from a point to itself nothing changes', () => {
    check(({ questionnaire, responses }) => {
      const point = pointOf(questionnaire, responses)
      for (const change of buildTrends([point, point], 1)) {
        expect(changesIn(change).every((value) => value === 0)).toBe(true)
        const { opened, closed, fell, left } = change
        expect([opened, closed, fell, left]).toEqual([[], [], [], []])
      }
    })
  })

  it('backwards every change has the other sign, and what opened closes', () => {
    check((one, other) => {
      const [before, now] = pointsOf(one, other)
      const [there] = buildTrends([before, now], 1)
      const [back] = buildTrends([now, before], 1)
      if (there === undefined || back === undefined) throw new Error('no trend')
      expect(
        differences(
          changesIn(there),
          changesIn(back).map((value) => -value),
        ),
      ).toEqual([])
      expect(back.opened).toEqual(there.closed)
      expect(back.closed).toEqual(there.opened)
    })
  })

  it('over three points the changes add up to that from the first to the last', () => {
    check((one, other) => {
      const [first, last] = pointsOf(one, other)
      const middle = pointOf(first.of, [...one.responses, ...named(other.responses)])
      const [whole] = buildTrends([first, last], 1)
      const [a, b] = buildTrends([first, middle, last], 1)
      if (whole?.score == null || a?.score == null || b?.score == null) return
      expect(a.score + b.score).toBeCloseTo(whole.score, 9)
    })
  })

  it('everybody twice changes nothing in it but what is larger than its error', () => {
    check((one, other) => {
      const twice = ({ responses }: Sample) => [
        ...responses,
        ...responses.map((each) => ({
          ...each,
          respondent: { ...each.respondent, id: `${each.respondent.id}-twin` },
        })),
      ]
      const [before, now] = pointsOf(one, other)
      const [single] = buildTrends([before, now], 1)
      const [double] = buildTrends(
        pointsOf({ ...one, responses: twice(one) }, { ...other, responses: twice(other) }),
        1,
      )
      if (single === undefined || double === undefined) throw new Error('no trend')
      expect(differences(changesIn(single), changesIn(double))).toEqual([])
      expect([double.opened, double.closed, double.fell]).toEqual([
        single.opened,
        single.closed,
        single.fell,
      ])
    })
  })

  it('under the group limit nothing of it depends on what anybody said', () => {
    check((one, other) => {
      const points = pointsOf(one, other)
      const trend = buildTrends(points, 4)
      if (trend.every(({ withheld }) => withheld !== true)) return
      const mute = (of: Sample) => ({
        ...of,
        responses: of.responses.map((each) => ({ ...each, answers: new Map() })),
      })
      expect(buildTrends(pointsOf(mute(one), mute(other)), 4)).toEqual(trend)
    })
  })

  it('where the split by partner is hidden nothing is in it but what the totals of two results tell', () => {
    let tried = 0
    check(({ questionnaire, responses }) => {
      const turned = responses.map((each, i) => ({
        ...each,
        answers: responses.at(-1 - i)?.answers ?? new Map(),
      }))
      const points = [responses, turned].map((some) => pointOf(questionnaire, some, 3))
      const [before, now] = points.flatMap(({ result }) =>
        result.hidden === undefined || isAllHidden(result) ? [] : [result],
      )
      if (before === undefined || now === undefined) return
      tried += 1
      const [from, to] = [before, now].map((result) => [
        result.score.value,
        ...result.dimensions.map(({ score }) => score.value),
      ])
      const differ = (from ?? []).map((value, i) => {
        const after = to?.[i] ?? null
        return value === null || after === null ? null : after - value
      })
      const [trend] = buildTrends(points, 3)
      expect(trend).toEqual({
        from: 'point',
        to: 'point',
        score: differ[0],
        dimensions: before.dimensions.map(({ id }, i) => ({
          id,
          change: differ[i + 1],
          reliable: null,
        })),
        questions: [],
        opened: [],
        closed: [],
        fell: [],
        left: [],
      })
    })
    expect(tried).toBeGreaterThan(20)
  })
})

function check(law: (one: Sample, other: Sample) => void): void {
  fc.assert(fc.property(samples, samples, law), runs)
}

type Point = TrendPoint & { readonly of: Questionnaire }

function pointOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  minGroup = 1,
): Point {
  const people = new Map<string, Set<string>>()
  for (const { partner, respondent } of responses) {
    people.set(partner, (people.get(partner) ?? new Set()).add(respondent.id))
  }
  const { asked } = anInput(questionnaire, responses)
  const all = responses.map((response) => ({ response, asked: asked(response) }))
  const broken = new Set(
    listBrokenMusts(aStanding(questionnaire, responses), 'value').map(
      ({ question }) => question.id,
    ),
  )
  return {
    name: 'point',
    of: questionnaire,
    result: scored(questionnaire, responses, { minGroup }),
    questionnaire,
    people,
    musts: new Map(
      listQuestions(questionnaire).flatMap(({ id, must }) =>
        must === null ? [] : [[id, broken.has(id)] as const],
      ),
    ),
    spread: computeDimensionDeviations(questionnaire, (dimension) =>
      countCompleteScores(dimension, all),
    ),
  }
}

/** Two samples as two points of the first one's questionnaire. */
function pointsOf(one: Sample, other: Sample): [Point, Point] {
  const fits = other.responses.map((each) => ({
    ...each,
    answers: new Map([...each.answers].filter(([id]) => hasLike(one, other, id))),
  }))
  return [pointOf(one.questionnaire, one.responses), pointOf(one.questionnaire, fits)]
}

function hasLike(one: Sample, other: Sample, id: string): boolean {
  const formIn = ({ questionnaire }: Sample) =>
    questionnaire.dimensions
      .flatMap(({ questions }) => questions)
      .find((question) => question.id === id)?.form
  return JSON.stringify(formIn(one)) === JSON.stringify(formIn(other))
}

function named(responses: readonly Response[]): readonly Response[] {
  return responses.map((each) => ({
    ...each,
    answers: new Map(),
    respondent: { ...each.respondent, id: `${each.respondent.id}-silent` },
  }))
}

function changesIn({ score, dimensions, questions }: Trend): readonly number[] {
  const all = [
    score,
    ...dimensions.map(({ change }) => change),
    ...questions.map(({ change }) => change),
  ]
  return all.flatMap((change) => change ?? [])
}
