import { describe, expect, it } from 'vitest'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  type Short,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const ids = ['a', 'b', 'c'].map((id) => `trust.${id}`)

function highlightsOf(
  people: readonly (readonly [string, readonly Short[]])[],
  more: Parameters<typeof toTell>[2] = {},
) {
  const responses = people.map(([partner, answers]) =>
    aResponse(partner, Object.fromEntries(ids.map((id, index) => [id, answers[index] ?? 3]))),
  )
  const questionnaire = aQuestionnaire(ids.map((id) => aQuestion(id)))
  return buildSaidReport(toTell(questionnaire, responses, more)).highlights
}

describe('what the first page says of the answers', () => {
  it('is what is rated high, where partners differ, where people of one differ, and what is not known', () => {
    expect(
      highlightsOf([
        ['north', [5, 1, dontKnow]],
        ['north', [5, 5, dontKnow]],
        ['north', [5, 5, 3]],
        ['south', [4, 1, 3]],
      ]),
    ).toEqual([
      'Rated high by every partner: “Ask trust.a” (88).',
      'The difference between partners that weighs most: “Ask trust.b” (north 67 and south 0).',
      'People of the same partner are far apart: those of north on 1 question.',
      'Half or more of one partner’s people do not know: “Ask trust.c” (2 of 3 people at north).',
    ])
  })

  it('is nothing where nothing is high, differs or is unknown', () => {
    expect(highlightsOf([['north', []]])).toEqual([])
  })

  it('names two of what is rated high, and no other partner where there is one', () => {
    expect(highlightsOf([['north', [5, 4, 4]]])).toEqual([
      'Rated high: “Ask trust.a” (100) and “Ask trust.b” (75).',
    ])
  })

  it('says of no question that every partner rates it high where one did not rate it', () => {
    expect(
      highlightsOf([
        ['north', [5, 4]],
        ['south', [notApplicable, 5]],
      ])[0],
    ).toBe('Rated high by every partner: “Ask trust.b” (88).')
    expect(
      highlightsOf([
        ['north', [5]],
        ['south', [notApplicable]],
      ]),
    ).toEqual([])
  })

  it('counts nobody to whom it does not apply, and the other questions that are not known', () => {
    expect(
      highlightsOf([
        ['north', [dontKnow, dontKnow]],
        ['north', [notApplicable]],
      ]),
    ).toEqual([
      'Half or more of one partner’s people do not know: “Ask trust.a” (1 of 1 person at north to whom it applies), and 1 more question.',
    ])
  })

  it('says nothing of what is not known in a small group', () => {
    const people = [
      ['north', [dontKnow]],
      ['north', [dontKnow]],
      ['south', [3]],
      ['south', [3]],
    ] as const
    expect(highlightsOf(people)).toHaveLength(1)
    expect(highlightsOf(people, { minGroup: 2 })).toEqual([])
  })
})
