import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Question } from '../../src/model/questionnaire.ts'
import { buildPathToNextLevel } from '../../src/report/path-to-next-level.ts'
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
import { sayAll } from '../support/say-all.ts'
import { buildSaidReport, buildScoredContext, toTell } from './support.ts'

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
  it('lists each step with its effort, and the total', () => {
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
      lead: 'The route to “Ready” that takes the least effort is 2 one-step improvements on 1 question.',
      steps: [
        {
          question: 'a.q',
          ask: 'Ask a.q',
          facts: '2 steps · small effort each',
        },
      ],
      about:
        'A step moves every answer to one question by one value of its scale, where it is not yet at the best. To compare routes, a small effort counts 1, a medium one 3, a large one 8. Unanswered questions are assumed to stay unanswered.',
    })
  })

  it('goes down a reversed scale', () => {
    const { pathToNextLevel: way } = told(
      [aQuestion('a.q', { reverse: true }), aQuestion('a.r', { form: yesNo, reverse: true })],
      [{ 'a.q': 3, 'a.r': true }],
      { levels: [{ ...ready, score: 100, weakest: 0 }, notReady] },
    )
    expect([way?.lead, way?.steps.map(({ facts }) => facts)]).toEqual([
      'The route to “Ready” that takes the least effort is 3 one-step improvements on 2 questions.',
      ['2 steps · medium effort each', '1 step · medium effort'],
    ])
  })

  it('shows its effort even if partners are hidden', () => {
    const { pathToNextLevel: way } = told(
      [aQuestion('a.q')],
      [{ 'a.q': 3 }, { 'a.q': 3 }, { 'a.q': 3 }],
      {
        minGroup: 2,
      },
    )
    expect([way?.lead, way?.steps]).toEqual([
      'The route to “Ready” that takes the least effort is 1 one-step improvement on 1 question.',
      [{ question: 'a.q', ask: 'Ask a.q', facts: '1 step · medium effort' }],
    ])
  })

  it.each<[string, readonly Question[], Readonly<Record<string, Short>>, string]>([
    ['the highest level', [aQuestion('a.q')], { 'a.q': 5 }, '“Ready” is the highest level.'],
    [
      'a must that is open',
      [aQuestion('a.q', { must: aMust(3, 'not-ready') }), aQuestion('a.r')],
      { 'a.q': dontKnow, 'a.r': 1 },
      'No step leads to “Ready” while nobody at a partner has answered an essential question: “Ask a.q”. Answer it first.',
    ],
    [
      'a must on a number',
      [
        aQuestion('a.q', { form: number(0, 10), must: aMust(3, 'not-ready') }),
        aQuestion('a.r', { weight: 9 }),
      ],
      { 'a.q': 2, 'a.r': 1 },
      "No steps lead to “Ready”: an essential question below its minimum can't be raised step by step: “Ask a.q”.",
    ],
    [
      'what no steps can raise',
      [aQuestion('a.q', { form: choices('choice', { none: 0, full: 1 }) }), aQuestion('a.r')],
      { 'a.q': 'none', 'a.r': 1 },
      'No steps lead to “Ready”: even with every rating and every yes-or-no question at its best, the answers to other questions hold it back.',
    ],
    [
      'too much that is open',
      [aQuestion('a.q')],
      { 'a.q': dontKnow },
      'Too much is unanswered to say what leads to the next level. Answer those questions first.',
    ],
  ])('says why there is no way: %s', (_, questions, answers, lead) => {
    expect(told(questions, [answers]).pathToNextLevel).toEqual({ lead, steps: [], about: null })
  })

  it('is unknown until enough partners have answered', () => {
    const way = told([aQuestion('a.q')], [{ 'a.q': 3 }], { leastPartners: 2 }).pathToNextLevel
    expect(way).toEqual({
      lead: 'What leads to the next level can be said once responses from enough partners count.',
      steps: [],
      about: null,
    })
  })

  it('says so if the way may not be shown', () => {
    const questionnaire = aQuestionnaire([aQuestion('a.q')], { levels })
    const context = buildScoredContext(toTell(questionnaire, [aResponse('north', { 'a.q': 3 })]))
    const result = { ...context.result, path: { to: 'ready', effort: null } }
    expect(sayAll(buildPathToNextLevel({ ...context, result }))).toEqual({
      lead: 'What leads to the next level is not shown, so that nobody can be recognised by an answer.',
      steps: [],
      about: null,
    })
  })

  it('is missing if nothing is scored, applies or is shown', () => {
    const text: Form = { type: 'text' }
    expect(
      told([aQuestion('a.q', { form: text, scored: false })], [{ 'a.q': 'x' }]).pathToNextLevel,
    ).toBe(null)
    expect(told([aQuestion('a.q')], [{ 'a.q': notApplicable }]).pathToNextLevel).toBe(null)
    expect(told([aQuestion('a.q')], [{ 'a.q': 3 }], { minGroup: 2 }).pathToNextLevel).toBe(null)
  })
})
