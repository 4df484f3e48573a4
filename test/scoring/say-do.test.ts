import { describe, expect, it } from 'vitest'
import type { PlanResult, SayDo } from '../../src/model/result.ts'
import { listSayDo, type PlanEvidence } from '../../src/scoring/say-do.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  aStanding,
  dontKnow,
  notApplicable,
  type Short,
  scored,
  shown,
  skipped,
} from './support/builders.ts'

type Check = PlanEvidence['checks'][number]

const aCheck = (id: string, supports: string, more: Partial<Check> = {}): Check => ({
  id,
  supports: supports.split(' '),
  severity: 'warning',
  passed: false,
  passesNowhere: true,
  ...more,
})
const failing = { passed: false, passesNowhere: true }
const passing = { passed: true, passesNowhere: false }
/** At some visits; or unread. */
const half = { passed: false, passesNowhere: false }

const certain = { low: 80, high: 80, coverage: 1 }

/** A plan of which only some dimensions are scored, on 0..100. */
function aPlan(
  checks: readonly Check[],
  scores: Readonly<Record<string, number | null>> = {},
): PlanEvidence {
  const result: PlanResult = {
    score: { value: 80, ...certain },
    errors: 0,
    read: 1,
    unread: [],
    stage: 'agreed',
    dimensions: Object.entries(scores).map(([id, value]) => ({ id, score: { value, ...certain } })),
    findings: [],
  }
  return { result, checks }
}

/** One question that one check supports, with what a partner's people answered. */
function comparedWith(
  check: Partial<Check>,
  ...answers: readonly Short[]
): readonly SayDo['kind'][] {
  const standing = aStanding(
    aQuestionnaire([aQuestion('a.q'), aQuestion('a.r', { weight: 99 })], { coverage: 0 }),
    answers.map((answer) => aResponse('p', { 'a.q': answer, 'a.r': 3 })),
  )
  return listSayDo(standing, aPlan([aCheck('a.check', 'a.q', check)])).map(({ kind }) => kind)
}

describe('claimed, not written', () => {
  it.each<[string, Partial<Check>, Short[], boolean]>([
    ['a question at 75 of which the check passes nowhere', failing, [4], true],
    ['one just under it', failing, [4, 4, 4, 3], false],
    ['one of which the check passes somewhere', half, [5], false],
    ['one of which the check passes', passing, [5], false],
    ['one that nobody answered', failing, [dontKnow], false],
    ['one of which those who answered say so', failing, [5, dontKnow, dontKnow], true],
  ])('takes %s', (_, check, answers, expected) => {
    expect(comparedWith(check, ...answers)).toEqual(expected ? ['claimed-not-written'] : [])
  })

  it('takes every check that supports the question', () => {
    const standing = aStanding(aQuestionnaire([aQuestion('a.q')]), [aResponse('p', { 'a.q': 5 })])
    const one = aCheck('a.one', 'a.q')
    const other = aCheck('b.other', 'a.q')
    expect(listSayDo(standing, aPlan([one, other]))).toEqual([
      {
        kind: 'claimed-not-written',
        question: 'a.q',
        partner: 'p',
        checks: ['a.one', 'b.other'],
      },
    ])
    expect(listSayDo(standing, aPlan([one, { ...other, ...half }]))).toEqual([])
    expect(listSayDo(standing, aPlan([]))).toEqual([])
  })
})

describe('written, not lived', () => {
  it.each<[string, Partial<Check>, Short[], boolean]>([
    ['a question at 25 of which the check passes', passing, [2], true],
    ['one just over it', passing, [2, 2, 2, 3], false],
    ['one of which the check passes somewhere only', half, [1], false],
    ['one of which half the people do not know', passing, [5, dontKnow], true],
    ['one of which fewer do not know', passing, [5, 5, dontKnow], false],
    [
      'one of which half do not know, whatever the others left open',
      passing,
      [dontKnow, skipped],
      true,
    ],
    ['one that was skipped', passing, [skipped, skipped], false],
    ['one that does not apply', passing, [notApplicable], false],
  ])('takes %s', (_, check, answers, expected) => {
    expect(comparedWith(check, ...answers)).toEqual(expected ? ['written-not-lived'] : [])
  })

  it('takes all the checks that support the question', () => {
    const standing = aStanding(aQuestionnaire([aQuestion('a.q')]), [aResponse('p', { 'a.q': 1 })])
    const one = aCheck('a.one', 'a.q', passing)
    const other = aCheck('b.other', 'a.q', failing)
    expect(listSayDo(standing, aPlan([one, other]))).toEqual([])
    expect(listSayDo(standing, aPlan([one, { ...other, ...half }]))).toEqual([])
    expect(listSayDo(standing, aPlan([one, { ...other, ...passing }]))).toEqual([
      { kind: 'written-not-lived', question: 'a.q', partner: 'p', checks: ['a.one', 'b.other'] },
    ])
  })
})

describe('what people say beside the plan', () => {
  it('is sorted by weight share times severity, then in questionnaire order and by partner', () => {
    const questionnaire = aQuestionnaire([
      aQuestion('a.error'),
      aQuestion('a.mixed'),
      aQuestion('a.weighty', { weight: 2 }),
      aQuestion('a.warning'),
      aQuestion('a.equal'),
      aQuestion('a.denied', { weight: 3 }),
    ])
    const high = { 'a.error': 5, 'a.mixed': 5, 'a.weighty': 5, 'a.warning': 5, 'a.equal': 5 }
    const people = ['p2', 'p1'].map((partner) => aResponse(partner, { ...high, 'a.denied': 1 }))
    const checks = [
      aCheck('a.c1', 'a.equal'),
      aCheck('a.c2', 'a.warning a.mixed'),
      aCheck('a.c3', 'a.weighty'),
      aCheck('a.c4', 'a.error a.mixed', { severity: 'error' }),
      aCheck('a.c5', 'a.denied', passing),
    ]
    const found = listSayDo(aStanding(questionnaire, people), aPlan(checks))
    // Shares of 9: error and mixed 3, weighty 2 × 2, warning and equal 2, denied 3 × 2.
    expect(found.map(({ question, partner, checks: own }) => [question, partner, own])).toEqual([
      ['a.denied', 'p1', ['a.c5']],
      ['a.denied', 'p2', ['a.c5']],
      ['a.weighty', 'p1', ['a.c3']],
      ['a.weighty', 'p2', ['a.c3']],
      ['a.error', 'p1', ['a.c4']],
      ['a.error', 'p2', ['a.c4']],
      ['a.mixed', 'p1', ['a.c2', 'a.c4']],
      ['a.mixed', 'p2', ['a.c2', 'a.c4']],
      ['a.warning', 'p1', ['a.c2']],
      ['a.warning', 'p2', ['a.c2']],
      ['a.equal', 'p1', ['a.c1']],
      ['a.equal', 'p2', ['a.c1']],
    ])
  })

  it('changes no score, and is empty without a plan', () => {
    const questionnaire = aQuestionnaire([aQuestion('a.q')])
    const people = [aResponse('p', { 'a.q': 5 })]
    const planEvidence = aPlan([aCheck('a.check', 'a.q')])
    const { sayDo, plan, ...rest } = shown(questionnaire, people, { planEvidence })
    expect([sayDo.length, plan]).toEqual([1, planEvidence.result])
    expect(shown(questionnaire, people)).toEqual({ ...rest, sayDo: [], plan: null })
  })

  it('leaves out questions that fewer than minGroup people answered', () => {
    const questionnaire = aQuestionnaire([aQuestion('a.q'), aQuestion('a.r'), aQuestion('a.s')], {
      coverage: 0,
    })
    const people = [
      aResponse('p', { 'a.q': 5, 'a.r': 5, 'a.s': 5 }),
      aResponse('p', { 'a.q': dontKnow, 'a.r': 5, 'a.s': 5 }),
    ]
    const planEvidence = aPlan([aCheck('a.check', 'a.q a.s')])
    const found = shown(questionnaire, people, { planEvidence, minGroup: 2 }).sayDo
    expect(found.map(({ question }) => question)).toEqual(['a.s'])
    expect(scored(questionnaire, people, { planEvidence, minGroup: 3 })).not.toHaveProperty('sayDo')
  })
})

describe('over-confident', () => {
  const questionnaire = aQuestionnaire([aQuestion('a.q'), aQuestion('b.q')])
  const found = (
    answers: Readonly<Record<string, readonly [number, number]>>,
    scores: Readonly<Record<string, number | null>> = {},
  ) => {
    const people = Object.entries(answers).map(([partner, [a, b]]) =>
      aResponse(partner, { 'a.q': a, 'b.q': b }),
    )
    return listSayDo(aStanding(questionnaire, people), aPlan([], scores))
  }
  const entry = (dimension: string, partner: string): SayDo => ({
    kind: 'over-confidence',
    dimension,
    partner,
    checks: [],
  })

  it.each<[string, Parameters<typeof found>, readonly SayDo[]]>([
    [
      'a view of 75 where the plan is under 50',
      [{ p: [4, 3] }, { a: 49.9, b: 0 }],
      [entry('a', 'p')],
    ],
    ['none where the plan is at 50, or has no score', [{ p: [5, 5] }, { a: 50, b: null }], []],
    [
      'a view 25 over another partner’s',
      [{ p1: [5, 4], p2: [4, 5] }],
      [entry('a', 'p1'), entry('b', 'p2')],
    ],
    [
      'none that is under 75',
      [
        { p1: [3, 3], p2: [1, 1] },
        { a: 0, b: 0 },
      ],
      [],
    ],
    ['a partner alone without a plan to hold it against', [{ p: [5, 5] }], []],
  ])('is %s', (_, input, expected) => {
    expect(found(...input)).toEqual(expected)
  })

  it('is not a view less than 25 over another, at the least step there is', () => {
    const ten = aQuestionnaire([aQuestion('a.q'), aQuestion('a.r'), aQuestion('a.s')])
    const people = [
      aResponse('p1', { 'a.q': 5, 'a.r': 5, 'a.s': 5 }),
      aResponse('p2', { 'a.q': 5, 'a.r': 5, 'a.s': 3 }),
    ]
    expect(listSayDo(aStanding(ten, people), aPlan([]))).toEqual([])
  })
})
