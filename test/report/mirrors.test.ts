import { describe, expect, it } from 'vitest'
import { buildMirrorSummary } from '../../src/report/mirrors.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildShownContext, toTell } from './support.ts'

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
  ['east', 'Fabrikam'],
])

/** Each partner with its answer to every question about itself, and to every one about the others. */
function mirrorsOf(
  answers: Readonly<Record<string, { readonly ours: number; readonly theirs: number }>>,
  pairs = 1,
) {
  const all = Array.from({ length: pairs }, (_, index) => String(index + 1))
  const questionnaire = aQuestionnaire([
    ...all.map((pair) =>
      aQuestion(`trust.ours${pair}`, { about: 'us', mirror: `trust.theirs${pair}` }),
    ),
    ...all.map((pair) =>
      aQuestion(`trust.theirs${pair}`, { about: 'them', mirror: `trust.ours${pair}` }),
    ),
  ])
  const responses = Object.entries(answers).map(([partner, { ours, theirs }]) =>
    aResponse(
      partner,
      Object.fromEntries(
        all.flatMap((pair) => [
          [`trust.ours${pair}`, ours],
          [`trust.theirs${pair}`, theirs],
        ]),
      ),
    ),
  )
  return sayAll(
    buildMirrorSummary(buildShownContext(toTell(questionnaire, responses, { partners }))),
  )
}

describe('how the partners see each other', () => {
  it('sets how a partner rates itself beside how it is rated, the widest first', () => {
    const row = (sentence: string) => ({
      question: 'trust.ours1',
      ask: 'Ask trust.ours1',
      sentence,
    })
    expect(mirrorsOf({ north: { ours: 5, theirs: 4 }, south: { ours: 3, theirs: 2 } })).toEqual({
      subjects: [],
      rows: [
        row('Northwind rates itself 100; Contoso rates it 25'),
        row('Contoso rates itself 50; Northwind rates it 75'),
      ],
    })
  })

  it('says nothing of three partners, since nobody was asked about one alone', () => {
    const { subjects, rows } = mirrorsOf(
      {
        north: { ours: 5, theirs: 5 },
        south: { ours: 5, theirs: 1 },
        east: { ours: 5, theirs: 1 },
      },
      3,
    )
    expect({ subjects, rows }).toEqual({ subjects: [], rows: [] })
  })

  it('sums up a partner by itself and as it is seen, from three pairs of questions up', () => {
    const answers = { north: { ours: 5, theirs: 4 }, south: { ours: 3, theirs: 2 } }
    expect(mirrorsOf(answers, 2).subjects).toEqual([])
    expect(mirrorsOf(answers, 3).subjects).toEqual([
      'Northwind: 100 by itself, 25 as Contoso sees it (over 3 pairs of questions)',
      'Contoso: 50 by itself, 75 as Northwind sees it (over 3 pairs of questions)',
    ])
  })

  it('shows the five that are furthest apart', () => {
    const answers = { north: { ours: 5, theirs: 4 }, south: { ours: 4, theirs: 2 } }
    expect(mirrorsOf(answers, 6).rows.map(({ question }) => question)).toEqual([
      'trust.ours1',
      'trust.ours2',
      'trust.ours3',
      'trust.ours4',
      'trust.ours5',
    ])
  })

  it('leaves out what is nearly the same, and what nobody else answered', () => {
    const own = { ours: 4, theirs: 4 }
    expect(mirrorsOf({ north: own, south: own })).toEqual({ subjects: [], rows: [] })
    expect(mirrorsOf({ north: { ours: 5, theirs: 1 } })).toEqual({ subjects: [], rows: [] })
  })
})
