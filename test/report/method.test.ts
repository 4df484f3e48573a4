import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '../../src/model/questionnaire.ts'
import { aMust, aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

describe('the method', () => {
  const questionnaire = aQuestionnaire([aQuestion('trust.a')])
  const people = [
    aResponse('north', { 'trust.a': 4 }, { completed: '2026-11-20T09:14:00Z' }),
    aResponse('south', { 'trust.a': 4 }),
  ]
  const methodOf = (own: Questionnaire, more: Parameters<typeof toTell>[2] = {}) =>
    buildSaidReport(toTell(own, people, more)).method

  it('says from what the figures come', () => {
    const method = methodOf(questionnaire, { today: '2026-11-22' })
    expect(method.source).toBe('People answered “Sample”, version 1.0.0. Date: 2026-11-22.')
    expect(method.provenance).toEqual([
      { what: 'Questionnaire', value: 'Sample (sample), version 1.0.0, full run', isCode: false },
      { what: 'Hash', value: 'sha256:0', isCode: true },
      { what: 'Weights', value: 'trust 1', isCode: false },
      { what: 'Responses', value: '2 people', isCode: false },
      { what: 'Date', value: '2026-11-22', isCode: false },
    ])
  })

  it('says what a must is, where there is one', () => {
    const must = aQuestionnaire([aQuestion('trust.a', { must: aMust(2) })])
    const [plain, explained] = [questionnaire, must].map((own) =>
      methodOf(own).sentences.find((sentence) => sentence.startsWith('The level is')),
    )
    expect(plain).toBe(
      'The level is the highest one whose score is reached, and whose floor is reached in every dimension, as every partner sees it. Scale steps and cut-offs are conventions of this tool.',
    )
    expect(explained).toBe(
      'The level is the highest one whose score is reached, and whose floor is reached in every dimension, as every partner sees it, unless an essential question keeps it lower: one that half of a partner’s people or more answered below its minimum, or that nobody there answered. Scale steps and cut-offs are conventions of this tool.',
    )
  })

  it('speaks of no partners where one organisation looks at itself', () => {
    const own = { ...questionnaire, words: { partnership: { team: 'team' } } }
    const alone = buildSaidReport(toTell(own, people.slice(0, 1))).method.sentences.join(' ')
    expect(alone).toContain('A score is the average of the people who answered.')
    expect(alone).not.toContain('partner')
    expect(methodOf(own).sentences.join(' ')).toContain("A partner's score is the average")
  })

  it('speaks on the range of the instrument', () => {
    const method = methodOf({ ...questionnaire, shown: { from: 35, to: 175 } })
    expect([
      method.sentences[0],
      method.levels.map(({ score, weakest }) => [score, weakest]),
    ]).toEqual([
      'An answer counts from 35, at the worst end of its scale, to 175, at the best, in equal steps. Figures are rounded to be shown, and differences are worked out before that, so they can be a point off.',
      [
        ['140', '119'],
        ['91', '70'],
        ['35', '35'],
      ],
    ])
  })

  it('does not count people where all is hidden', () => {
    const method = methodOf(questionnaire, { minGroup: 3 })
    expect(method.provenance.map(({ what }) => what)).toEqual(['Questionnaire', 'Hash', 'Weights'])
  })
})
