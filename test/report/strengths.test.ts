import { describe, expect, it } from 'vitest'
import { buildReportContext } from '../../src/report/report-context.ts'
import { buildStrengths } from '../../src/report/strengths.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  type Short,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { toTell } from './support.ts'

const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])

describe('the weakest link', () => {
  const weakestOf = (...people: readonly Readonly<Record<string, Short>>[]) => {
    const twice = aQuestionnaire([aQuestion('trust.a'), aQuestion('roles.a')])
    const responses = people.map((answers, at) => aResponse(`partner-${at + 1}`, answers))
    return sayAll(buildStrengths(buildReportContext(toTell(twice, responses)))).weakestLink
  }

  it('is not named where another may be weaker', () => {
    const north = { 'trust.a': 4, 'roles.a': 5 }
    expect(weakestOf(north, { 'trust.a': 5, 'roles.a': dontKnow })).toBeNull()
  })

  it('is named where the other does not apply', () => {
    const north = { 'trust.a': 4, 'roles.a': 5 }
    expect(weakestOf(north, { 'trust.a': 5, 'roles.a': notApplicable })).toBe(
      'The weakest link is “trust” at partner-1, with 75.',
    )
  })
})

/** The questions that already work, each partner with one answer to `trust.a` for each of its people. */
function strong(answers: Readonly<Record<string, readonly Short[]>>, minGroup = 1) {
  const responses = Object.entries(answers).flatMap(([partner, own]) =>
    own.map((answer) => aResponse(partner, { 'trust.a': answer, 'trust.b': 1 })),
  )
  const telling = buildReportContext(toTell(questionnaire, responses, { minGroup }))
  return sayAll(buildStrengths(telling)).strongest.map(({ question }) => question)
}

describe('what already works', () => {
  it('works at every partner', () => {
    expect(strong({ north: [4], south: [5] })).toEqual(['trust.a'])
    expect(strong({ north: [5], south: [5], west: [2] })).toEqual([])
  })

  it('is known to more than half of each partner’s people', () => {
    expect(strong({ north: [5], south: [5, 5, dontKnow] })).toEqual(['trust.a'])
    expect(strong({ north: [5], south: [5, dontKnow] })).toEqual([])
    expect(strong({ north: [5], south: [dontKnow] })).toEqual([])
  })

  it('need not apply to everybody', () => {
    expect(strong({ north: [5], south: [notApplicable] })).toEqual(['trust.a'])
  })

  it('is told by the joint score where nothing is told by partner', () => {
    expect(strong({ north: [5], south: [5], west: [4] }, 2)).toEqual(['trust.a'])
  })
})
