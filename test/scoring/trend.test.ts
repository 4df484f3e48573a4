import { describe, expect, it } from 'vitest'
import type { Response } from '../../src/model/response.ts'
import { buildTrends, checkNoWorse, isReliable, type TrendPoint } from '../../src/scoring/trend.ts'
import { aQuestion, aQuestionnaire, aResponse, scored } from './support/builders.ts'

const questionnaire = aQuestionnaire([
  aQuestion('a.q', { must: { least: 3, cap: 'low' } }),
  aQuestion('a.r'),
])

function point(name: string, people: readonly Response[], more: Partial<TrendPoint> = {}) {
  const ids = new Map<string, Set<string>>()
  for (const { partner, respondent } of people) {
    ids.set(partner, (ids.get(partner) ?? new Set()).add(respondent.id))
  }
  const result = scored(questionnaire, people)
  return { name, result, questionnaire, people: ids, spread: new Map(), ...more }
}

function person(id: string, answers: Parameters<typeof aResponse>[1]): Response {
  return { ...aResponse('p', answers), respondent: { id, role: null } }
}

const before = point('before', [person('r1', { 'a.q': 4, 'a.r': 3 })])
const now = point('now', [person('r1', { 'a.q': 2, 'a.r': 4 })])

describe('a trend', () => {
  it('tells each change, and what fell below a must', () => {
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

  it('leaves out and names the questions of another version', () => {
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

  it('is withheld where one person came or went', () => {
    expect(isWithheld([group('x', 'r1', 'r2'), group('y', 'r1', 'r2', 'r3')])).toEqual([true])
  })

  it('is shown of the same people, and where enough of them changed', () => {
    expect(isWithheld([group('x', 'r1', 'r2'), group('y', 'r1', 'r2')])).toEqual([false])
    expect(isWithheld([group('x', 'r1', 'r2'), group('y', 'r3', 'r4')])).toEqual([false])
  })

  it('is withheld where a result does not say who answered, and as a whole', () => {
    const unknown = { ...group('x', 'r1', 'r2'), people: null }
    expect(isWithheld([unknown, group('y', 'r1', 'r2'), group('z', 'r3', 'r4')])).toEqual([
      true,
      true,
    ])
  })

  it('lets no limit tell what is withheld', () => {
    const more = group('y', 'r1', 'r2', 'r3')
    expect(checkNoWorse(group('x', 'r1', 'r2'), more, questionnaire, 2)).toEqual([
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

  it('is met by the same', () => {
    expect(checkNoWorse(before, before, questionnaire, 1)).toEqual([])
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
