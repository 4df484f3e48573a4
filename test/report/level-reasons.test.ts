import { describe, expect, it } from 'vitest'
import { describeLevelReasons } from '../../src/report/level-reasons.ts'
import { buildReportContext } from '../../src/report/report-context.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { toTell } from './support.ts'

const questionnaire = aQuestionnaire([
  aQuestion('trust.a'),
  aQuestion('roles.a'),
  aQuestion('alignment.a'),
])

function told(
  answers: Readonly<Record<string, Readonly<Record<string, number>>>>,
  asked = questionnaire,
) {
  const responses = Object.entries(answers).map(([partner, own]) => aResponse(partner, own))
  return sayAll(describeLevelReasons(buildReportContext(toTell(asked, responses))))
}

describe('what holds the level down', () => {
  it('is said once for several dimensions of a partner', () => {
    const strong = { 'trust.a': 5, 'roles.a': 5, 'alignment.a': 5 }
    const weak = { 'trust.a': 3, 'roles.a': 2, 'alignment.a': 5 }
    expect(told({ north: strong, south: weak })).toEqual([
      'The next level needs 60 in every dimension, as every partner sees it; south rates 2 of them lower: trust 50 and roles 25',
    ])
  })

  it('is said for each partner by itself', () => {
    const low = { 'trust.a': 3, 'roles.a': 5, 'alignment.a': 5 }
    const other = { 'trust.a': 5, 'roles.a': 3, 'alignment.a': 3 }
    expect(told({ north: low, south: other })).toEqual([
      'north rates trust 50; the next level needs 60 in every dimension, as every partner sees it',
      'The next level needs 60 in every dimension, as every partner sees it; south rates 2 of them lower: roles 50 and alignment 50',
    ])
  })

  it('is said once for several dimensions that are not scored', () => {
    const scored = { 'trust.a': 5, 'roles.a': 5, 'alignment.a': 5 }
    expect(told({ north: scored, south: { 'roles.a': 5 } })).toEqual([
      'south answered too few questions to score 2 dimensions (80 % needed): trust 0 % and alignment 0 %',
    ])
  })

  it('names no partner where there is one', () => {
    expect(told({ north: { 'trust.a': 3, 'roles.a': 3, 'alignment.a': 5 } })).toEqual([
      'The score is 67; the next level needs 75',
      'The next level needs 60 in every dimension; 2 are lower: trust 50 and roles 50',
    ])
  })

  it('says how many of how many only of a partner whose group is twice the limit', () => {
    const asked = aQuestionnaire([
      aQuestion('trust.a', { must: { least: 2, cap: 'not-ready' } }),
      aQuestion('trust.b'),
    ])
    const people = (partner: string, count: number) =>
      Array.from({ length: count }, () => aResponse(partner, { 'trust.a': 1, 'trust.b': 5 }))
    const input = toTell(asked, [...people('north', 6), ...people('south', 4)], { minGroup: 3 })
    expect(sayAll(describeLevelReasons(buildReportContext(input))).at(-1)).toBe(
      'An essential question is not met: “Ask trust.a” (north: 6 of 6 people answered below its minimum of 2)',
    )
  })

  it('is only that too few partners have answered, if that is so', () => {
    const asked = { ...questionnaire, leastPartners: 2 }
    expect(told({ north: { 'trust.a': 1, 'roles.a': 1, 'alignment.a': 1 } }, asked)).toEqual([
      'A level needs responses from 2 partners; so far 1 of them has one that counts',
    ])
  })

  it('is empty at the highest level', () => {
    expect(told({ north: { 'trust.a': 5, 'roles.a': 5, 'alignment.a': 5 } })).toEqual([])
  })
})
