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

function told(answers: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  const responses = Object.entries(answers).map(([partner, own]) => aResponse(partner, own))
  return sayAll(describeLevelReasons(buildReportContext(toTell(questionnaire, responses))))
}

describe('what holds the level down', () => {
  it('is said once for several dimensions of a partner', () => {
    const strong = { 'trust.a': 5, 'roles.a': 5, 'alignment.a': 5 }
    const weak = { 'trust.a': 3, 'roles.a': 2, 'alignment.a': 5 }
    expect(told({ north: strong, south: weak })).toEqual([
      'The next level needs 60 in every dimension; 2 are below at south: trust 50 and roles 25',
    ])
  })

  it('is said for each partner by itself', () => {
    const low = { 'trust.a': 3, 'roles.a': 5, 'alignment.a': 5 }
    const other = { 'trust.a': 5, 'roles.a': 3, 'alignment.a': 3 }
    expect(told({ north: low, south: other })).toEqual([
      'trust at north stands at 50; the next level needs 60 in every dimension',
      'The next level needs 60 in every dimension; 2 are below at south: roles 50 and alignment 50',
    ])
  })

  it('is said once for several dimensions that are not scored', () => {
    const scored = { 'trust.a': 5, 'roles.a': 5, 'alignment.a': 5 }
    expect(told({ north: scored, south: { 'roles.a': 5 } })).toEqual([
      'Too little is answered at south to score 2 dimensions, as 80 % is needed: trust 0 % and alignment 0 %',
    ])
  })

  it('names no partner where there is one', () => {
    expect(told({ north: { 'trust.a': 3, 'roles.a': 3, 'alignment.a': 5 } })).toEqual([
      'The score is 66.7; the next level needs 75',
      'The next level needs 60 in every dimension; 2 are below: trust 50 and roles 50',
    ])
  })

  it('is nothing at the highest level', () => {
    expect(told({ north: { 'trust.a': 5, 'roles.a': 5, 'alignment.a': 5 } })).toEqual([])
  })
})
