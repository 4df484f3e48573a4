import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Effort } from '../../src/model/vocabulary.ts'
import { findLevelBounds, getLevelAbove } from '../../src/scoring/level.ts'
import { findPathToLevel } from '../../src/scoring/path.ts'
import { brutePath } from './support/brute-path.ts'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  aStanding,
  choices,
  dontKnow,
  notReady,
  number,
  rating,
  ready,
  type Short,
  yesNo,
} from './support/builders.ts'

const levels = [{ ...ready, score: 75, weakest: 0 }, notReady]
const practice = (effort: Effort) => aPractice({ effort })

/** Everybody is of a partner of their own unless told otherwise. */
function path(
  questions: readonly ReturnType<typeof aQuestion>[],
  people: readonly Readonly<Record<string, Short>>[],
  more: Parameters<typeof aQuestionnaire>[1] & { readonly partners?: readonly string[] } = {},
) {
  const { partners = [], ...rest } = more
  const questionnaire = aQuestionnaire(questions, { levels, coverage: 0, ...rest })
  const standing = aStanding(
    questionnaire,
    people.map((answers, i) => aResponse(partners[i] ?? `p${i + 1}`, answers)),
  )
  return findPathToLevel(standing, findLevelBounds(standing))
}

describe('the path', () => {
  it('is null at the highest level', () => {
    expect(path([aQuestion('a.q')], [{ 'a.q': 5 }])).toBe(null)
  })

  it('takes the least effort', () => {
    const found = path(
      [
        aQuestion('a.q1', { practice: practice('small') }),
        aQuestion('a.q2', { practice: practice('large') }),
      ],
      [{ 'a.q1': 3, 'a.q2': 3 }],
    )
    expect(found).toEqual({
      to: 'ready',
      effort: 2,
      steps: [{ question: 'a.q1', steps: 2, effort: 2 }],
    })
  })

  it('takes the fewest steps of equal efforts', () => {
    const found = path(
      [
        aQuestion('a.q1', { practice: practice('small') }),
        aQuestion('a.q2', { weight: 3, practice: practice('medium') }),
      ],
      [{ 'a.q1': 1, 'a.q2': 4 }],
    )
    expect(found?.steps).toEqual([{ question: 'a.q2', steps: 1, effort: 3 }])
  })

  it('takes the first ids of equal efforts and steps', () => {
    const found = path(
      [aQuestion('b.q'), aQuestion('a.q2'), aQuestion('a.q1')],
      [{ 'b.q': 4, 'a.q2': 3, 'a.q1': 3 }],
      { weights: { b: 1, a: 2 } },
    )
    expect(found?.steps).toEqual([{ question: 'a.q1', steps: 2, effort: 6 }])
  })

  const stepsOn = (question: string, steps: number) => ({
    to: 'ready',
    effort: 3 * steps,
    steps: [{ question, steps, effort: 3 * steps }],
  })

  it.each([
    ['of two partners', ['p1', 'p2']],
    ['of one', ['p1', 'p1']],
  ])(
    'moves the answers %s by one value each, and leaves those at the end of the scale',
    (_, partners) => {
      // (100 + 0) / 2 at first, (100 + 50) / 2 after two steps; the mean moved by two values would be at the end.
      expect(path([aQuestion('a.q')], [{ 'a.q': 5 }, { 'a.q': 1 }], { partners })).toEqual(
        stepsOn('a.q', 2),
      )
    },
  )

  it('goes down a reversed scale', () => {
    expect(path([aQuestion('a.q', { reverse: true })], [{ 'a.q': 4 }])).toEqual(stepsOn('a.q', 2))
  })

  it('brings every answer to a yes-no to the better one in one step', () => {
    const question = aQuestion('a.q', { form: yesNo })
    const partners = ['p1', 'p1']
    expect(path([question], [{ 'a.q': false }, { 'a.q': true }], { partners })).toEqual(
      stepsOn('a.q', 1),
    )
  })

  it.each([
    ['one of two is below it', [1, 5], 2],
    ['two of four are, one of them by one value', [1, 2, 5, 5], 1],
  ])('raises a must by as many steps as it takes: %s', (_, values, steps) => {
    const must = aMust(3, 'not-ready')
    const found = path(
      [aQuestion('a.q', { must })],
      values.map((value) => ({ 'a.q': value })),
      { levels: [{ ...ready, score: 0, weakest: 0 }, notReady], partners: values.map(() => 'p1') },
    )
    expect(found).toEqual(stepsOn('a.q', steps))
  })

  it('needs no step on an essential question that fewer than half of each partner’s people are below', () => {
    const must = aMust(3, 'not-ready')
    const found = path([aQuestion('a.q', { must })], [{ 'a.q': 1 }, { 'a.q': 5 }, { 'a.q': 5 }], {
      levels: [{ ...ready, score: 0, weakest: 0 }, notReady],
      partners: ['p1', 'p1', 'p1'],
    })
    expect(found).toBe(null)
  })

  it('leaves open answers open', () => {
    const found = path(
      [aQuestion('a.q1'), aQuestion('a.q2')],
      [
        { 'a.q1': 5, 'a.q2': dontKnow },
        { 'a.q1': 2, 'a.q2': 2 },
      ],
    )
    expect(found?.effort).toBe(6)
  })

  it('lifts the weakest dimension of a partner and a must as well', () => {
    const found = path(
      [aQuestion('a.q', { must: aMust(3, 'not-ready') }), aQuestion('b.q')],
      [{ 'a.q': 2, 'b.q': 2 }],
      { levels: [{ ...ready, score: 0, weakest: 50 }, notReady] },
    )
    expect(found?.steps).toEqual([
      { question: 'a.q', steps: 1, effort: 3 },
      { question: 'b.q', steps: 1, effort: 3 },
    ])
  })

  it.each([
    [
      'must-open',
      [aQuestion('a.q', { must: aMust(3, 'not-ready') }), aQuestion('a.r')],
      { 'a.q': dontKnow, 'a.r': 1 },
    ],
    [
      'must-not-raisable',
      [
        aQuestion('a.q', { form: number(0, 10), must: aMust(3, 'not-ready') }),
        aQuestion('a.r', { weight: 9 }),
      ],
      { 'a.q': 2, 'a.r': 1 },
    ],
    [
      'out-of-reach',
      [aQuestion('a.q', { form: choices('choice', { none: 0, full: 1 }) }), aQuestion('a.r')],
      { 'a.q': 'none', 'a.r': 1 },
    ],
  ])('is blocked: %s', (reason, questions, answers) => {
    expect(path(questions, [answers])).toEqual({ to: 'ready', effort: null, reason })
  })

  it('names an unanswered essential question before one that steps cannot raise', () => {
    const found = path(
      [
        aQuestion('a.q', { form: number(0, 10), must: aMust(3, 'not-ready') }),
        aQuestion('a.r', { must: aMust(2, 'not-ready') }),
      ],
      [{ 'a.q': 2, 'a.r': dontKnow }],
    )
    expect(found?.reason).toBe('must-open')
  })
})

describe('the path, against every set of steps there is', () => {
  const kinds = fc.record({
    size: fc.integer({ min: 2, max: 4 }),
    yesNo: fc.boolean(),
    weight: fc.constantFrom(0.5, 1, 1, 2, 0.7),
    effort: fc.constantFrom<Effort>('small', 'medium', 'large', 'medium'),
    reverse: fc.boolean(),
    must: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 5 }),
    dimension: fc.constantFrom('a', 'b', 'a-b'),
    marks: fc.array(fc.option(fc.nat(), { freq: 8 }), { minLength: 5, maxLength: 5 }),
  })
  const tables = fc.record({
    kinds: fc.array(kinds, { minLength: 1, maxLength: 5 }),
    score: fc.integer({ min: 10, max: 100 }),
    weakest: fc.integer({ min: 0, max: 100 }),
    partners: fc.constantFrom('p1 p2 p3', 'p1 p1 p2', 'p1 p1 p1 p1 p2', 'p1 p1 p2 p2 p2'),
  })

  it('has the same effort, number of steps and ids', () => {
    let compared = 0
    fc.assert(
      fc.property(tables, ({ kinds: all, score, weakest, partners }) => {
        const questions = all.map((kind, i) =>
          aQuestion(`${kind.dimension}.q${i}`, {
            form: kind.yesNo ? yesNo : rating(kind.size),
            weight: kind.weight,
            practice: practice(kind.effort),
            reverse: kind.reverse && kind.must === null,
            must:
              kind.must === null
                ? null
                : aMust(kind.yesNo ? 1 : Math.min(kind.must, kind.size), 'not-ready'),
          }),
        )
        const people = partners.split(' ').map((partner, person) =>
          aResponse(
            partner,
            Object.fromEntries(
              questions.map(({ id }, i): [string, Short] => {
                const kind = all[i]
                const mark = kind?.marks[person] ?? null
                if (kind === undefined || mark === null) return [id, dontKnow]
                return [id, kind.yesNo ? mark % 2 === 0 : 1 + (mark % kind.size)]
              }),
            ),
          ),
        )
        const questionnaire = aQuestionnaire(questions, {
          coverage: 0,
          levels: [{ ...ready, score, weakest }, notReady],
        })
        const standing = aStanding(questionnaire, people)
        const found = findLevelBounds(standing)
        const next = found.level && getLevelAbove(found.level, questionnaire.levels)
        if (next === null || standing.overall?.value === null) return
        const ours = findPathToLevel(standing, found)
        const brute = brutePath(standing, next)
        compared += 1
        if (brute === null) {
          expect(ours?.effort).toBe(null)
          return
        }
        expect({
          effort: ours?.effort,
          steps: ours?.steps?.reduce((sum, each) => sum + each.steps, 0),
          ids: ours?.steps
            ?.flatMap(({ question, steps }) => Array<string>(steps).fill(question))
            .sort(),
        }).toEqual(brute)
      }),
      { numRuns: 600 },
    )
    expect(compared).toBeGreaterThan(300)
  })
})

describe('the path, on the largest questionnaires', () => {
  it('is found for 60 questions and 4 partners', () => {
    const efforts: readonly Effort[] = ['small', 'medium', 'large']
    const questions = Array.from({ length: 60 }, (_, i) =>
      aQuestion(`d${i % 6}.q${i}`, {
        weight: 1 + ((i * 37) % 11) / 7,
        practice: practice(efforts[i % 3] ?? 'medium'),
      }),
    )
    const people = Array.from({ length: 12 }, (_, person) =>
      Object.fromEntries(
        questions.map(({ id }, i) => [id, 1 + ((i * 13 + person * 7 + i * person) % 3)]),
      ),
    )
    const standing = aStanding(
      aQuestionnaire(questions, { levels: [{ ...ready, weakest: 70 }, notReady] }),
      people.map((answers, i) => aResponse(`p${i % 4}`, answers)),
    )
    expect(findPathToLevel(standing, findLevelBounds(standing))?.effort).toBeTypeOf('number')
  })

  it('comes to an end where it can no longer be proven the cheapest', () => {
    const questions = Array.from({ length: 200 }, (_, i) =>
      aQuestion(`d${i % 2}.q${i}`, {
        form: {
          type: 'rating',
          values: Array.from({ length: 10 }, (_, at) => ({ value: at + 1, label: null })),
        },
        weight: 1 + ((i * 37) % 11) / 7,
      }),
    )
    const people = Array.from({ length: 10 }, (_, person) =>
      Object.fromEntries(
        questions.map(({ id }, i) => [id, 1 + ((i * 13 + person * 7 + i * person) % 9)]),
      ),
    )
    const standing = aStanding(
      aQuestionnaire(questions, { levels: [{ ...ready, weakest: 74 }, notReady] }),
      people.map((answers, i) => aResponse(`p${i}`, answers)),
    )
    expect(findPathToLevel(standing, findLevelBounds(standing))?.effort).toBeTypeOf('number')
  })
})
