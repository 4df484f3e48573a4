import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listQuestions, type Question, type Questionnaire } from '../../src/model/questionnaire.ts'
import type { Response } from '../../src/model/response.ts'
import type { Result, ScoredResult } from '../../src/model/result.ts'
import { isAllHidden } from '../../src/model/verdict-states.ts'
import {
  countResponses,
  getAnswerCounts,
  type PartnerCounts,
} from '../../src/scoring/answer-counts.ts'
import { computeMoments } from '../../src/scoring/counts.ts'
import type { ScoringInput } from '../../src/scoring/score-responses.ts'
import { Attacker, createSolver, keyOf } from './support/attack.ts'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  emerging,
  notApplicable,
  notReady,
  rating,
  ready,
  type Short,
  scored,
  shown,
  skipped,
  yesNo,
} from './support/builders.ts'

const all = (value: Short, ...ids: string[]) => Object.fromEntries(ids.map((id) => [id, value]))

describe('a partner with fewer people than minGroup', () => {
  const questionnaire = aQuestionnaire([
    aQuestion('a.q', { practice: aPractice(), must: aMust(3) }),
  ])
  const people = [
    aResponse('p1', { 'a.q': 2 }),
    aResponse('p2', { 'a.q': 4 }),
    aResponse('p2', { 'a.q': 5 }),
  ]
  const head = {
    accordant: 'result/2',
    questionnaire: { id: 'sample', version: '1.0.0', hash: 'sha256:0', run: 'full' },
    partnership: 'us',
  }

  it('hides everything that is split by partner', () => {
    const result = scored(questionnaire, people, {
      minGroup: 2,
      managers: new Map([['p1', 'x']]),
      leftOut: [{ partner: 'p3', respondent: 'r9', file: 'r9.yaml', reason: 'empty', note: null }],
    })
    const score = { value: 56.25, low: 56.25, high: 56.25, coverage: 1 }
    expect(result).toEqual({
      ...head,
      hidden: { minGroup: 2, scope: 'partners' },
      verdict: {
        pass: true,
        level: 'emerging',
        levelLow: 'emerging',
        levelHigh: 'emerging',
        reasons: [{ code: 'score', value: 56.25, needs: 75 }, { code: 'hidden' }],
        decidedBy: [],
        withoutOne: { of: null, reason: 'private' },
      },
      score,
      missing: ['p3'],
      quality: { straight: 0 },
      dimensions: [{ id: 'a', weight: 1, score, alpha: { value: null, reason: 'too-few' } }],
      questions: [{ id: 'a.q', score: 56.25 }],
      agreement: { krippendorff: { value: null, reason: 'one-item' } },
      plan: null,
      path: {
        to: 'ready',
        effort: 6,
        steps: [{ question: 'a.q', steps: 2, effort: 6 }],
      },
      actions: [
        {
          day: 'substance',
          question: 'a.q',
          do: 'Do it',
          done: null,
          effort: 'medium',
          takes: 'P2W',
          gain: 43.75,
        },
      ],
      warnings: [],
    })
  })

  it('hides everything if there are too few people in all, and then every limit counts as missed', () => {
    const limits = { minScore: 1, minLevel: 'not-ready', minDimension: 1 }
    const warnings = ['p1 has not finished']
    const result = scored(questionnaire, people, { minGroup: 4, limits, warnings })
    expect(result).toEqual({
      ...head,
      hidden: { minGroup: 4, scope: 'all' },
      verdict: {
        pass: false,
        level: null,
        levelLow: null,
        levelHigh: null,
        reasons: [
          { code: 'limit', option: 'minScore', value: null, needs: 1 },
          { code: 'limit', option: 'minLevel', value: null, needs: 'not-ready' },
          { code: 'limit', option: 'minDimension', value: null, needs: 1 },
        ],
        decidedBy: [],
        withoutOne: { of: null, reason: 'private' },
      },
    })
    expect(scored(questionnaire, people, { minGroup: 4 }).verdict.pass).toBe(true)
  })

  it('lists missed limits after the hidden reason', () => {
    const { verdict } = scored(questionnaire, people, { minGroup: 2, limits: { minScore: 60 } })
    expect(verdict.reasons).toEqual([
      { code: 'score', value: 56.25, needs: 75 },
      { code: 'hidden' },
      { code: 'limit', option: 'minScore', value: 56.25, needs: 60 },
    ])
  })

  it('hides nothing if minGroup is 1', () => {
    expect(scored(questionnaire, people, { minGroup: 1 }).hidden).toBe(undefined)
  })
})

describe('a question that fewer than minGroup of a partner’s people answered', () => {
  const ids = ['a.q1', 'a.q2', 'a.q3', 'b.q']
  const questionnaire = aQuestionnaire(
    ids.map((id) => aQuestion(id, { practice: aPractice() })),
    { coverage: 0 },
  )
  const p1 = [
    aResponse('p1', all(4, ...ids)),
    aResponse('p1', { ...all(4, ...ids), 'a.q1': dontKnow, 'a.q2': notApplicable }),
    aResponse('p1', { ...all(4, ...ids), 'a.q1': dontKnow }),
  ]
  const p2 = [aResponse('p2', all(4, ...ids)), aResponse('p2', all(2, ...ids))]
  const nothing = {
    score: null,
    mean: null,
    sd: null,
    rwg: null,
    answered: null,
    dontKnow: null,
    notApplicable: null,
    skipped: null,
  }
  const result = shown(questionnaire, [...p1, ...p2], { minGroup: 2 })

  it('has no figures for that partner, nor has the next one with the fewest answers', () => {
    const held = result.questions.map(({ id, partners }) => [
      id,
      partners.filter(({ answered }) => answered === null).map(({ id: partner }) => partner),
    ])
    expect(held).toEqual([
      ['a.q1', ['p1']],
      ['a.q2', ['p1']],
      ['a.q3', []],
      ['b.q', []],
    ])
    expect(result.questions[0]).toEqual({
      id: 'a.q1',
      score: null,
      gap: { value: null, high: null, low: null },
      partners: [
        { id: 'p1', ...nothing },
        {
          id: 'p2',
          ...nothing,
          score: 50,
          mean: 3,
          answered: 2,
          dontKnow: 0,
          notApplicable: 0,
          skipped: 0,
        },
      ],
    })
  })

  it('hides the bounds of its dimension and of the overall score, for the partner and for all', () => {
    const bounds = ({ low, high }: { low: number | null; high: number | null }) =>
      low !== null && high !== null
    expect(
      result.partners.map(({ score, dimensions }) => [
        bounds(score),
        ...dimensions.map((each) => bounds(each.score)),
      ]),
    ).toEqual([
      [false, false, true],
      [true, true, true],
    ])
    expect([bounds(result.score), ...result.dimensions.map(({ score }) => bounds(score))]).toEqual([
      false,
      false,
      true,
    ])
    expect(result.partners[0]?.dimensions[0]?.score).toEqual({
      value: 75,
      low: null,
      high: null,
      coverage: expect.closeTo(7 / 9, 9),
    })
  })

  it('has no gain, and hides any path with a step on it', () => {
    expect(result.actions.map(({ question, gain }) => [question, gain === null])).toEqual([
      ['b.q', false],
      ['a.q3', false],
      ['a.q1', true],
      ['a.q2', true],
    ])
    expect(result.path).toEqual({ to: 'ready', effort: null })
    const cheap = aQuestionnaire(
      ids.map((id) =>
        aQuestion(id, {
          practice: aPractice({ effort: ['a.q3', 'b.q'].includes(id) ? 'small' : 'large' }),
        }),
      ),
      { coverage: 0 },
    )
    expect(shown(cheap, [...p1, ...p2], { minGroup: 2 }).path).toEqual({
      to: 'ready',
      effort: 3,
      steps: [
        { question: 'a.q3', steps: 2, effort: 2 },
        { question: 'b.q', steps: 1, effort: 1 },
      ],
    })
    const must = aMust(3, 'not-ready')
    const withMust = aQuestionnaire(
      ids.map((id) => aQuestion(id, { must: id === 'a.q1' ? must : null })),
      { coverage: 0 },
    )
    const low = p1.map((each, i) =>
      i === 0 ? aResponse('p1', { ...all(4, ...ids), 'a.q1': 1 }) : each,
    )
    const { path, verdict } = shown(withMust, low, { minGroup: 2 })
    expect(path).toEqual({ to: 'emerging', effort: null })
    expect(verdict.reasons).toEqual([{ code: 'hidden' }])
  })

  it('hides everything split by partner if it alone is scored in its dimension', () => {
    const people = [
      aResponse('p1', all(4, ...ids)),
      aResponse('p1', { ...all(4, ...ids), 'b.q': dontKnow }),
      ...p2,
    ]
    expect(scored(questionnaire, people, { minGroup: 2 }).hidden).toEqual({
      minGroup: 2,
      scope: 'partners',
    })
  })

  it('hides everything if nothing else in its dimension was answered by anybody', () => {
    const none = { 'b.q': notApplicable }
    const people = [
      aResponse('p1', all(4, ...ids)),
      aResponse('p1', { ...all(4, ...ids), ...none }),
      ...[4, 2].map((value) => aResponse('p2', { ...all(value, ...ids), ...none })),
    ]
    expect(scored(questionnaire, people, { minGroup: 2 }).hidden).toEqual({
      minGroup: 2,
      scope: 'all',
    })
  })

  it('is listed as not applicable only if at least minGroup people say so', () => {
    const must = aQuestionnaire([aQuestion('a.q', { must: aMust(2) }), aQuestion('a.r')])
    const people = [
      aResponse('p1', { 'a.q': notApplicable, 'a.r': 4 }),
      aResponse('p1', { 'a.q': notApplicable, 'a.r': 4 }),
      aResponse('p1', { 'a.q': notApplicable, 'a.r': 4 }),
    ]
    const lifted = (minGroup: number, asked?: ScoringInput['asked']) =>
      shown(must, people, { minGroup, ...(asked === undefined ? {} : { asked }) }).verdict.lifted
    expect(lifted(3)).toEqual([{ question: 'a.q', partner: 'p1' }])
    const asked = (response: Response) => new Set(response === people[0] ? ['a.q', 'a.r'] : ['a.r'])
    expect(lifted(1, asked)).toEqual([{ question: 'a.q', partner: 'p1' }])
    expect(lifted(2, asked)).toEqual([])
  })
})

describe('the spread of a group smaller than twice minGroup', () => {
  const questionnaire = aQuestionnaire([aQuestion('a.q1'), aQuestion('a.q2')], { coverage: 0 })
  const spreadOf = (...people: readonly (readonly [Short, Short])[]) => {
    const responses = people.map(([q1, q2]) => aResponse('p', { 'a.q1': q1, 'a.q2': q2 }))
    const { questions, partners, divided } = shown(questionnaire, responses, { minGroup: 2 })
    return {
      isSpread: questions.map((each) =>
        each.partners.map(({ sd, rwg }) => [sd, rwg].every(isNumber)),
      ),
      rwgj: isNumber(partners[0]?.dimensions[0]?.rwgj),
      divided: divided.map(({ question }) => question),
    }
  }
  const isNumber = (value: unknown) => typeof value === 'number'

  it('is hidden: no standard deviation, no rwg and no counts', () => {
    expect(spreadOf([2, 2], [2, 2], [4, 4])).toEqual({
      isSpread: [[false], [false]],
      rwgj: false,
      divided: [],
    })
  })

  it('is shown for larger groups', () => {
    expect(spreadOf([2, 3], [2, 3], [4, 3], [4, 3])).toEqual({
      isSpread: [[true], [true]],
      rwgj: true,
      divided: ['a.q1'],
    })
  })

  it('is hidden for a question with fewer answers, and cannot be inferred from its dimension', () => {
    expect(spreadOf([2, 3], [2, 3], [4, 3], [dontKnow, 4])).toEqual({
      isSpread: [[false], [true]],
      rwgj: false,
      divided: [],
    })
  })

  it('is hidden for a question that is hidden to protect another', () => {
    const three = aQuestionnaire([aQuestion('a.q1'), aQuestion('a.q2'), aQuestion('a.q3')], {
      coverage: 0,
    })
    const people = [2, 2, 4, 4].map((value, i) =>
      aResponse('p', { 'a.q1': i === 0 ? 3 : dontKnow, 'a.q2': value, 'a.q3': value }),
    )
    const { divided, partners } = shown(three, people, { minGroup: 2 })
    expect(divided.map(({ question }) => question)).toEqual(['a.q3'])
    expect(partners[0]?.dimensions[0]?.rwgj).toBe(null)
  })
})

describe('what is shown of all partners together if none is shown alone', () => {
  const questionnaire = aQuestionnaire([aQuestion('a.q1'), aQuestion('a.q2'), aQuestion('b.q')], {
    coverage: 0,
  })
  const ids = ['a.q1', 'a.q2', 'b.q']
  const p2 = Array.from({ length: 3 }, () => aResponse('p2', all(4, ...ids)))
  const told = (...p1: readonly Response[]) => {
    const result = scored(questionnaire, [...p1, ...p2], { minGroup: 3 })
    if (isAllHidden(result) || result.hidden === undefined) throw new Error('other scope')
    return {
      questions: result.questions.flatMap(({ id, score }) => (score === null ? [] : id)),
      bounds: result.dimensions.flatMap(({ id, score }) => (score.low === null ? [] : id)),
    }
  }

  it('is every question if everybody answered the same ones', () => {
    expect(told(aResponse('p1', all(2, ...ids)))).toEqual({ questions: ids, bounds: ['a', 'b'] })
  })

  it('is no question of a dimension in which a partner answered fewer', () => {
    expect(told(aResponse('p1', { ...all(2, ...ids), 'a.q2': notApplicable }))).toEqual({
      questions: ['b.q'],
      bounds: ['a', 'b'],
    })
  })

  it('is no bounds of a dimension with an open answer', () => {
    const p1 = [
      aResponse('p1', all(2, ...ids)),
      aResponse('p1', { ...all(2, ...ids), 'b.q': skipped }),
    ]
    expect(told(...p1)).toEqual({ questions: ['a.q1', 'a.q2'], bounds: ['a'] })
  })
})

interface Secret {
  readonly questionnaire: Questionnaire
  readonly responses: readonly Response[]
  readonly counts: readonly PartnerCounts[]
  readonly minGroup: number
}

const kinds = fc.record({
  dimension: fc.constantFrom('a', 'a', 'b', 'c'),
  form: fc.constantFrom(rating(5), rating(5), rating(3), yesNo),
  weight: fc.constantFrom(1, 1, 2, 0.7),
  must: fc.boolean(),
  isMirrored: fc.constantFrom(false, false, true),
})

const columns = fc.record({
  /** How many of a partner's people answered, as a share of all; the others leave it open, or say it does not apply. */
  share: fc.constantFrom(1, 1, 1, 0.75, 0.5, 0.25, 0),
  rest: fc.constantFrom(dontKnow, skipped, notApplicable),
  turn: fc.nat(10),
  picks: fc.array(fc.nat(20), { minLength: 6, maxLength: 6 }),
})

/** Two or three partners, of whom few people answered some of the questions. */
const secrets: fc.Arbitrary<Secret> = fc
  .record({
    kinds: fc.array(kinds, { minLength: 1, maxLength: 6 }),
    groups: fc.array(fc.constantFrom(1, 2, 3, 3, 4, 5, 6), { minLength: 1, maxLength: 3 }),
    columns: fc.array(columns, { minLength: 36, maxLength: 36 }),
    coverage: fc.constantFrom(0, 0, 0.5),
    minGroup: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ kinds: some, groups, columns: cells, coverage, minGroup }) => {
    const questions = some.flatMap(({ isMirrored, must, ...kind }, i) => {
      const question = aQuestion(`${kind.dimension}.q${i}`, {
        ...kind,
        must: must ? aMust(1, 'emerging') : null,
        practice: aPractice(),
      })
      if (!isMirrored) return [question]
      const id = `${question.id}-seen`
      return [
        { ...question, about: 'us' as const },
        { ...question, id, about: 'them' as const, mirror: question.id, must: null },
      ]
    })
    const questionnaire = aQuestionnaire(questions, {
      coverage,
      weights: { a: 2, b: 0.5 },
      levels: [{ ...ready, weakest: 50 }, emerging, notReady],
    })
    const responses = groups.flatMap((size, group) =>
      Array.from({ length: size }, (_, person) =>
        aResponse(
          `p${group + 1}`,
          Object.fromEntries(
            questions.map((question, i): [string, Short] => {
              const cell = cells[(i * groups.length + group) % cells.length]
              if (cell === undefined) return [question.id, skipped]
              const answers = (person + cell.turn) % size < Math.ceil(cell.share * size)
              return [question.id, answers ? pick(question, cell.picks[person] ?? 0) : cell.rest]
            }),
          ),
        ),
      ),
    )
    const asked = new Set(questions.map(({ id }) => id))
    const counts = countResponses(
      questionnaire,
      responses.map((response) => ({ response, asked })),
    )
    return { questionnaire, responses, counts, minGroup }
  })

function pick({ form }: Question, at: number): Short {
  return form.type === 'rating' ? 1 + (at % form.values.length) : at % 2 === 0
}

/** Every way to ask for the same result with limits that it may miss. */
const limits: readonly ScoringInput['limits'][] = [
  {},
  { minScore: 100, minDimension: 100, minLevel: 'ready' },
]

function ask({ questionnaire, responses }: Secret, minGroup: number): readonly ScoredResult[] {
  return limits
    .map((each): Result => scored(questionnaire, responses, { minGroup, limits: each }))
    .flatMap((result) => (isAllHidden(result) ? [] : [JSON.parse(JSON.stringify(result))]))
}

/** Questions of a partner that some of its people answered, but fewer than a group takes. */
function listProtected({ questionnaire, counts }: Secret, minGroup: number) {
  return counts.flatMap((own) =>
    listQuestions(questionnaire)
      .filter(({ id }) => {
        const { answered } = getAnswerCounts(own, id)
        return answered > 0 && answered < minGroup
      })
      .map(({ id }) => keyOf(own.id, id)),
  )
}

/** The truth about every unknown. */
function listTruth({ questionnaire, counts }: Secret): ReadonlyMap<string, number> {
  return new Map(
    counts.flatMap((own) =>
      listQuestions(questionnaire).flatMap(({ id }) => {
        const moments = computeMoments(getAnswerCounts(own, id).scores)
        return moments === null ? [] : [[keyOf(own.id, id), 100 * moments.mean] as const]
      }),
    ),
  )
}

function attack(secret: Secret, results: readonly ScoredResult[]) {
  const attacker = new Attacker(secret.questionnaire, secret.counts)
  const equations = results.flatMap((result) => attacker.listEquations(result))
  return { attacker, equations, isKnown: createSolver(equations.map(({ row }) => row)) }
}

const runs = { numRuns: 250 }

describe('an attack by linear algebra, by somebody who knows who answered what', () => {
  it('reads every figure correctly, and recovers everything if nothing is hidden', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const { equations, isKnown } = attack(secret, ask(secret, 1))
        const truth = listTruth(secret)
        const isWrong = ({ row, value }: (typeof equations)[number]) => {
          const sum = [...row].reduce((total, [key, by]) => total + by * (truth.get(key) ?? 0), 0)
          return Math.abs(sum - value) > 1e-6
        }
        expect(equations.filter(isWrong)).toEqual([])
        expect([...truth.keys()].filter((key) => !isKnown(new Map([[key, 1]])))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('recovers an answer that is merely left out, by subtracting from the dimension or its bounds', () => {
    const questionnaire = aQuestionnaire(
      [aQuestion('a.q1'), aQuestion('a.q2'), aQuestion('a.q3')],
      {
        coverage: 0,
      },
    )
    const responses = [
      aResponse('p1', { 'a.q1': 2, 'a.q2': 3, 'a.q3': 4 }),
      aResponse('p1', { 'a.q1': dontKnow, 'a.q2': 5, 'a.q3': 4 }),
    ]
    const asked = new Set(['a.q1', 'a.q2', 'a.q3'])
    const people = responses.map((response) => ({ response, asked }))
    const secret = {
      questionnaire,
      responses,
      counts: countResponses(questionnaire, people),
      minGroup: 2,
    }
    const whole = shown(questionnaire, responses)
    const without = (...ids: string[]) => ({
      ...whole,
      questions: whole.questions.filter(({ id }) => !ids.includes(id)),
      subjects: [],
    })
    const isFound = (result: ScoredResult) =>
      attack(secret, [result]).isKnown(new Map([[keyOf('p1', 'a.q1'), 1]]))
    expect(isFound(without('a.q1'))).toBe(true)
    expect(isFound(without('a.q1', 'a.q2', 'a.q3'))).toBe(true)
    expect(isFound(shown(questionnaire, responses, { minGroup: 2 }))).toBe(false)
  })

  it('recovers no score of a question that fewer than minGroup of a partner’s people answered', () => {
    const tried = { shown: 0, partners: 0 }
    fc.assert(
      fc.property(secrets, (secret) => {
        const { minGroup, counts, questionnaire } = secret
        const results = ask(secret, minGroup)
        const hidden = listProtected(secret, minGroup)
        if (results.length > 0 && hidden.length > 0)
          tried[results[0]?.hidden?.scope === 'partners' ? 'partners' : 'shown'] += 1
        const { attacker, isKnown } = attack(secret, results)
        expect(hidden.filter((key) => isKnown(new Map([[key, 1]])))).toEqual([])
        const small = counts.filter(({ respondents }) => respondents < minGroup)
        const views = small.flatMap(({ id }) =>
          questionnaire.dimensions.map((dimension) => attacker.view(dimension.id, id)),
        )
        expect(views.filter((view) => view.size > 0 && isKnown(view))).toEqual([])
      }),
      runs,
    )
    expect(Math.min(tried.shown, tried.partners)).toBeGreaterThan(20)
  })

  it('recovers no more by combining results with different values of minGroup', () => {
    let tried = 0
    fc.assert(
      fc.property(secrets, fc.integer({ min: 1, max: 3 }), (secret, more) => {
        const { minGroup } = secret
        const results = [...ask(secret, minGroup), ...ask(secret, minGroup + more)]
        const hidden = listProtected(secret, minGroup)
        if (results.length > 2 && hidden.length > 0) tried += 1
        const { isKnown } = attack(secret, results)
        expect(hidden.filter((key) => isKnown(new Map([[key, 1]])))).toEqual([])
      }),
      runs,
    )
    expect(tried).toBeGreaterThan(20)
  })
})
