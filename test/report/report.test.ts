import { describe, expect, it } from 'vitest'
import { aQuestion, aQuestionnaire, aResponse, dontKnow } from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

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

const people = [
  aResponse('north', { 'trust.news': 5, 'roles.named': 4 }),
  aResponse('south', { 'trust.news': 2, 'roles.named': 4 }),
]

describe('a report', () => {
  it('gives each side of a gap in the words that were chosen', () => {
    const { gaps } = buildSaidReport(toTell(two, people, { partners: names }))
    expect(gaps).toEqual([
      {
        question: 'trust.news',
        ask: 'Ask trust.news',
        gap: '75',
        isPartial: false,
        high: [{ partner: 'Northwind', score: '100', chosen: 'answered “At once”' }],
        low: [{ partner: 'Contoso', score: '25', chosen: 'answered “Asked”' }],
        notes: [],
      },
    ])
  })

  it('names what every partner rates high, and no partner with it', () => {
    const { strengths } = buildSaidReport(toTell(two, people, { partners: names }))
    expect(strengths).toEqual([{ question: 'roles.named', ask: 'Ask roles.named', score: '75' }])
  })

  it.each([
    [{ north: [2, 5] }, 'roles has the highest score (100), trust the lowest (25).'],
    [{ north: [5, 5] }, 'All dimensions that are scored have a score of 100.'],
    [
      { north: [2, 5], south: [5, 2] },
      'All dimensions that are scored have a score of 63. The partners are equally far apart in every dimension in which they can be compared.',
    ],
    [
      { north: [2, 5], south: [2, 4] },
      'roles has the highest score (88), trust the lowest (25). The partners are furthest apart on roles: north gives 100, south gives 75.',
    ],
    [
      { north: [2, 5], south: [2, 5] },
      'roles has the highest score (100), trust the lowest (25). Where the partners can be compared, they give the same scores.',
    ],
  ])('says under the dimensions what they show: %j', (given, about) => {
    const responses = Object.entries(given).map(([partner, [news = 1, named = 1]]) =>
      aResponse(partner, { 'trust.news': news, 'roles.named': named }),
    )
    expect(buildSaidReport(toTell(two, responses)).charts.dimensions?.about).toBe(about)
  })

  it('counts the answers to every question, with the score and the words', () => {
    const { answers } = buildSaidReport(
      toTell(two, [
        aResponse('north', { 'trust.news': 5, 'roles.named': dontKnow }),
        aResponse('south', { 'trust.news': 3 }),
        aResponse('south', { 'trust.news': 2 }),
      ]),
    )
    expect(answers).toEqual([
      {
        title: 'trust',
        partners: ['north', 'south'],
        rows: [
          {
            question: 'trust.news',
            ask: 'Ask trust.news',
            cells: ['100: 1 × 5 “At once”', '38: 1 × 2 “Asked” · 1 × 3 “In time”'],
            remarks: [],
          },
        ],
      },
      {
        title: 'roles',
        partners: ['north', 'south'],
        rows: [
          {
            question: 'roles.named',
            ask: 'Ask roles.named',
            cells: ["1 × don't know", '2 × no entry'],
            remarks: [],
          },
        ],
      },
    ])
  })

  it('withholds everything from a group that is too small', () => {
    const report = buildSaidReport(toTell(two, people, { minGroup: 3 }))
    expect(report).toMatchObject({
      verdict: { headline: 'Withheld' },
      dimensions: [],
      strengths: [],
      talk: null,
      highlights: [],
      decision: null,
      planSummary: null,
      pathToNextLevel: null,
      decidingQuestions: null,
      nextSteps: { lead: null, top: [], days: [], learning: null, further: [] },
      agreement: null,
      gaps: [],
      divided: { rows: [], rest: 0 },
      mirrors: { subjects: [], rows: [] },
      openQuestions: [],
      answers: [],
      heatMap: null,
      partnerPage: null,
      charts: { partners: [], dimensions: null },
      warnings: [],
    })
  })

  it('shows no partner where one of them is too small a group', () => {
    const report = buildSaidReport(toTell(two, people, { minGroup: 2, partners: names }))
    expect(report.dimensions.map(({ title, partners }) => [title, partners])).toEqual([
      ['trust', []],
      ['roles', []],
    ])
    expect(JSON.stringify({ ...report, method: null })).not.toMatch(/Northwind|Contoso|north|south/)
  })
})
