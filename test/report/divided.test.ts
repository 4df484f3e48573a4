import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Question } from '../../src/model/questionnaire.ts'
import { buildDividedAnswers, describeDivision } from '../../src/report/divided.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  rating,
  type Short,
  yesNo,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildShownContext, toTell } from './support.ts'

const anchored: Form = {
  type: 'rating',
  values: ['Never', 'Rarely', 'Asked', 'Soon', 'At once'].map((label, index) => ({
    value: index + 1,
    label,
  })),
}
const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

/** Each partner with its people, each with the answers to the questions in their order. */
function contextOf(
  questions: readonly Question[],
  people: Readonly<Record<string, readonly (readonly Short[])[]>>,
) {
  const responses = Object.entries(people).flatMap(([partner, all]) =>
    all.map((answers) =>
      aResponse(
        partner,
        Object.fromEntries(questions.map(({ id }, index) => [id, answers[index] ?? 3])),
      ),
    ),
  )
  return buildShownContext(toTell(aQuestionnaire(questions), responses, { partners }))
}

describe('questions that divide the people of one partner', () => {
  it('are listed with how many people gave each answer', () => {
    const questions = [
      aQuestion('trust.news', { form: anchored }),
      aQuestion('trust.kept', { form: yesNo }),
      aQuestion('trust.bare', { form: rating() }),
    ]
    const north = [
      [1, true, 1],
      [5, false, 1],
      [5, true, 4],
      [2, false, 4],
    ]
    const context = contextOf(questions, { north, south: [[4, true, 3]] })
    const row = (question: string, counts: readonly string[]) => ({
      question,
      ask: `Ask ${question}`,
      partner: 'Northwind',
      counts,
    })
    expect(sayAll(buildDividedAnswers(context))).toEqual({
      rows: [
        row('trust.kept', ['2 × “Yes”', '2 × “No”']),
        row('trust.news', ['1 × 1 “Never”', '1 × 2 “Rarely”', '2 × 5 “At once”']),
        row('trust.bare', ['2 × 1', '2 × 4']),
      ],
      rest: 0,
    })
    expect(sayAll(describeDivision(context))).toBe(
      'People of the same partner are far apart: those of Northwind on 3 questions.',
    )
  })

  it('are shown up to three, and the others counted', () => {
    const questions = ['a', 'b', 'c', 'd', 'e'].map((id) => aQuestion(`trust.${id}`))
    const apart = [
      [1, 1, 1, 1],
      [5, 5, 5, 5],
    ]
    const last = [
      [3, 3, 3, 3, 1],
      [3, 3, 3, 3, 5],
    ]
    const context = contextOf(questions, { north: apart, south: last })
    const { rows, rest } = buildDividedAnswers(context)
    expect([rows.length, rest]).toEqual([3, 2])
    expect(sayAll(describeDivision(context))).toBe(
      'People of the same partner are far apart: those of Northwind on 4 questions and those of Contoso on 1 question.',
    )
  })

  it('are none if people answer much the same, or only one person answered', () => {
    const questions = [aQuestion('trust.news')]
    const context = contextOf(questions, { north: [[4], [5]], south: [[1]] })
    expect(buildDividedAnswers(context)).toEqual({ rows: [], rest: 0 })
    expect(describeDivision(context)).toBeNull()
  })
})
