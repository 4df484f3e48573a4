import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/model/questionnaire.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  notReady,
  ready,
  type Short,
  skipped,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const levels = [{ ...ready, score: 75, weakest: 0 }, notReady]
const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

/** The first person is of one partner, the others of another. */
function told(questions: readonly Question[], people: readonly Readonly<Record<string, Short>>[]) {
  const responses = people.map((answers, index) =>
    aResponse(index === 0 ? 'north' : 'south', answers),
  )
  const questionnaire = aQuestionnaire(questions, { levels, coverage: 0 })
  return buildSaidReport(toTell(questionnaire, responses, { partners }))
}

describe('what the open questions decide', () => {
  const questions = [aQuestion('a.q'), aQuestion('a.r', { weight: 3 }), aQuestion('b.q')]

  it('is the lowest and highest score and level, and how far each question can move the score', () => {
    const { decidingQuestions: decides } = told(questions, [
      { 'a.q': dontKnow, 'a.r': 5, 'b.q': 5 },
      { 'a.q': dontKnow, 'a.r': dontKnow, 'b.q': 3 },
    ])
    expect(decides).toEqual({
      lead: 'Depending on the unanswered questions, the score could be anywhere from 56 to 88. The level is then “Not ready” or “Ready”.',
      questions: [
        { question: 'a.r', ask: 'Ask a.r', room: '19' },
        { question: 'a.q', ask: 'Ask a.q', room: '13' },
      ],
      more: 0,
    })
  })

  it('says so if the level is the same either way', () => {
    const { decidingQuestions: decides } = told(questions, [
      { 'a.q': dontKnow, 'a.r': 5, 'b.q': 5 },
    ])
    expect(decides?.lead).toBe(
      'Depending on the unanswered questions, the score could be anywhere from 88 to 100. The level is “Ready” either way.',
    )
  })

  it('is missing if nothing is open', () => {
    expect(told(questions, [{ 'a.q': 3, 'a.r': 3, 'b.q': 3 }]).decidingQuestions).toBe(null)
  })

  it('gives each question its share of the distance between the bounds', () => {
    const people = [{ 'a.q': 3 }, { 'b.q': 4, 'a.r': notApplicable }]
    const { decidingQuestions: decides } = told(questions, people)
    // In a, three quarters at North and all at South are open; in b, all at North: 68.75 in all.
    expect(decides).toMatchObject({
      lead: 'Depending on the unanswered questions, the score could be anywhere from 22 to 91. The level is then “Not ready” or “Ready”.',
      questions: [
        { question: 'a.q', room: '25' },
        { question: 'b.q', room: '25' },
        { question: 'a.r', room: '19' },
      ],
    })
  })

  it('gives no figure for a share that rounds to zero', () => {
    const weighed = [aQuestion('a.q', { weight: 999 }), aQuestion('a.r')]
    const { decidingQuestions: decides } = told(weighed, [{ 'a.q': 3 }])
    expect(decides?.questions).toEqual([{ question: 'a.r', ask: 'Ask a.r', room: null }])
  })

  it('counts the questions that are not shown', () => {
    const many = Array.from({ length: 7 }, (_, index) => aQuestion(`a.q${index}`))
    expect(told(many, [{ 'a.q0': 3 }]).decidingQuestions).toMatchObject({
      questions: [1, 2, 3, 4, 5].map((at) => ({ question: `a.q${at}` })),
      more: 1,
    })
  })
})

describe('what is still open', () => {
  it('is listed by partner, with what was answered instead', () => {
    const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])
    const responses = [
      aResponse('north', { 'trust.a': dontKnow, 'trust.b': 3 }),
      aResponse('north', { 'trust.a': skipped, 'trust.b': 3 }),
      aResponse('south', { 'trust.b': notApplicable }),
    ]
    const { openQuestions: open } = buildSaidReport(toTell(questionnaire, responses, { partners }))
    expect(open).toEqual([
      {
        question: 'trust.a',
        ask: 'Ask trust.a',
        who: ["Northwind: 1 “don't know”, 1 unanswered", 'Contoso: 1 unanswered'],
      },
    ])
  })
})
