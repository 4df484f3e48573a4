import { describe, expect, it } from 'vitest'
import { listAskedPartners } from '../../src/app/load/partners.ts'
import { unlistedPartners } from '../../src/model/partners.ts'
import { countQuorum, hasQuorum, listMissingPartners } from '../../src/scoring/quorum.ts'
import type { LeftOut } from '../../src/scoring/who-counts.ts'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  shown,
} from './support/builders.ts'

const heard = (asked: readonly string[] | null, withResponse: string[], counted: string[]) => ({
  asked,
  withResponse,
  counted,
})

describe('the partners that a level takes', () => {
  it.each([
    ['a number of those that count', 2, heard(null, ['p1', 'p2', 'p3'], ['p1']), [1, 2]],
    ['a number, whoever is asked', 1, heard(['p1'], ['p1', 'p2'], ['p2']), [1, 1]],
    ['all that are listed and asked', 'all', heard(['p1', 'p2', 'p3'], ['p1'], ['p1']), [1, 3]],
    [
      'all that are asked, and no others',
      'all',
      heard(['p1', 'p2'], ['p1', 'p3'], ['p1', 'p3']),
      [1, 2],
    ],
    [
      'all with a response, where none is listed',
      'all',
      heard(null, ['p1', 'p2', 'p3'], ['p1', 'p2']),
      [2, 3],
    ],
    ['two at least', 'all', heard(null, ['p1'], ['p1']), [1, 2]],
    ['two at least of those asked', 'all', heard(['p1'], ['p1'], ['p1']), [1, 2]],
  ] as const)('are %s', (_, leastPartners, { asked, withResponse, counted }, [value, needs]) => {
    const quorum = countQuorum({ leastPartners }, { asked, withResponse, counted })
    expect(quorum).toEqual({ value, needs })
    expect(hasQuorum(quorum)).toBe(value >= needs)
  })
})

describe('a missing partner', () => {
  it('was asked or sent a response, and has no response that counts', () => {
    const asked = ['p3', 'p1', 'p2']
    const missing = listMissingPartners(heard(asked, ['p1', 'p9', 'p10'], ['p1']))
    expect(missing).toEqual(['p10', 'p2', 'p3', 'p9'])
  })

  it('is never one listed as not asked, unless it sent a response that does not count', () => {
    const partners = [
      { id: 'p1', name: 'One', asked: true },
      { id: 'p2', name: 'Two', asked: false },
      { id: 'p3', name: 'Three', asked: true },
    ]
    const asked = listAskedPartners({ partners, partnersFile: null })
    expect(listMissingPartners(heard(asked, ['p1'], ['p1']))).toEqual(['p3'])
    expect(listMissingPartners(heard(asked, ['p1', 'p2'], ['p1']))).toEqual(['p2', 'p3'])
  })

  it('can only be one that sent a response where no partners are listed', () => {
    const asked = listAskedPartners(unlistedPartners)
    expect(listMissingPartners(heard(asked, ['p1', 'p2'], ['p1']))).toEqual(['p2'])
  })
})

describe('a result without enough partners', () => {
  const questionnaire = aQuestionnaire(
    [aQuestion('a.q', { must: aMust(3), practice: aPractice() }), aQuestion('b.q')],
    { leastPartners: 'all' },
  )
  const answers = { 'a.q': 2, 'b.q': 4 }
  const people = [aResponse('p1', answers), aResponse('p1', answers)]
  const leftOut: LeftOut[] = [
    { partner: 'p2', respondent: 'r9', file: 'r9.yaml', reason: 'empty', note: null },
  ]

  it('has no level, one reason and every limit missed, and keeps its scores', () => {
    const limits = { minScore: 0, minLevel: 'not-ready', minDimension: 0 }
    const result = shown(questionnaire, people, { leftOut, limits })
    expect(result.verdict).toEqual({
      pass: false,
      level: null,
      levelLow: null,
      levelHigh: null,
      reasons: [
        { code: 'partners', value: 1, needs: 2 },
        { code: 'limit', option: 'minScore', value: 50, needs: 0 },
        { code: 'limit', option: 'minLevel', value: null, needs: 'not-ready' },
        { code: 'limit', option: 'minDimension', dimension: 'a', value: 25, needs: 0 },
        { code: 'limit', option: 'minDimension', dimension: 'b', value: 75, needs: 0 },
      ],
      lifted: [],
      decidedBy: [],
      withoutOne: { of: null, reason: 'not-scored' },
    })
    expect(result.score.value).toBe(50)
    expect(result.missing).toEqual(['p2'])
    expect(result.path).toEqual({ to: null, effort: null, reason: 'not-scored' })
    expect(result.actions.map(({ question, gain }) => [question, gain])).toEqual([['a.q', 37.5]])
  })

  it('passes where no limit is set', () => {
    expect(shown(questionnaire, people, { leftOut }).verdict.pass).toBe(true)
  })

  it('has its level back with the other partner, or with one that is not to answer', () => {
    const both = [...people, aResponse('p2', { 'a.q': 5, 'b.q': 5 })]
    expect(shown(questionnaire, both).verdict.level).toBe('emerging')
    const one = { ...questionnaire, leastPartners: 1 }
    expect(shown(one, people, { leftOut }).verdict.level).toBe('emerging')
  })

  it('takes those with a response where none of those listed is to answer', () => {
    const both = [...people, aResponse('p2', { 'a.q': 5, 'b.q': 5 })]
    expect(shown(questionnaire, both, { askedPartners: [] }).verdict).toEqual(
      shown(questionnaire, both, { askedPartners: null }).verdict,
    )
  })
})
