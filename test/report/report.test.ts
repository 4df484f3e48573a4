import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/model/response.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

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
  takes: 'P1W',
  by: 'all' as const,
}
const two = aQuestionnaire([
  aQuestion('trust.news', { form: anchored, practice }),
  aQuestion('roles.named', { form: anchored }),
])
const names = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

describe('the title of a report', () => {
  const input = toTell(two, [aResponse('north', { 'trust.news': 5 })])
  const named = { ...input, plan: { accordant: 'plan/1', name: 'Cold chain' } as const }

  it.each([
    ['what the house wrote', { ...named, style: { ...input.style, title: 'Ours' } }, 'Ours'],
    ["the partnership's name in the plan", named, 'Sample: Cold chain'],
    [
      'its id where no plan names it',
      { ...input, plan: { accordant: 'plan/1' } as const },
      'Sample: us',
    ],
    ['its id without a plan', input, 'Sample: us'],
  ])('is %s', (_, given, title) => {
    expect(buildSaidReport(given).title).toBe(title)
  })
})

describe('the lead of a report', () => {
  it('says in a sentence where the partnership stands, and what holds it down', () => {
    const { verdict: lead } = buildSaidReport(
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
      sentence:
        'The answers of 2 people from Northwind and Contoso put the partnership at “Emerging”.',
      meaning: null,
      range: null,
      since: null,
      withheld: null,
      heldBackTitle: 'What holds it down',
      heldBackBy: [
        'The score is 68.8; the next level needs 75',
        'trust at Contoso stands at 25; the next level needs 60 in every dimension',
      ],
      missedLimits: [],
      decidedBy: [],
    })
  })

  it('speaks of one partner without its name, and of one person', () => {
    const { verdict: lead } = buildSaidReport(
      toTell(two, [aResponse('north', { 'trust.news': 1, 'roles.named': 5 })]),
    )
    expect(lead.sentence).toMatch(/^The answers of 1 person from north put /)
    expect(lead.heldBackBy).toContain(
      'trust stands at 0; the next level needs 25 in every dimension',
    )
  })

  it('gives no level where too much is open, and says what the open answers decide', () => {
    const { verdict: lead } = buildSaidReport(
      toTell(two, [aResponse('north', { 'trust.news': 5, 'roles.named': dontKnow })]),
    )
    expect(lead).toMatchObject({
      level: 'Not scored',
      headline: 'Not scored',
      sentence:
        'There is no level yet: too much is still open in the answers of 1 person from north.',
      range: 'Depending on the open answers, the level is anything from “Not ready” to “Ready”.',
      heldBackBy: ['roles is not scored: 0 % of it is answered; 80 % is needed'],
      decidedBy: [{ question: 'roles.named', ask: 'Ask roles.named' }],
    })
  })

  it('says so where nothing applies', () => {
    const na: Answer = { state: 'not-applicable', reason: 'No', note: null }
    const { verdict: lead } = buildSaidReport(
      toTell(two, [aResponse('north', { 'trust.news': na, 'roles.named': na })]),
    )
    expect(lead.sentence).toBe('No question applies, so there is nothing to score.')
  })

  it('names a must and the limits that are missed', () => {
    const questionnaire = aQuestionnaire([
      aQuestion('trust.news', { must: { least: 3, cap: 'emerging' } }),
    ])
    const { verdict: lead } = buildSaidReport(
      toTell(questionnaire, [aResponse('north', { 'trust.news': 2 })], {
        limits: { minScore: 50, minLevel: 'ready' },
      }),
    )
    expect(lead.missedLimits).toEqual([
      'The score is 25; the limit is 50',
      'The level is “Not ready”; the limit is “Ready”',
    ])
  })

  it('withholds everything from a group that is too small', () => {
    const report = buildSaidReport(
      toTell(two, [aResponse('north', { 'trust.news': 5, 'roles.named': 4 })], { minGroup: 2 }),
    )
    expect(report.verdict.headline).toBe('Withheld')
    expect([
      report.dimensions,
      report.gaps,
      report.plainSections.notes,
      report.answers,
      report.openQuestions,
    ]).toEqual([[], [], [], [], []])
  })

  it('shows no partner where one of them is too small a group', () => {
    const people = [
      aResponse('north', { 'trust.news': 5, 'roles.named': 4 }),
      aResponse('south', { 'trust.news': 2, 'roles.named': 4 }),
    ]
    const report = buildSaidReport(toTell(two, people, { minGroup: 2, partners: names }))
    expect(report.dimensions.map(({ partners }) => partners)).toEqual([[], []])
    expect(JSON.stringify({ ...report, method: null })).not.toMatch(/Northwind|Contoso|north|south/)
  })
})

describe('a report', () => {
  it('tells both sides of a gap in the words of their anchors', () => {
    const { gaps } = buildSaidReport(
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
        about: null,
        gap: '75',
        outweighs: false,
        high: { partner: 'Northwind', score: '100', words: 'At once' },
        low: { partner: 'Contoso', score: '25', words: 'Asked' },
      },
    ])
  })

  it('lays the next steps out over the days, each with who takes it', () => {
    const { nextSteps } = buildSaidReport(
      toTell(two, [aResponse('north', { 'trust.news': 3, 'roles.named': 5 })], {
        partners: names,
        managers: new Map([['north', 'b-okafor']]),
        people: new Map([['b-okafor', 'B. Okafor']]),
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
            effort: 'small effort, within a week',
            gain: '25',
            who: ['Northwind (B. Okafor)'],
            answered: ['Northwind “In time” (50)'],
            isMust: false,
            sectionOwner: null,
          },
        ],
      },
    ])
  })

  it('names the weakest link and what already works', () => {
    const { strengths: standing } = buildSaidReport(
      toTell(two, [aResponse('north', { 'trust.news': 2, 'roles.named': 5 })]),
    )
    expect(standing).toEqual({
      weakestLink: 'The weakest link is “trust”, with 25.',
      strongest: [{ question: 'roles.named', ask: 'Ask roles.named', score: '100' }],
    })
  })

  it.each([
    [
      { north: 2, south: 2 },
      'The weakest links are “trust” at north and “trust” at south, each with 25.',
    ],
    [
      { a: 2, b: 2, c: 2 },
      'The weakest links are “trust” at a, “trust” at b and “trust” at c, each with 25.',
    ],
    [
      { a: 2, b: 2, c: 2, d: 2 },
      'The weakest links are “trust” at a, “trust” at b, “trust” at c and 1 more, each with 25.',
    ],
    [{ north: 5, south: 5 }, null],
  ])('names several weakest links where they are alike: %j', (news, weakest) => {
    const responses = Object.entries(news).map(([partner, value]) =>
      aResponse(partner, { 'trust.news': value, 'roles.named': 5 }),
    )
    expect(buildSaidReport(toTell(two, responses)).strengths.weakestLink).toBe(weakest)
  })

  it.each([
    [{ north: [2, 5] }, 'roles stands highest with 100, trust lowest with 25.'],
    [{ north: [5, 5] }, 'All that are scored stand at 100.'],
    [
      { north: [2, 5], south: [5, 2] },
      'All that are scored stand at 62.5. The partners are furthest apart on trust and roles.',
    ],
    [
      { north: [2, 5], south: [2, 4] },
      'roles stands highest with 87.5, trust lowest with 25. The partners are furthest apart on roles: north 100, south 75.',
    ],
  ])('says under the dimensions what they show: %j', (given, about) => {
    const responses = Object.entries(given).map(([partner, [news = 1, named = 1]]) =>
      aResponse(partner, { 'trust.news': news, 'roles.named': named }),
    )
    expect(buildSaidReport(toTell(two, responses)).charts.dimensions?.about).toBe(about)
  })

  it('has every answer, in words where there is one, with the mean where there are several', () => {
    const people = [
      aResponse('north', { 'trust.news': 5, 'roles.named': dontKnow }),
      aResponse('south', { 'trust.news': 2 }, { respondent: { id: 'r1', role: null } }),
      aResponse('south', { 'trust.news': 3 }, { respondent: { id: 'r2', role: null } }),
    ]
    const { answers } = buildSaidReport(toTell(two, people))
    expect(answers.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([
      [['5: At once', 'mean 2.5: 2 · 3']],
      [["don't know", 'open · open']],
    ])
  })
})
