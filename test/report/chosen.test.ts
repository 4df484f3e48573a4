import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import { findChosenAnswer } from '../../src/report/chosen.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  number,
  rating,
  type Short,
  yesNo,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildShownContext, toTell } from './support.ts'

const labels = ['Never', 'Rarely', 'Asked', 'Soon', 'At once']
const anchored: Form = {
  type: 'rating',
  values: labels.map((label, index) => ({ value: index + 1, label })),
}

function chosenOf(answers: readonly Short[], form: Form = anchored, minGroup = 1) {
  const responses = answers.map((answer) => aResponse('north', { 'trust.news': answer }))
  const questionnaire = aQuestionnaire([aQuestion('trust.news', { form })])
  const context = buildShownContext(toTell(questionnaire, responses, { minGroup }))
  return sayAll(findChosenAnswer('trust.news', 'north', context))
}

describe('the answer shown for a partner', () => {
  it.each<[string, readonly Short[], string]>([
    ['the most frequent', [2, 4, 2], '2 of 3 answered “Rarely”'],
    [
      'the nearest to the mean, of equally frequent ones',
      [1, 1, 4, 5, 5],
      '2 of 5 answered “At once”',
    ],
    ['the nearest to the mean, of three different ones', [1, 2, 5], '1 of 3 answered “Rarely”'],
    ['the lower one, of two equally frequent and near', [4, 2], '1 of 2 answered “Rarely”'],
    ['the only one', [4], 'answered “Soon”'],
    ['that of those who answered', [4, dontKnow, 4], '2 of 2 answered “Soon”'],
    ['that of the one who answered', [4, dontKnow], 'the only one who answered chose “Soon”'],
  ])('is %s', (_, answers, sentence) => {
    expect(chosenOf(answers)).toBe(sentence)
  })

  it('is yes or no for a yes-no question', () => {
    expect(chosenOf([true, false, true], yesNo)).toBe('2 of 3 answered “Yes”')
    expect(chosenOf([true, false], yesNo)).toBe('1 of 2 answered “No”')
  })

  it.each<[string, readonly Short[], Form]>([
    ['nobody answered', [dontKnow], anchored],
    ['a value has no words', [3], rating()],
    ['numbers are asked for', [3], number(0, 10)],
  ])('is missing if %s', (_, answers, form) => {
    expect(chosenOf(answers, form)).toBeNull()
  })

  it('is shown under a group limit only for at least twice as many people', () => {
    expect(chosenOf([4, 4, 4], anchored, 2)).toBeNull()
    expect(chosenOf([4, 4, 4, 4], anchored, 2)).toBe('4 of 4 answered “Soon”')
  })

  it('is always an answer that was given, with its count, and none was given more often', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(values, (all) => {
        const sentence = chosenOf(all) ?? ''
        const [, people, of, words = ''] = /^(\d) of (\d) answered “(.+)”$/.exec(sentence) ?? []
        const count = (value: number) => all.filter((own) => own === value).length
        expect(Number(of)).toBe(all.length)
        expect(Number(people)).toBe(count(labels.indexOf(words) + 1))
        expect(Number(people)).toBe(Math.max(...all.map(count)))
      }),
    )
  })
})
