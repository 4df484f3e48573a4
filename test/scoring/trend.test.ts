import { describe, expect, it } from 'vitest'
import type { Response } from '../../src/model/response.ts'
import { listBrokenMusts } from '../../src/scoring/must.ts'
import {
  buildTrends,
  checkNoWorse,
  isReliable,
  listKnownMusts,
  type TrendPoint,
} from '../../src/scoring/trend.ts'
import {
  aMust,
  aQuestion,
  aQuestionnaire,
  aResponse,
  aStanding,
  dontKnow,
  scored,
} from './support/builders.ts'

const questionnaire = aQuestionnaire([aQuestion('a.q', { must: aMust(3) }), aQuestion('a.r')])

function point(
  name: string,
  people: readonly Response[],
  more: Partial<TrendPoint> & { readonly minGroup?: number } = {},
): TrendPoint {
  const { minGroup = 1, ...rest } = more
  const ids = new Map<string, Set<string>>()
  for (const { partner, respondent } of people) {
    ids.set(partner, (ids.get(partner) ?? new Set()).add(respondent.id))
  }
  const broken = listBrokenMusts(aStanding(questionnaire, people), 'value')
  const musts = new Map([['a.q', broken.length > 0]])
  const result = scored(questionnaire, people, { minGroup })
  return { name, result, questionnaire, people: ids, musts, spread: new Map(), ...rest }
}

function person(id: string, answers: Parameters<typeof aResponse>[1]): Response {
  return { ...aResponse('p', answers), respondent: { id, role: null } }
}

const before = point('before', [person('r1', { 'a.q': 4, 'a.r': 3 })])
const now = point('now', [person('r1', { 'a.q': 2, 'a.r': 4 })])

describe('a trend', () => {
  it('lists each change, and essential questions no longer met', () => {
    // On a scale of 1 to 5: (75 + 50) / 2 = 62.5 before, (25 + 75) / 2 = 50 now.
    expect(buildTrends([before, now], 1)).toEqual([
      {
        from: 'before',
        to: 'now',
        score: -12.5,
        dimensions: [{ id: 'a', change: -12.5, reliable: null }],
        questions: [
          { id: 'a.q', partner: 'p', change: -50 },
          { id: 'a.r', partner: 'p', change: 25 },
        ],
        opened: [],
        closed: [],
        fell: ['a.q'],
        left: [],
      },
    ])
  })

  it('judges essential questions by how many people are below the minimum, not by their mean', () => {
    const of = (...values: number[]) =>
      point(
        'of',
        values.map((value, i) => person(`r${i}`, { 'a.q': value, 'a.r': 3 })),
      )
    const fell = (...points: TrendPoint[]) => buildTrends(points, 1).map((trend) => trend.fell)
    expect(fell(of(3, 3, 3), of(5, 2, 2), of(5, 5, 1))).toEqual([['a.q'], []])
    // The mean falls under the must, and only one of three is below it.
    expect(fell(of(5, 5, 1), of(3, 3, 1))).toEqual([[]])
  })

  it('leaves out an essential question if it is unknown whether it was met before', () => {
    const unknown = new Map<string, boolean>()
    expect(buildTrends([{ ...before, musts: unknown }, now], 1)[0]?.fell).toEqual([])
    expect(buildTrends([before, { ...now, musts: unknown }], 1)[0]?.fell).toEqual([])
  })

  it('lists questions newly unanswered and newly answered', () => {
    const open = point('open', [person('r1', { 'a.q': dontKnow, 'a.r': 3 })])
    const [there, back] = buildTrends([before, open, before], 1)
    expect([there?.opened, there?.closed]).toEqual([['a.q'], []])
    expect([back?.opened, back?.closed]).toEqual([[], ['a.q']])
  })

  it('leaves out and names all questions if the earlier questionnaire is not available', () => {
    const other = { ...before, questionnaire: null }
    expect(buildTrends([other, now], 1)).toMatchObject([
      {
        score: null,
        questions: [],
        left: [
          { id: 'a.q', reason: 'version' },
          { id: 'a.r', reason: 'version' },
        ],
      },
    ])
  })
})

describe('a trend of small groups', () => {
  const group = (name: string, ...ids: string[]) =>
    point(
      name,
      ids.map((id) => person(id, { 'a.q': 4, 'a.r': 3 })),
    )
  const isWithheld = (points: readonly TrendPoint[]) =>
    buildTrends(points, 2).map(({ withheld }) => withheld === true)

  it('is hidden if one person joined or left', () => {
    expect(isWithheld([group('x', 'r1', 'r2'), group('y', 'r1', 'r2', 'r3')])).toEqual([true])
  })

  it('is shown for the same people, and if enough of them changed', () => {
    expect(isWithheld([group('x', 'r1', 'r2'), group('y', 'r1', 'r2')])).toEqual([false])
    expect(isWithheld([group('x', 'r1', 'r2'), group('y', 'r3', 'r4')])).toEqual([false])
  })

  it('is hidden as a whole if a result does not say who answered', () => {
    const unknown = { ...group('x', 'r1', 'r2'), people: null }
    expect(isWithheld([unknown, group('y', 'r1', 'r2'), group('z', 'r3', 'r4')])).toEqual([
      true,
      true,
    ])
  })

  it('leaves out each question that fewer than minGroup people answered', () => {
    const of = (name: string, value: number) =>
      point(
        name,
        [person('r1', { 'a.q': value, 'a.r': 3 }), person('r2', { 'a.q': dontKnow, 'a.r': 3 })],
        { minGroup: 2 },
      )
    expect(buildTrends([of('x', 5), of('y', 1)], 2)).toMatchObject([{ questions: [], fell: [] }])
  })

  it('reveals nothing hidden through a limit', () => {
    const more = group('y', 'r1', 'r2', 'r3')
    expect(checkNoWorse(group('x', 'r1', 'r2'), more, questionnaire, 2)).toEqual([
      { code: 'limit', option: 'noWorseThan', value: null, needs: 'x' },
    ])
  })
})

describe('a trend where the split by partner is hidden', () => {
  /** Ten people of one partner who answer alike, each at another value, and some of another. */
  const of = (
    name: string,
    minGroup: number,
    step: number,
    south: readonly string[] = ['s1'],
    more: Partial<TrendPoint> = {},
  ) => {
    const north = Array.from({ length: 10 }, (_, i) =>
      person(`r${i}`, { 'a.q': 1 + (i % 3) + step, 'a.r': 1 + (i % 3) + step }),
    )
    const others = south.map((id) => ({ ...person(id, { 'a.q': 3, 'a.r': 5 }), partner: 's' }))
    return point(name, [...north, ...others], { minGroup, spread: new Map([['a', 1]]), ...more })
  }
  const withheld = (...points: TrendPoint[]) =>
    buildTrends(points, 3).map((trend) => trend.withheld === true)

  it('shows the changes of the whole and its dimensions, without their errors', () => {
    const nothingElse = { questions: [], opened: [], closed: [], fell: [], left: [] }
    const change = { id: 'a', change: 25, reliable: null }
    const points = [of('x', 3, 0), of('y', 3, 2)]
    expect(buildTrends(points, 3)).toEqual([
      { from: 'x', to: 'y', score: 25, dimensions: [change], ...nothingElse },
    ])
    // With nothing hidden the error is known, and the changes by partner.
    const [open] = buildTrends([of('x', 1, 0), of('y', 1, 2)], 1)
    expect(open?.dimensions).toEqual([{ ...change, reliable: true }])
    expect(open?.questions).toHaveLength(4)
  })

  it('shows nothing by partner between other points either', () => {
    const three = ['s1', 's2', 's3']
    const trends = buildTrends(
      [of('x', 3, 0, three), of('y', 3, 1, three), of('z', 3, 2, ['s7'])],
      3,
    )
    expect(trends).toMatchObject([
      { score: 12.5, questions: [], dimensions: [{ reliable: null }] },
      { score: 12.5, questions: [], dimensions: [{ reliable: null }] },
    ])
  })

  it('is withheld if fewer than minGroup people of a partner changed between any two points', () => {
    expect(withheld(of('x', 3, 0), of('y', 3, 2, ['s1', 's2']))).toEqual([true])
    expect(withheld(of('x', 3, 0), of('y', 3, 2, ['s2']))).toEqual([true])
    expect(withheld(of('x', 3, 0), of('y', 3, 2, []))).toEqual([true])
    expect(withheld(of('x', 3, 0), of('y', 3, 2, ['s2', 's3']))).toEqual([false])
    const [x, y] = [of('x', 3, 0, ['s1', 's2']), of('y', 3, 1, ['s3', 's4'])]
    expect(withheld(x, y, of('z', 3, 2, ['s1']))).toEqual([true, true])
  })

  it('is withheld if a result does not say who answered, or shows nothing', () => {
    const unknown = of('x', 3, 0, ['s1'], { people: null })
    expect(withheld(unknown, of('y', 3, 2))).toEqual([true])
    expect(withheld(of('y', 3, 2), unknown)).toEqual([true])
    expect(withheld(of('x', 12, 0), of('y', 3, 2))).toEqual([true])
  })

  it('is limited by the score and the level as shown', () => {
    const [low, high] = [of('x', 3, 0), of('y', 3, 2)]
    expect(checkNoWorse(low, high, questionnaire, 3)).toEqual([])
    expect(checkNoWorse(high, low, questionnaire, 3)).toEqual([
      { code: 'limit', option: 'noWorseThan', value: 48.75, needs: 73.75 },
      { code: 'limit', option: 'noWorseThan', value: 'not-ready', needs: 'emerging' },
    ])
    expect(checkNoWorse(low, of('y', 3, 2, ['s2']), questionnaire, 3)).toEqual([
      { code: 'limit', option: 'noWorseThan', value: null, needs: 'x' },
    ])
  })
})

describe('no worse than before', () => {
  it('is missed by a lower score', () => {
    expect(checkNoWorse(before, now, questionnaire, 1)).toContainEqual({
      code: 'limit',
      option: 'noWorseThan',
      value: 50,
      needs: 62.5,
    })
  })

  it('is missed by a lower level, with or without one now', () => {
    const high = point('high', [person('r1', { 'a.q': 4, 'a.r': 5 })])
    expect(checkNoWorse(high, before, questionnaire, 1)).toEqual([
      { code: 'limit', option: 'noWorseThan', value: 62.5, needs: 87.5 },
      { code: 'limit', option: 'noWorseThan', value: 'emerging', needs: 'ready' },
    ])
    const open = point('open', [person('r1', { 'a.q': dontKnow, 'a.r': 5 })])
    expect(checkNoWorse(high, open, questionnaire, 1)).toEqual([
      { code: 'limit', option: 'noWorseThan', value: null, needs: 87.5 },
      { code: 'limit', option: 'noWorseThan', value: null, needs: 'ready' },
    ])
  })

  it('is missed without enough partners, whatever the score', () => {
    const two = { ...questionnaire, leastPartners: 2 }
    const one = { ...now, result: scored(two, [person('r1', { 'a.q': 5, 'a.r': 5 })]) }
    expect(checkNoWorse(before, one, two, 1)).toEqual([
      { code: 'limit', option: 'noWorseThan', value: null, needs: 'before' },
    ])
  })

  it('is met by the same score and level', () => {
    expect(checkNoWorse(before, before, questionnaire, 1)).toEqual([])
  })
})

describe('the essential questions that a result alone shows to be met or not', () => {
  const two = aQuestionnaire(
    [
      aQuestion('a.high', { must: aMust(3, 'emerging') }),
      aQuestion('a.low', { must: aMust(3, 'not-ready') }),
      aQuestion('a.free', { weight: 9 }),
    ],
    { coverage: 0.95 },
  )
  const known = (
    answers: Parameters<typeof aResponse>[1],
    more: Parameters<typeof scored>[2] = {},
  ) => Object.fromEntries(listKnownMusts(scored(two, [aResponse('p', answers)], more), two))

  it('are those that could rule out the next level, and all of them at the highest level', () => {
    expect(known({ 'a.high': 1, 'a.low': 4, 'a.free': 5 })).toEqual({
      'a.high': true,
      'a.low': false,
    })
    expect(known({ 'a.high': 1, 'a.low': 2, 'a.free': 5 })).toEqual({ 'a.low': true })
    expect(known({ 'a.high': 3, 'a.low': 3, 'a.free': 5 })).toEqual({
      'a.high': false,
      'a.low': false,
    })
  })

  it('are none if something is not scored, or there is no level', () => {
    const answers = { 'a.high': 1, 'a.low': dontKnow, 'a.free': 1 }
    expect(scored(two, [aResponse('p', answers)]).verdict.level).toBe('not-ready')
    expect(known(answers)).toEqual({})
    expect(known({ 'a.high': dontKnow, 'a.low': 5, 'a.free': 5 })).toEqual({})
  })

  it('are not known to be met where a reason is hidden', () => {
    const ids = ['a.high', 'a.low', 'a.free']
    const people = [1, 5].map((value, i) =>
      aResponse(i === 0 ? 'p1' : 'p2', Object.fromEntries(ids.map((id) => [id, value]))),
    )
    expect([...listKnownMusts(scored(two, people, { minGroup: 2 }), two)]).toEqual([])
  })

  it('are none if the questionnaire is unknown', () => {
    expect([...listKnownMusts(before.result, null)]).toEqual([])
  })
})

describe('a reliable change', () => {
  // 1.96 × 10 × √(2 × 0.2) = 12.396…
  it('is larger than its error', () => {
    expect(isReliable(-12.4, 10, 0.8)).toBe(true)
    expect(isReliable(12.39, 10, 0.8)).toBe(false)
  })

  it('is the one of the published example, with a standard error of the difference of 4.74', () => {
    // Jacobson and Truax 1991: SD 7.5, reliability 0.8; from 47.5 to 32.5 is 3.16 of them.
    const standardError = 4.743416490252569
    expect(15 / standardError).toBeCloseTo(3.16, 2)
    expect(isReliable(32.5 - 47.5, 7.5, 0.8)).toBe(true)
    expect(isReliable(1.96 * standardError, 7.5, 0.8)).toBe(false)
    expect(isReliable(1.96 * standardError + 1e-8, 7.5, 0.8)).toBe(true)
  })

  it('is not known without alpha or a spread', () => {
    expect(isReliable(40, 10, null)).toBeNull()
    expect(isReliable(40, undefined, 0.8)).toBeNull()
  })
})
