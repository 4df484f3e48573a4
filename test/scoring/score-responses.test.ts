import { describe, expect, it } from 'vitest'
import {
  aMust,
  anAnswer,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  scored,
} from './support/builders.ts'

const questionnaire = aQuestionnaire([
  aQuestion('a.q', { practice: aPractice(), must: aMust(3) }),
  aQuestion('a.text', { form: { type: 'text' }, scored: false }),
])
const people = [
  aResponse('p1', { 'a.q': 2, 'a.text': 'x' }),
  aResponse('p2', { 'a.q': 4 }),
  aResponse('p2', { 'a.q': 5 }),
]

describe('scoreResponses', () => {
  it('has only the questions that have a score', () => {
    expect(scored(questionnaire, people).questions?.map(({ id }) => id)).toEqual(['a.q'])
  })

  it('is a full run as soon as one response is', () => {
    const quick = aResponse('p1', { 'a.q': 2 }, { run: 'quick' })
    expect(scored(questionnaire, [quick]).questionnaire.run).toBe('quick')
    expect(scored(questionnaire, [quick, ...people]).questionnaire.run).toBe('full')
  })

  it('tells the day only where it was used', () => {
    expect(scored(questionnaire, people)).not.toHaveProperty('today')
    expect(scored(questionnaire, people, { today: '2026-11-22' }).today).toBe('2026-11-22')
  })

  it('counts all five states apart', () => {
    const asked = (response: (typeof people)[number]) =>
      new Set(response.respondent.id === 'aside' ? [] : ['a.q'])
    const { questions } = scored(
      questionnaire,
      [
        aResponse('p', { 'a.q': 4 }),
        aResponse('p', { 'a.q': dontKnow }),
        aResponse('p', { 'a.q': notApplicable }),
        aResponse('p', {}),
        aResponse('p', { 'a.q': 1 }, { respondent: { id: 'aside', role: null } }),
      ],
      { asked },
    )
    expect(questions?.[0]?.partners).toEqual([
      {
        id: 'p',
        score: 75,
        mean: 4,
        sd: null,
        rwg: null,
        answered: 1,
        dontKnow: 1,
        notApplicable: 1,
        skipped: 1,
      },
    ])
  })

  it('hands on what people wrote, of asked questions only, in an order that tells nothing', () => {
    const noted = (partner: string, note: string) =>
      aResponse(partner, {}, { answers: new Map([['a.q', anAnswer(3, note)]]) })
    const exempt = aResponse('p1', { 'a.q': notApplicable })
    const all = [noted('p2', 'b'), noted('p1', 'z'), noted('p2', 'a'), exempt]
    const result = scored(questionnaire, all)
    expect(result.notes).toEqual([
      { question: 'a.q', partner: 'p1', note: 'z' },
      { question: 'a.q', partner: 'p2', note: 'a' },
      { question: 'a.q', partner: 'p2', note: 'b' },
    ])
    expect(result.notApplicable).toEqual([
      { question: 'a.q', partner: 'p1', reason: 'No such thing here' },
    ])
    expect(scored(questionnaire, all, { asked: () => new Set() }).notes).toEqual([])
  })

  it('hands on the profiles', () => {
    const profile = new Map([['stage', 'agreed']])
    const stage = {
      id: 'stage',
      dimension: null,
      ask: '',
      why: null,
      when: null,
      formerly: [],
      form: { type: 'text' as const },
    }
    const { profiles } = scored({ ...questionnaire, profile: [stage] }, [
      aResponse('p2', {}, { profile, respondent: { id: 'r1', role: null } }),
      aResponse('p1', {}, { respondent: { id: 'r1', role: null } }),
    ])
    expect(profiles).toEqual([
      { partner: 'p1', respondent: 'r1', profile: {} },
      { partner: 'p2', respondent: 'r1', profile: { stage: 'agreed' } },
    ])
  })
})

describe('directed questions', () => {
  const us = aQuestion('a.us', { about: 'us', mirror: 'a.them' })
  const them = aQuestion('a.them', { about: 'them', mirror: 'a.us' })

  it('hold what a partner says of itself against what the others say of it', () => {
    const { directed } = scored(aQuestionnaire([us, them]), [
      aResponse('p1', { 'a.us': 5, 'a.them': 2 }),
      aResponse('p2', { 'a.us': 3, 'a.them': 4 }),
    ])
    expect(directed).toEqual([
      { question: 'a.us', mirror: 'a.them', partner: 'p1', own: 100, others: 75, gap: 25 },
      { question: 'a.us', mirror: 'a.them', partner: 'p2', own: 50, others: 25, gap: 25 },
    ])
  })

  it('are paired once, from whichever side', () => {
    const alone = aQuestionnaire([{ ...us, mirror: null }, them])
    expect(scored(alone, [aResponse('p1', { 'a.us': 5 })]).directed).toEqual([
      { question: 'a.us', mirror: 'a.them', partner: 'p1', own: 100, others: null, gap: null },
    ])
  })
})

describe('privacy', () => {
  it('splits nothing by partner where one has too few people', () => {
    const result = scored(questionnaire, people, { minGroup: 2, managers: new Map([['p1', 'x']]) })
    expect(result.hidden).toEqual({ minGroup: 2, scope: 'partners' })
    for (const key of ['partners', 'sayDo', 'directed', 'profiles', 'notes', 'notApplicable']) {
      expect(result).not.toHaveProperty(key)
    }
    expect(result.dimensions?.[0]).not.toHaveProperty('gap')
    expect(result.questions).toEqual([{ id: 'a.q', score: 56.25 }])
    expect(result.verdict.reasons).toEqual([{ code: 'score', value: 56.25, needs: 75 }])
    expect(result.actions).toMatchObject([{ partner: null, owner: null }])
    expect(JSON.stringify(result)).not.toMatch(/"p[12]"/)
  })

  it('shows nothing where there are too few in all, and lets no limit tell', () => {
    const result = scored(questionnaire, people, {
      minGroup: 4,
      limits: { minScore: 1 },
      warnings: ['p1 has not finished'],
    })
    expect(result).toEqual({
      accordant: 'result/1',
      questionnaire: { id: 'sample', version: '1.0.0', hash: 'sha256:0', run: 'full' },
      partnership: 'us',
      hidden: { minGroup: 4, scope: 'all' },
      verdict: {
        pass: false,
        level: null,
        levelLow: null,
        levelHigh: null,
        reasons: [{ code: 'limit', option: 'minScore', value: null, needs: 1 }],
        decidedBy: [],
      },
    })
  })

  it('shows everything of groups that are large enough', () => {
    expect(scored(questionnaire, people, { minGroup: 1 })).not.toHaveProperty('hidden')
  })
})
