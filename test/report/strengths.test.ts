import { describe, expect, it } from 'vitest'
import { listStrengths } from '../../src/report/strengths.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  type Short,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildScoredContext, toTell } from './support.ts'

const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])

/** The questions that every partner rates high, each partner with one answer to `trust.a` for each of its people. */
function strong(answers: Readonly<Record<string, readonly Short[]>>, minGroup = 1) {
  const responses = Object.entries(answers).flatMap(([partner, own]) =>
    own.map((answer) => aResponse(partner, { 'trust.a': answer, 'trust.b': 1 })),
  )
  const context = buildScoredContext(toTell(questionnaire, responses, { minGroup }))
  return sayAll(listStrengths(context))
}

describe('what every partner rates high', () => {
  const trust = (score: string) => [{ question: 'trust.a', ask: 'Ask trust.a', score }]

  it('is at 75 or more as every partner sees it', () => {
    expect(strong({ north: [4], south: [5] })).toEqual(trust('88'))
    expect(strong({ north: [5], south: [5], west: [2] })).toEqual([])
  })

  it('is answered by more than half of each partner’s people', () => {
    expect(strong({ north: [5], south: [5, 5, dontKnow] })).toEqual(trust('100'))
    expect(strong({ north: [5], south: [5, dontKnow] })).toEqual([])
    expect(strong({ north: [5], south: [dontKnow] })).toEqual([])
  })

  it('need not apply to every partner', () => {
    expect(strong({ north: [5], south: [notApplicable] })).toEqual(trust('100'))
  })

  it('is judged by the joint score if nothing is shown by partner', () => {
    expect(strong({ north: [5], south: [5], west: [4] }, 2)).toEqual(trust('92'))
  })

  it('is at most five questions, highest first, then in questionnaire order', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `trust.${id}`)
    const answers = Object.fromEntries(ids.map((id, index) => [id, index === 4 ? 5 : 4]))
    const asked = aQuestionnaire(ids.map((id) => aQuestion(id)))
    const strongest = listStrengths(
      buildScoredContext(toTell(asked, [aResponse('north', answers)])),
    )
    expect(strongest.map(({ question }) => question)).toEqual([
      'trust.e',
      'trust.a',
      'trust.b',
      'trust.c',
      'trust.d',
    ])
  })
})
