import { describe, expect, it } from 'vitest'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { buildSaidReport, type SaidReport, toTell } from './support.ts'

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
  ['east', 'Fabrikam'],
])

const questionnaire = aQuestionnaire([
  aQuestion('trust.goal'),
  aQuestion('trust.ours', { about: 'us', mirror: 'trust.theirs' }),
  aQuestion('trust.theirs', { about: 'them', mirror: 'trust.ours' }),
])

function reportOf(answers: Readonly<Record<string, Readonly<Record<string, number>>>>): SaidReport {
  const responses = Object.entries(answers).map(([partner, own]) => aResponse(partner, own))
  return buildSaidReport(toTell(questionnaire, responses, { partners }))
}

describe('the agenda', () => {
  it('gives ten minutes to each gap, and the first word to the lower answer', () => {
    const { agenda } = reportOf({
      north: { 'trust.goal': 5, 'trust.ours': 2, 'trust.theirs': 3 },
      south: { 'trust.goal': 1, 'trust.ours': 4, 'trust.theirs': 4 },
    })
    expect(agenda?.lead).toMatch(/^40 minutes, all partners at one table/)
    expect(agenda?.points).toEqual([
      {
        question: 'trust.goal',
        ask: 'Ask trust.goal',
        minutes: '5–15',
        opening:
          'Contoso, tell us about the last time this came up. Northwind, what do you know that Contoso may not?',
      },
      {
        question: 'trust.ours',
        ask: 'Ask trust.ours',
        minutes: '15–25',
        opening:
          'Northwind, when did this last go differently from what you would wish? Contoso, what made it work for you?',
      },
      {
        question: 'trust.theirs',
        ask: 'Ask trust.theirs',
        minutes: '25–35',
        opening:
          'Northwind, what did you see that led you to this answer? Contoso, what did you see?',
      },
    ])
  })

  it('is not there where nobody is far apart, or nobody is there to be', () => {
    const own = { 'trust.goal': 4, 'trust.ours': 4, 'trust.theirs': 4 }
    expect(reportOf({ north: own, south: own }).agenda).toBeNull()
    expect(reportOf({ north: own }).agenda).toBeNull()
  })
})

describe('how the partners see each other', () => {
  it('sets what a partner says of itself beside what is said of it, the widest first', () => {
    const { mirrors } = reportOf({
      north: { 'trust.goal': 3, 'trust.ours': 5, 'trust.theirs': 4 },
      south: { 'trust.goal': 3, 'trust.ours': 3, 'trust.theirs': 2 },
    })
    expect(mirrors.map(({ gap, own, others }) => [gap, own, others])).toEqual([
      [
        'Northwind sees itself 75 points better than it is seen',
        expect.stringMatching(/^Northwind of itself: .*100/),
        expect.stringMatching(/^Contoso of Northwind: .*25/),
      ],
      [
        'Contoso sees itself 25 points worse than it is seen',
        expect.stringMatching(/^Contoso of itself: .*50/),
        expect.stringMatching(/^Northwind of Contoso: .*75/),
      ],
    ])
  })

  it('says of three what the others mean together', () => {
    const { mirrors } = reportOf({
      north: { 'trust.goal': 3, 'trust.ours': 5, 'trust.theirs': 5 },
      south: { 'trust.goal': 3, 'trust.ours': 5, 'trust.theirs': 1 },
      east: { 'trust.goal': 3, 'trust.ours': 5, 'trust.theirs': 1 },
    })
    expect(mirrors[0]?.others).toBe('The others of Northwind: 0')
  })

  it('leaves out what is nearly the same, and what nobody else answered', () => {
    const own = { 'trust.goal': 3, 'trust.ours': 4, 'trust.theirs': 4 }
    expect(reportOf({ north: own, south: own }).mirrors).toEqual([])
    expect(reportOf({ north: own }).mirrors).toEqual([])
  })
})
