import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/model/response.ts'
import { explain, unknownId } from '../../src/report/explain/explain.ts'
import { figuresOf, rounded } from '../../src/report/figures.ts'
import { buildReport } from '../../src/report/report.ts'
import { tellingOf } from '../../src/report/telling.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { toTell } from './support.ts'

const dontKnow: Answer = { state: 'dont-know', note: null }
const anchored = {
  type: 'rating' as const,
  values: ['Never', 'Asked', 'In time', 'Soon', 'At once'].map((label, index) => ({
    value: index + 1,
    label,
  })),
}
const practice = {
  do: 'Ring at once',
  done: 'They knew first',
  effort: 'small' as const,
  day: 'substance' as const,
}
const two = aQuestionnaire([
  aQuestion('trust.news', { form: anchored, practice }),
  aQuestion('roles.named', { form: anchored }),
])
const names = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

describe('the lead of a report', () => {
  it('says in a sentence where the partnership stands, and what holds it down', () => {
    const { lead } = buildReport(
      toTell(
        two,
        [
          aResponse('north', { 'trust.news': 5, 'roles.named': 4 }),
          aResponse('south', { 'trust.news': 2, 'roles.named': 4 }),
        ],
        { partners: names },
      ),
    )
    expect(lead).toEqual({
      level: 'Emerging',
      headline: 'Emerging · 68.8 of 100',
      verdict:
        'On the answers of 2 people from Northwind and Contoso, the partnership stands at “Emerging” with 68.8 of 100.',
      meaning: null,
      range: null,
      heldBy: [
        'The score is 68.8; the next level needs 75',
        'trust at Contoso stands at 25; the next level needs 60 in every dimension',
      ],
      missed: [],
      decidedBy: [],
    })
  })

  it('speaks of one partner without its name, and of one person', () => {
    const { lead } = buildReport(
      toTell(two, [aResponse('north', { 'trust.news': 1, 'roles.named': 5 })]),
    )
    expect(lead.verdict).toMatch(/^On the answers of 1 person from north, /)
    expect(lead.heldBy).toContain('trust stands at 0; the next level needs 25 in every dimension')
  })

  it('gives no level where too much is open, and says what the open answers decide', () => {
    const { lead } = buildReport(
      toTell(two, [aResponse('north', { 'trust.news': 5, 'roles.named': dontKnow })]),
    )
    expect(lead).toMatchObject({
      level: 'Not scored',
      headline: 'Not scored',
      verdict:
        'There is no level yet: on the answers of 1 person from north, too much is still open to score.',
      range: 'Open answers leave the level between “Not ready” and “Ready”.',
      heldBy: ['roles is not scored: 0 % of it is answered, and 80 % is needed'],
      decidedBy: [{ question: 'roles.named', ask: 'Ask roles.named' }],
    })
  })

  it('says so where nothing applies', () => {
    const na: Answer = { state: 'not-applicable', reason: 'No', note: null }
    const { lead } = buildReport(
      toTell(two, [aResponse('north', { 'trust.news': na, 'roles.named': na })]),
    )
    expect(lead.verdict).toBe(
      'Every question was set aside as not applicable, so there is nothing to score.',
    )
  })

  it('names a must and the limits that are missed', () => {
    const questionnaire = aQuestionnaire([
      aQuestion('trust.news', { must: { least: 3, cap: 'emerging' } }),
    ])
    const { lead } = buildReport(
      toTell(questionnaire, [aResponse('north', { 'trust.news': 2 })], {
        limits: { minScore: 50, minLevel: 'ready' },
      }),
    )
    expect(lead.missed).toEqual([
      'The score is 25; the limit set is 50',
      'The level is “Not ready”; the limit set is “Ready”',
    ])
  })

  it('withholds everything from a group that is too small', () => {
    const report = buildReport(
      toTell(two, [aResponse('north', { 'trust.news': 5, 'roles.named': 4 })], { minGroup: 2 }),
    )
    expect(report.lead.headline).toBe('Withheld')
    expect([report.dimensions, report.gaps, report.notes, report.answers, report.open]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ])
  })

  it('shows no partner where one of them is too small a group', () => {
    const people = [
      aResponse('north', { 'trust.news': 5, 'roles.named': 4 }),
      aResponse('south', { 'trust.news': 2, 'roles.named': 4 }),
    ]
    const report = buildReport(toTell(two, people, { minGroup: 2, partners: names }))
    expect(report.dimensions.map(({ partners }) => partners)).toEqual([[], []])
    expect(JSON.stringify({ ...report, method: null })).not.toMatch(/Northwind|Contoso|north|south/)
  })
})

describe('a report', () => {
  it('tells both sides of a gap in the words of their anchors', () => {
    const { gaps } = buildReport(
      toTell(
        two,
        [
          aResponse('north', { 'trust.news': 5, 'roles.named': 4 }),
          aResponse('south', { 'trust.news': 2, 'roles.named': 4 }),
        ],
        { partners: names },
      ),
    )
    expect(gaps).toEqual([
      {
        question: 'trust.news',
        ask: 'Ask trust.news',
        gap: '75',
        high: { partner: 'Northwind', score: '100', words: 'At once' },
        low: { partner: 'Contoso', score: '25', words: 'Asked' },
      },
    ])
  })

  it('lays the next steps out over the days, each with who takes it', () => {
    const { nextSteps } = buildReport(
      toTell(two, [aResponse('north', { 'trust.news': 3, 'roles.named': 5 })], {
        partners: names,
        managers: new Map([['north', 'B. Okafor']]),
      }),
    )
    expect(nextSteps.further).toEqual([])
    expect(nextSteps.days.map(({ day, steps }) => ({ day, steps }))).toEqual([
      {
        day: 'substance',
        steps: [
          {
            question: 'trust.news',
            ask: 'Ask trust.news',
            do: 'Ring at once',
            done: 'They knew first',
            effort: 'small',
            gain: '25',
            who: ['Northwind (B. Okafor)'],
          },
        ],
      },
    ])
  })

  it('names the weakest link and what already carries', () => {
    const { standing } = buildReport(
      toTell(two, [aResponse('north', { 'trust.news': 2, 'roles.named': 5 })]),
    )
    expect(standing).toEqual({
      weakest: 'The weakest link is trust, at 25.',
      strengths: [{ question: 'roles.named', ask: 'Ask roles.named', score: '100' }],
    })
  })

  it('has every answer, in words where there is one, with the mean where there are several', () => {
    const people = [
      aResponse('north', { 'trust.news': 5, 'roles.named': dontKnow }),
      aResponse('south', { 'trust.news': 2 }, { respondent: { id: 'r1', role: null } }),
      aResponse('south', { 'trust.news': 3 }, { respondent: { id: 'r2', role: null } }),
    ]
    const { answers } = buildReport(toTell(two, people))
    expect(answers.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([
      [['5: At once', '2.5: 2 · 3']],
      [["don't know", 'open · open']],
    ])
  })
})

describe('figures', () => {
  it('round half up, to one decimal', () => {
    expect([66.65, 66.649, 0.05, 100, 12.25, -0.04].map((value) => rounded(value))).toEqual([
      '66.7',
      '66.6',
      '0.1',
      '100',
      '12.3',
      '0',
    ])
  })

  it('never show a limit as reached that was not', () => {
    const figures = figuresOf({ shown: null })
    expect(figures.against(74.999, 75)).toBe('74.999')
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: 100 }),
        (value, limit) => {
          expect(Number(figures.against(value, limit)) >= limit).toBe(value >= limit - 1e-9)
        },
      ),
    )
  })

  it('show scores on the range of the instrument', () => {
    const figures = figuresOf({ shown: { from: 35, to: 175 } })
    expect([
      figures.score(0),
      figures.score(50),
      figures.score(100),
      figures.difference(10),
      figures.score(null),
    ]).toEqual(['35', '105', '175', '14', 'not scored'])
  })

  it('never round a share up to all, or down to nothing', () => {
    const { percent } = figuresOf({ shown: null })
    expect([percent(1), percent(0.999), percent(0.001), percent(0), percent(null)]).toEqual([
      '100 %',
      '99 %',
      '1 %',
      '0 %',
      'n/a',
    ])
  })
})

describe('explain', () => {
  const telling = tellingOf(
    toTell(
      two,
      [
        aResponse('north', { 'trust.news': 4, 'roles.named': 5 }),
        aResponse('south', { 'trust.news': 2, 'roles.named': dontKnow }),
      ],
      { partners: names },
    ),
  )

  it('puts the numbers of a question in', () => {
    expect(explain('trust.news', two, telling)?.parts[1]).toEqual({
      title: 'Arithmetic',
      lines: [
        'Northwind: answers 4; mean 4; (4 − 1) / (5 − 1) × 100 = 75; coverage 1 / 1 = 100 %',
        'Contoso: answers 2; mean 2; (2 − 1) / (5 − 1) × 100 = 25; coverage 1 / 1 = 100 %',
        'Partnership: (75 + 25) / 2 = 50',
      ],
      parts: [],
    })
  })

  it('says which partner of a dimension is not scored, and why', () => {
    const [arithmetic] = explain('roles', two, telling)?.parts ?? []
    expect(arithmetic?.parts).toEqual([
      {
        title: 'Northwind',
        lines: ['1 × 100  roles.named', '100 / 1 = 100', 'coverage 100 %; bounds 100 to 100'],
        parts: [],
      },
      { title: 'Contoso', lines: ['not scored: coverage 0 %; bounds 0 to 100'], parts: [] },
    ])
  })

  it('shows which conditions of a level hold', () => {
    const [arithmetic] = explain('emerging', two, telling)?.parts ?? []
    expect(arithmetic?.lines).toEqual([
      'score not scored: not scored',
      'trust at Northwind 75: holds (25)',
      'roles at Northwind 100: holds (25)',
      'trust at Contoso 25: holds (25)',
      'roles at Contoso not scored: not scored',
      'The level in force: No level; between Not ready and Emerging with everything open at its worst and best',
    ])
  })

  it('knows no other ids, and says which is near', () => {
    expect(explain('trust.nwes', two, null)).toBeNull()
    expect(unknownId('trust.nwes', two)).toBe(
      `"trust.nwes" is no question, dimension or level of "${two.id}"; did you mean "trust.news"?`,
    )
  })
})
