import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '../../src/model/questionnaire.ts'
import {
  describeAbsence,
  describeCautions,
  describeRespondents,
  describeView,
} from '../../src/report/who-answered.ts'
import type { LeftOut } from '../../src/scoring/who-counts.ts'
import {
  aMust,
  aQuestion,
  aQuestionnaire,
  aResponse,
  notApplicable,
  type Short,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildScoredContext, toTell } from './support.ts'

const names = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
  ['east', 'Fabrikam'],
])
const questionnaire = aQuestionnaire([aQuestion('trust.news')])

/** Each partner with the answers of its people. */
function contextOf(
  people: Readonly<Record<string, readonly Short[]>>,
  {
    of = questionnaire,
    ...more
  }: Parameters<typeof toTell>[2] & { readonly of?: Questionnaire } = {},
) {
  const responses = Object.entries(people).flatMap(([partner, all]) =>
    all.map((answer) => aResponse(partner, { 'trust.news': answer })),
  )
  return buildScoredContext(toTell(of, responses, { partners: names, ...more }))
}

function aLeftOut(more: Partial<LeftOut> = {}): LeftOut {
  return {
    partner: 'south',
    respondent: 'k7',
    file: 'responses/south-k7.yaml',
    reason: 'unfinished',
    note: null,
    ...more,
  }
}

describe('who answered', () => {
  it('is shown with how many of each partner', () => {
    expect(sayAll(describeRespondents(contextOf({ north: [4], south: [3, 5] })))).toBe(
      'This report is based on 3 responses: 1 from Northwind and 2 from Contoso',
    )
    expect(sayAll(describeRespondents(contextOf({ north: [4] })))).toBe(
      'This report is based on 1 response from Northwind',
    )
  })

  it('is the same if somebody’s response does not count', () => {
    const context = contextOf({ north: [4], south: [3] }, { leftOut: [aLeftOut()] })
    expect(sayAll(describeRespondents(context))).toBe(
      'This report is based on 2 responses: 1 from Northwind and 1 from Contoso',
    )
    const alone = contextOf({ north: [4] }, { leftOut: [aLeftOut()] })
    expect(sayAll(describeRespondents(alone))).toBe(
      'This report is based on 1 response from Northwind',
    )
  })

  it('is shown as one number if nothing is split by partner', () => {
    const context = contextOf({ north: [4], south: [3] }, { minGroup: 2 })
    expect(sayAll(describeRespondents(context))).toBe('This report is based on 2 responses')
  })
})

describe('what to bear in mind', () => {
  it('is that unfinished responses count if the run asked for that', () => {
    const context = { ...contextOf({ north: [4, 4, 4], south: [3, 3, 3] }), withUnfinished: true }
    expect(sayAll(describeCautions(context))).toEqual(['Unfinished responses count here too.'])
    expect(sayAll(describeCautions({ ...context, withUnfinished: false }))).toEqual([])
  })
})

describe('whose view the figures are', () => {
  const viewOf = (...given: Parameters<typeof contextOf>) =>
    sayAll(describeView(contextOf(...given)))
  const three = aQuestionnaire([aQuestion('trust.news')], { leastPartners: 3 })

  it('is the view of the one partner that answered', () => {
    expect(viewOf({ north: [4] })).toBe('as Northwind sees it')
    expect(viewOf({ north: [4] }, { of: three })).toBe('as Northwind sees it')
  })

  it('is that of some partners if a level needs more', () => {
    expect(viewOf({ north: [4], south: [4] }, { of: three })).toBe('as 2 of 3 partners see it')
  })

  it('names the partners if one of them was not to be asked', () => {
    const all = { ...three, leastPartners: 'all' as const }
    const asked = { of: all, askedPartners: ['north', 'south'] }
    expect(viewOf({ north: [4], east: [4] }, asked)).toBe('as Fabrikam and Northwind see it')
  })

  it('names no partner if partners are hidden', () => {
    const all = { ...three, leastPartners: 'all' as const }
    const asked = { of: all, askedPartners: ['north', 'south'], minGroup: 2 }
    expect(viewOf({ north: [4], east: [4] }, asked)).toBe('as 1 of 2 partners sees it')
  })

  it('is not mentioned if all answered, or if the questionnaire is about one partner', () => {
    const team = { ...questionnaire, words: { partnership: { team: 'team' } } }
    expect(viewOf({ north: [4], south: [4] })).toBeNull()
    expect(viewOf({ north: [4] }, { of: team })).toBeNull()
  })
})

describe('who is missing', () => {
  it('is named, with the reasons why responses do not count', () => {
    const context = contextOf(
      { north: [4] },
      {
        askedPartners: ['north', 'south', 'east'],
        leftOut: [
          aLeftOut({ partner: 'north', reason: 'excluded', note: 'Answered twice\n' }),
          aLeftOut({ partner: 'north', respondent: 'k8', reason: 'excluded', note: null }),
          aLeftOut({ reason: 'empty' }),
          aLeftOut(),
        ],
      },
    )
    expect(sayAll(describeAbsence(context))).toEqual([
      'No response from Fabrikam or Contoso counts yet.',
      'Not counted: the response k7 from Northwind, which is excluded (“Answered twice”).',
      'Not counted: the response k8 from Northwind, which is excluded.',
      'Not counted: the response k7 from Contoso, which has no answer.',
      'Not counted: the response k7 from Contoso, which is not finished.',
    ])
  })

  it('is nobody if everybody’s response counts', () => {
    expect(describeAbsence(contextOf({ north: [4], south: [3] }))).toEqual([])
  })

  it('is shown without its responses if partners are hidden', () => {
    const more = { askedPartners: ['north', 'south', 'east'], leftOut: [aLeftOut()], minGroup: 2 }
    const context = contextOf({ north: [4], east: [4] }, more)
    expect(sayAll(describeAbsence(context))).toEqual(['No response from Contoso counts yet.'])
  })
})

describe('what to keep in mind about the people', () => {
  it('is that of one or two people everybody can tell what they answered', () => {
    const cautionsOf = (...given: Parameters<typeof contextOf>) =>
      sayAll(describeCautions(contextOf(...given)))
    expect(cautionsOf({ north: [4], south: [4, 5] })).toEqual([
      'Only one response from Northwind counts, so what is shown for Northwind is one person’s answers.',
      'Only two responses from Contoso count, so each of these two people can work out what the other answered.',
    ])
    expect(cautionsOf({ north: [4], south: [4] })).toEqual([
      'Only one response from each of Northwind and Contoso counts, so what is shown for each of them is one person’s answers.',
    ])
    expect(cautionsOf({ north: [4, 4], south: [4, 5], east: [3, 3, 3] })).toEqual([
      'Only two responses from each of Northwind and Contoso count, so each of the two people can work out what the other answered.',
    ])
    expect(cautionsOf({ north: [4, 4, 4], south: [4, 5, 3] })).toEqual([])
    expect(cautionsOf({ north: [4], south: [4] }, { minGroup: 2 })).toEqual([])
  })

  it('is how many gave one number to nearly everything, and nobody’s name', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `trust.q${index}`)
    const alike = Object.fromEntries(ids.map((id) => [id, 4]))
    const mixed = Object.fromEntries(ids.map((id, index) => [id, 1 + (index % 5)]))
    const responses = [alike, mixed, mixed].map((answers) => aResponse('north', answers))
    const input = toTell(aQuestionnaire(ids.map((id) => aQuestion(id))), responses)
    expect(sayAll(describeCautions(buildScoredContext(input)))).toEqual([
      '1 of 3 people gave the same number to nearly all questions with a scale. That may be what this person thinks; ask before you rely on it.',
    ])
  })

  it('is an essential question that everybody at a partner set aside', () => {
    const must = aQuestionnaire([
      aQuestion('trust.news', { must: aMust(3) }),
      aQuestion('trust.kept'),
    ])
    const north = Array.from({ length: 3 }, () =>
      aResponse('north', { 'trust.news': notApplicable, 'trust.kept': 4 }),
    )
    expect(
      sayAll(describeCautions(buildScoredContext(toTell(must, north, { partners: names })))),
    ).toEqual([
      '“Ask trust.news” is an essential question, but everybody asked at Northwind marked it as not applicable, so it was not judged there.',
    ])
  })
})
