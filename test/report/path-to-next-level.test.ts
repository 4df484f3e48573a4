import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Question } from '../../src/model/questionnaire.ts'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  choices,
  dontKnow,
  notApplicable,
  notReady,
  number,
  ready,
  type Short,
  yesNo,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const levels = [{ ...ready, score: 75, weakest: 0 }, notReady]
const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

function told(
  questions: readonly Question[],
  people: readonly Readonly<Record<string, Short>>[],
  more: Parameters<typeof aQuestionnaire>[1] & { readonly minGroup?: number } = {},
) {
  const { minGroup = 1, ...rest } = more
  const responses = people.map((answers, index) =>
    aResponse(index === 0 ? 'north' : 'south', answers),
  )
  const questionnaire = aQuestionnaire(questions, { levels, coverage: 0, ...rest })
  return buildSaidReport(toTell(questionnaire, responses, { partners, minGroup }))
}

const worded: Form = {
  type: 'rating',
  values: ['Never', 'Now and then', 'Always'].map((label, index) => ({ value: index + 1, label })),
}

describe('the way to the next level', () => {
  it('tells each step with its effort, its gain and what it comes to', () => {
    const { pathToNextLevel: way } = told(
      [
        aQuestion('a.q', { form: worded, practice: aPractice({ effort: 'small' }) }),
        aQuestion('a.r', { form: yesNo }),
      ],
      [
        { 'a.q': 1, 'a.r': true },
        { 'a.q': 2, 'a.r': false },
      ],
    )
    expect(way).toEqual({
      lead: 'The least that leads to “Ready” is 2 steps on 1 question, with an effort of 2. The score is then 75.',
      steps: [
        {
          question: 'a.q',
          ask: 'Ask a.q',
          facts: '2 steps, an effort of 2, 37.5 points more overall',
          moves: ['Northwind: from 1 to 3, “Always”', 'Contoso: from 2 to 3, “Always”'],
        },
      ],
      about: expect.stringContaining('A step raises the answers to one question'),
    })
  })

  it('names no partner where there is one alone, and goes down a reversed scale', () => {
    const { pathToNextLevel: way } = told(
      [aQuestion('a.q', { reverse: true }), aQuestion('a.r', { form: yesNo, reverse: true })],
      [{ 'a.q': 3, 'a.r': true }],
      { levels: [{ ...ready, score: 100, weakest: 0 }, notReady] },
    )
    expect(way?.steps.map(({ moves }) => moves)).toEqual([
      ['from 3 to 1'],
      ['everybody answers “No”'],
    ])
  })

  it('tells what it costs but nothing by partner where that is hidden', () => {
    const { pathToNextLevel: way } = told(
      [aQuestion('a.q')],
      [{ 'a.q': 3 }, { 'a.q': 3 }, { 'a.q': 3 }],
      {
        minGroup: 2,
      },
    )
    expect([way?.lead, way?.steps]).toEqual([
      'The least that leads to “Ready” is 1 step on 1 question, with an effort of 3.',
      [{ question: 'a.q', ask: 'Ask a.q', facts: '1 step, an effort of 3', moves: [] }],
    ])
  })

  it.each<[string, readonly Question[], Readonly<Record<string, Short>>, string]>([
    ['the highest level', [aQuestion('a.q')], { 'a.q': 5 }, '“Ready” is the highest level.'],
    [
      'a must that is open',
      [aQuestion('a.q', { must: aMust(3, 'not-ready') }), aQuestion('a.r')],
      { 'a.q': dontKnow, 'a.r': 1 },
      'No step leads to “Ready” while nobody of a partner has answered a must: “Ask a.q”. Answer it first.',
    ],
    [
      'a must on a number',
      [
        aQuestion('a.q', { form: number(0, 10), must: aMust(3, 'not-ready') }),
        aQuestion('a.r', { weight: 9 }),
      ],
      { 'a.q': 2, 'a.r': 1 },
      "No steps lead to “Ready”: it takes a must that can't be raised value by value: “Ask a.q”. See what stands behind its figure.",
    ],
    [
      'what no steps can raise',
      [aQuestion('a.q', { form: choices('choice', { none: 0, full: 1 }) }), aQuestion('a.r')],
      { 'a.q': 'none', 'a.r': 1 },
      'No steps lead to “Ready”: what is open, and what is not answered on a scale, hold it back even with every other answer at its best.',
    ],
    [
      'too much that is open',
      [aQuestion('a.q')],
      { 'a.q': dontKnow },
      'Too much is open to say what leads to the next level. Answer first what is open.',
    ],
  ])('says why there is none: %s', (_, questions, answers, lead) => {
    expect(told(questions, [answers]).pathToNextLevel).toEqual({ lead, steps: [], about: null })
  })

  it('is not told where nothing is scored, applies or is shown', () => {
    const text: Form = { type: 'text' }
    expect(
      told([aQuestion('a.q', { form: text, scored: false })], [{ 'a.q': 'x' }]).pathToNextLevel,
    ).toBe(null)
    expect(told([aQuestion('a.q')], [{ 'a.q': notApplicable }]).pathToNextLevel).toBe(null)
    expect(told([aQuestion('a.q')], [{ 'a.q': 3 }], { minGroup: 2 }).pathToNextLevel).toBe(null)
  })
})

describe('what the open questions decide', () => {
  const questions = [aQuestion('a.q'), aQuestion('a.r', { weight: 3 }), aQuestion('b.q')]

  it('is the score and the level at both ends, and how far each question can move it', () => {
    const { decidingQuestions: decides } = told(questions, [
      { 'a.q': dontKnow, 'a.r': 5, 'b.q': 5 },
      { 'a.q': dontKnow, 'a.r': dontKnow, 'b.q': 3 },
    ])
    expect(decides).toEqual({
      lead: 'The open answers leave the score between 56.3, if all of them turn out worst, and 87.5, if all turn out best. The level is then “Not ready” or “Ready”.',
      questions: [
        { question: 'a.r', ask: 'Ask a.r', room: '18.8' },
        { question: 'a.q', ask: 'Ask a.q', room: '12.5' },
      ],
      more: 0,
    })
  })

  it('says so where the level is the same either way', () => {
    const { decidingQuestions: decides } = told(questions, [
      { 'a.q': dontKnow, 'a.r': 5, 'b.q': 5 },
    ])
    expect(decides?.lead).toBe(
      'The open answers leave the score between 87.5, if all of them turn out worst, and 100, if all turn out best. The level is “Ready” either way.',
    )
  })

  it('is nothing where nothing is open', () => {
    expect(told(questions, [{ 'a.q': 3, 'a.r': 3, 'b.q': 3 }]).decidingQuestions).toBe(null)
  })

  it('has rooms that add up to what lies between the bounds', () => {
    const people = [{ 'a.q': 3 }, { 'b.q': 4, 'a.r': notApplicable }]
    const { decidingQuestions: decides } = told(questions, people)
    const sum = decides?.questions.reduce((all, { room }) => all + Number(room), 0)
    // In a, three quarters at North and all at South are open; in b, all at North.
    expect(sum).toBeCloseTo(68.75, 0)
  })
})
