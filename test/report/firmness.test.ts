import { describe, expect, it } from 'vitest'
import { describeFirmness } from '../../src/report/firmness.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  type Short,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildShownContext, toTell } from './support.ts'

const questionnaire = aQuestionnaire([aQuestion('trust.news')], { coverage: 0.5 })

/** Each partner with the answers of its people. */
function firmnessOf(people: Readonly<Record<string, readonly Short[]>>, minGroup = 1) {
  const responses = Object.entries(people).flatMap(([partner, all]) =>
    all.map((answer) => aResponse(partner, { 'trust.news': answer })),
  )
  return sayAll(describeFirmness(buildShownContext(toTell(questionnaire, responses, { minGroup }))))
}

describe('how firm the verdict is', () => {
  it('is shown by the score and the level without each person in turn', () => {
    expect(firmnessOf({ north: [4, 5], south: [3, 3] })).toEqual([
      'If any one of 4 people had not answered, the score would be between 63 and 75.',
      'The level would be the same each time.',
    ])
  })

  it('is shown as one figure if nothing changes in whole numbers', () => {
    expect(firmnessOf({ north: [3, 3], south: [3, 3] })).toEqual([
      'If any one of 4 people had not answered, the score would be 50 each time.',
      'The level would be the same each time.',
    ])
  })

  it('says of whom it is, where somebody is the only one at a partner', () => {
    expect(firmnessOf({ north: [4, 5], south: [3] })[0]).toBe(
      'If any one of 2 people (only those whose partner has other people who count) had not answered, the score would be between 63 and 75.',
    )
  })

  it('names every other level that one person decides, and how often', () => {
    expect(firmnessOf({ north: [5, 5], south: [4, 1] })).toEqual([
      'If any one of 4 people had not answered, the score would be between 50 and 88.',
      'The level is on a border: without one person it would be “Ready” in 1 of 4 cases or “Not ready” in 1 of 4 cases.',
    ])
  })

  it('says where there would be no level, and gives no score where one would be missing', () => {
    expect(firmnessOf({ north: [5, dontKnow], south: [5, 5] })).toEqual([
      'The level depends on single people: without one person there would be no level in 1 of 4 cases.',
    ])
    expect(firmnessOf({ north: [5, dontKnow], south: [4, 1] })).toEqual([
      'The level is on a border: without one person it would be “Ready” in 1 of 4 cases, “Not ready” in 1 of 4 cases or missing in 1 of 4 cases.',
    ])
  })

  it.each<[string, Readonly<Record<string, readonly Short[]>>, number]>([
    ['every partner has one person', { north: [5], south: [4] }, 1],
    ['there is no level', { north: [dontKnow, dontKnow], south: [5, 5] }, 1],
    ['a group limit is in force', { north: [5, 5], south: [4, 4] }, 2],
  ])('is not shown if %s', (_, people, minGroup) => {
    expect(firmnessOf(people, minGroup)).toEqual([])
  })
})
