import { describe, expect, it } from 'vitest'
import { buildMirrorSummary } from '../../src/report/mirrors.ts'
import { aQuestion, aQuestionnaire, aResponse, skipped } from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildShownContext, toTell } from './support.ts'

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
  ['east', 'Fabrikam'],
])

/** What a partner answered about itself, and about the others. */
interface Views {
  readonly ours: number
  readonly theirs: number
}

/** For each pair of questions in turn, each partner with its two answers. */
function mirrorsOf(...pairs: readonly Readonly<Record<string, Views>>[]) {
  const numbers = pairs.map((_, index) => index + 1)
  const questionnaire = aQuestionnaire([
    ...numbers.map((pair) =>
      aQuestion(`trust.ours${pair}`, { about: 'us', mirror: `trust.theirs${pair}` }),
    ),
    ...numbers.map((pair) =>
      aQuestion(`trust.theirs${pair}`, { about: 'them', mirror: `trust.ours${pair}` }),
    ),
  ])
  const responses = Object.keys(pairs[0] ?? {}).map((partner) =>
    aResponse(
      partner,
      Object.fromEntries(
        pairs.flatMap(({ [partner]: views }, index) => [
          [`trust.ours${index + 1}`, views?.ours ?? skipped],
          [`trust.theirs${index + 1}`, views?.theirs ?? skipped],
        ]),
      ),
    ),
  )
  return sayAll(
    buildMirrorSummary(buildShownContext(toTell(questionnaire, responses, { partners }))),
  )
}

describe('how the partners see each other', () => {
  it('shows how a partner rates itself beside how the other rates it, widest gap first', () => {
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

  it('says nothing where there are three partners, as nobody was asked about one of them alone', () => {
    const answers = {
      north: { ours: 5, theirs: 5 },
      south: { ours: 5, theirs: 1 },
      east: { ours: 5, theirs: 1 },
    }
    expect(mirrorsOf(answers, answers, answers)).toEqual({ subjects: [], rows: [] })
  })

  it('compares how a partner sees itself and how it is seen over three or more pairs of questions', () => {
    const answers = { north: { ours: 5, theirs: 4 }, south: { ours: 3, theirs: 2 } }
    expect(mirrorsOf(answers, answers).subjects).toEqual([])
    expect(mirrorsOf(answers, answers, answers).subjects).toEqual([
      'Northwind: 100 by itself, 25 as Contoso sees it (over 3 pairs of questions)',
      'Contoso: 50 by itself, 75 as Northwind sees it (over 3 pairs of questions)',
    ])
  })

  it('shows the three widest gaps, widest first, whichever side rates higher', () => {
    const { rows } = mirrorsOf(
      { north: { ours: 4, theirs: 3 }, south: { ours: 3, theirs: 3 } },
      { north: { ours: 1, theirs: 3 }, south: { ours: 3, theirs: 5 } },
      { north: { ours: 5, theirs: 5 }, south: { ours: 2, theirs: 3 } },
      { north: { ours: 5, theirs: 3 }, south: { ours: 3, theirs: 2 } },
      { north: { ours: 2, theirs: 3 }, south: { ours: 3, theirs: 3 } },
      { north: { ours: 1, theirs: 3 }, south: { ours: 3, theirs: 3 } },
    )
    expect(rows.map(({ question, sentence }) => [question, sentence])).toEqual([
      ['trust.ours2', 'Northwind rates itself 0; Contoso rates it 100'],
      ['trust.ours3', 'Contoso rates itself 25; Northwind rates it 100'],
      ['trust.ours4', 'Northwind rates itself 100; Contoso rates it 25'],
    ])
  })

  it('leaves out nearly equal ratings, and partners that nobody else rated', () => {
    const own = { ours: 4, theirs: 4 }
    expect(mirrorsOf({ north: own, south: own })).toEqual({ subjects: [], rows: [] })
    expect(mirrorsOf({ north: { ours: 5, theirs: 1 } })).toEqual({ subjects: [], rows: [] })
  })
})
