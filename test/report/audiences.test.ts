import { describe, expect, it } from 'vitest'
import type { Audiences } from '../../src/model/questionnaire.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  choices,
  dontKnow,
  notApplicable,
  type Short,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const audiences: Audiences = {
  question: 'view',
  groups: [
    { id: 'seeking', title: 'Knows it', answers: ['problem'], meaning: 'Practise.', tested: null },
    {
      id: 'sure',
      title: 'Sure already',
      answers: ['fairly', 'sure'],
      meaning: 'It holds.',
      tested: { least: 60, under: 'It does not hold.' },
    },
  ],
}
const view = {
  ...{
    id: 'view',
    ask: 'What do you think?',
    why: null,
    when: null,
    formerly: [],
    dimension: null,
  },
  form: choices('choice', { problem: null, fairly: null, sure: null }),
}
const questionnaire = aQuestionnaire([aQuestion('a.q')], { audiences, profile: [view] })

function rows(people: readonly (readonly [string, string, Short])[], minGroup = 1) {
  const responses = people.map(([partner, view, value]) =>
    aResponse(partner, { 'a.q': value }, { profile: new Map([['view', view]]) }),
  )
  return buildSaidReport(toTell(questionnaire, responses, { minGroup })).audiences
}

describe('what people believe of themselves', () => {
  it('is compared with their answers', () => {
    expect(rows([['north', 'sure', 4]])).toEqual([
      {
        title: 'Sure already',
        who: 'north',
        meaning: 'The overall score of north is 75; this view needs at least 60. It holds.',
      },
    ])
    expect(rows([['north', 'fairly', 3]])[0]?.meaning).toBe(
      'The overall score of north is 50; this view needs at least 60. It does not hold.',
    )
    expect(rows([['north', 'sure', dontKnow]])[0]?.meaning).toBe(
      'Too little is answered to test it.',
    )
  })

  it('is not called unanswered where no question applies', () => {
    expect(rows([['north', 'sure', notApplicable]])[0]?.meaning).toBe(
      'No question that would test it applies.',
    )
  })

  it('is listed by group and partner, with how many share the view', () => {
    const told = rows([
      ['north', 'sure', 5],
      ['north', 'problem', 5],
      ['south', 'problem', 2],
    ])
    expect(told.map(({ title, who }) => [title, who])).toEqual([
      ['Knows it', 'north (1 of 2 people)'],
      ['Knows it', 'south'],
      ['Sure already', 'north (1 of 2 people)'],
    ])
  })

  it('is not shown if single profiles may not be shown', () => {
    expect(
      rows(
        [
          ['north', 'sure', 5],
          ['north', 'sure', 5],
        ],
        2,
      ),
    ).toEqual([])
  })
})
