import { describe, expect, it } from 'vitest'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  scored,
  shown,
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
    expect(shown(questionnaire, people).questions.map(({ id }) => id)).toEqual(['a.q'])
  })

  it('is a full run as soon as one response is', () => {
    const quick = aResponse('p1', { 'a.q': 2 }, { run: 'quick' })
    expect(scored(questionnaire, [quick]).questionnaire.run).toBe('quick')
    expect(scored(questionnaire, [quick, ...people]).questionnaire.run).toBe('full')
  })

  it('includes the day only if it was used', () => {
    expect(scored(questionnaire, people)).not.toHaveProperty('today')
    expect(shown(questionnaire, people, { today: '2026-11-22' }).today).toBe('2026-11-22')
  })

  it('counts all five states apart', () => {
    const asked = (response: (typeof people)[number]) =>
      new Set(response.respondent.id === 'aside' ? [] : ['a.q'])
    const { questions } = shown(
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
    expect(questions[0]?.partners).toEqual([
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

  it('hands on who does not count and who is missing, the plan, and the warnings', () => {
    const leftOut = [
      {
        partner: 'p3',
        respondent: 'r9',
        file: 'responses/r9.yaml',
        reason: 'excluded' as const,
        note: 'Answered twice by mistake',
      },
    ]
    const result = shown(questionnaire, people, {
      leftOut,
      askedPartners: ['p1', 'p2', 'p4'],
      warnings: ['Another version'],
    })
    expect(result.leftOut).toEqual(leftOut)
    expect(result.missing).toEqual(['p3', 'p4'])
    expect([result.plan, result.warnings]).toEqual([null, ['Another version']])
  })

  it('gives every part of a result, down to one person', () => {
    const score = { value: 25, low: 25, high: 25, coverage: 1 }
    const none = { value: null, high: null, low: null }
    expect(shown(questionnaire, [aResponse('p1', { 'a.q': 2, 'a.text': 'x' })])).toEqual({
      accordant: 'result/2',
      questionnaire: { id: 'sample', version: '1.0.0', hash: 'sha256:0', run: 'full' },
      partnership: 'us',
      verdict: {
        pass: true,
        level: 'not-ready',
        levelLow: 'not-ready',
        levelHigh: 'not-ready',
        reasons: [{ code: 'score', value: 25, needs: 40 }],
        lifted: [],
        decidedBy: [],
        withoutOne: { of: null, reason: 'too-few' },
      },
      score,
      leftOut: [],
      missing: [],
      quality: { straight: 0 },
      partners: [{ id: 'p1', respondents: 1, score, dimensions: [{ id: 'a', score, rwgj: null }] }],
      subjects: [{ partner: 'p1', own: null, others: null, pairs: 0, shared: 25 }],
      dimensions: [
        { id: 'a', weight: 1, score, gap: none, alpha: { value: null, reason: 'too-few' } },
      ],
      questions: [
        {
          id: 'a.q',
          score: 25,
          gap: none,
          partners: [
            {
              id: 'p1',
              score: 25,
              mean: 2,
              sd: null,
              rwg: null,
              answered: 1,
              dontKnow: 0,
              notApplicable: 0,
              skipped: 0,
            },
          ],
        },
      ],
      divided: [],
      agreement: { krippendorff: { value: null, reason: 'too-few' } },
      sayDo: [],
      plan: null,
      path: { to: 'emerging', effort: 3, steps: [{ question: 'a.q', steps: 1, effort: 3 }] },
      actions: [
        {
          day: 'substance',
          question: 'a.q',
          partners: ['p1'],
          owner: null,
          do: 'Do it',
          done: null,
          effort: 'medium',
          takes: 'P2W',
          gain: 75,
        },
      ],
      directed: [],
      profiles: [],
      notes: [],
      notApplicable: [],
      warnings: [],
    })
  })
})
