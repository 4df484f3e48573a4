import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import type { ProfileQuestion, Questionnaire } from '../../src/model/questionnaire.ts'
import type { Value } from '../../src/model/response.ts'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import type { ReportInput } from '../../src/report/report-context.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  emerging,
  notReady,
  ready,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const anchors: Form = {
  type: 'rating',
  values: ['Nothing', 'Some work', 'One goal', 'Several goals', null].map((label, index) => ({
    value: index + 1,
    label,
  })),
}

const aProfile = (id: string, ask: string, form: Form): ProfileQuestion => ({
  ...{ id, ask, form },
  ...{ dimension: null, why: null, when: null, formerly: [] },
})

const profile = [
  aProfile('dependence', 'How much depends on it?', anchors),
  aProfile('problem', 'Which problem do we know of? Leave it empty if there is none.', {
    type: 'text',
  }),
]

const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')], {
  profile,
  levels: [ready, emerging, notReady],
})

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

type Person = readonly [partner: string, profile: Readonly<Record<string, Value>>, answer?: number]

function tell(
  people: readonly Person[],
  more: Parameters<typeof toTell>[2] & { of?: Questionnaire } = {},
): ReportInput {
  const { of = questionnaire, ...scoring } = more
  const responses = people.map(([partner, own, answer = 1], index) =>
    aResponse(
      partner,
      { 'trust.a': answer, 'trust.b': answer },
      {
        respondent: { id: `r${index}`, role: null },
        profile: new Map(Object.entries(own)),
      },
    ),
  )
  return toTell(of, responses, { partners, ...scoring })
}

const expectationsOf = (...given: Parameters<typeof tell>) =>
  buildSaidReport(tell(...given)).expectations

describe('what depends on it', () => {
  it('is told as most of each partner’s people see it, with how many', () => {
    const { dependence } = expectationsOf([
      ['north', { dependence: 2 }],
      ['north', { dependence: 4 }],
      ['north', { dependence: 4 }],
      ['south', { dependence: 5 }],
    ])
    expect(dependence).toBe(
      '“How much depends on it?” Northwind: “Several goals” (2 of 3 people); Contoso: 5 of 5 (1 person).',
    )
  })

  it('takes the answer nearest to the mean of equals, then the lower', () => {
    expect(
      expectationsOf([
        ['north', { dependence: 4 }],
        ['north', { dependence: 2 }],
      ]).dependence,
    ).toContain('Northwind: “Some work” (1 of 2 people)')
    expect(
      expectationsOf([
        ['north', { dependence: 1 }],
        ['north', { dependence: 3 }],
        ['north', { dependence: 4 }],
      ]).dependence,
    ).toContain('Northwind: “One goal” (1 of 3 people)')
  })

  it('counts those who answered, and leaves a partner out of which nobody did', () => {
    expect(
      expectationsOf([
        ['north', {}],
        ['south', { dependence: 3 }],
        ['south', {}],
      ]).dependence,
    ).toBe('“How much depends on it?” Contoso: “One goal” (1 person).')
  })

  it('is not told where nobody answered, it is not asked, or it is asked otherwise', () => {
    expect(expectationsOf([['north', {}]]).dependence).toBeNull()
    const people: readonly Person[] = [['north', { dependence: 4, problem: 'x' }]]
    const nothing = { dependence: null, stake: null, problem: null }
    const without = { ...questionnaire, profile: [] }
    expect(expectationsOf(people, { of: without })).toEqual(nothing)
    const other = [
      aProfile('dependence', 'On whom?', { type: 'text' }),
      aProfile('problem', 'How many problems?', { type: 'number', from: null, to: null }),
    ]
    expect(
      expectationsOf([['north', { dependence: 'On all', problem: 3 }]], {
        of: { ...questionnaire, profile: other },
      }),
    ).toEqual(nothing)
  })
})

describe('that much is at stake', () => {
  const stakeOf = (level: number, ...values: readonly (readonly [string, number])[]) =>
    expectationsOf(values.map(([partner, dependence]) => [partner, { dependence }, level])).stake

  it('is told of whom the mean is 4 of 5 or more, where the level is in the lower half', () => {
    expect(stakeOf(1, ['north', 5], ['north', 3], ['south', 3])).toBe(
      'Much is at stake for Northwind, and the level is “Not ready”.',
    )
    expect(stakeOf(1, ['north', 4], ['south', 5])).toContain(
      'Much is at stake for Northwind and Contoso,',
    )
  })

  it('is not told just under that, at a higher level, or without a level', () => {
    expect(stakeOf(1, ['north', 4], ['north', 3], ['north', 4], ['south', 1])).toBeNull()
    expect(stakeOf(3, ['north', 5], ['south', 5])).toBeNull()
    const people: readonly Person[] = [['north', { dependence: 5 }]]
    expect(expectationsOf(people).stake).not.toBeNull()
    const more = { of: { ...questionnaire, leastPartners: 2 } }
    expect(expectationsOf(people, more).stake).toBeNull()
  })

  it('is not told of a level that is only assumed', () => {
    const input = tell([['north', { dependence: 5 }]])
    if (input.result.hidden !== undefined) throw new Error('hidden')
    const assumed = { ...input, result: { ...input.result, whatIf: { 'trust.a': 1 } } }
    expect(buildSaidReport(assumed).expectations.stake).toBeNull()
  })
})

describe('the problem that people knew of', () => {
  const read = (...given: Parameters<typeof tell>) =>
    renderReportMarkdown(buildReport(tell(...given)))
  const problems = (partner: string, ...texts: readonly string[]): readonly Person[] =>
    texts.map((problem) => [partner, { problem }])

  it('is quoted by partner in the order of the texts, with how many answered; blanks are none', () => {
    const { problem } = expectationsOf([
      ...problems('south', 'They  call\nlate', '', 'They  call\nlate'),
      ...problems('north', 'No time', ' '),
      ['north', {}],
    ])
    expect(problem).toBe(
      '“Which problem do we know of?” Northwind: “No time” (1 of 3 people); Contoso: “They call late” (2 of 3 people).',
    )
  })

  it('stands right after the verdict, before what holds the level back', () => {
    const text = read([['north', { problem: 'Costs', dependence: 5 }]])
    const pieces = [
      '> **Not ready',
      '“How much',
      'Northwind: “Costs” (1 person)',
      '## What is holding',
    ]
    const places = pieces.map((piece) => text.indexOf(piece))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('is not told where nobody wrote one', () => {
    expect(expectationsOf(problems('north', '', '  ')).problem).toBeNull()
  })

  it('stays short: two, by partner in turn, with how many more each wrote, and long ones cut', () => {
    const long = `${'word '.repeat(60)}end`
    const { problem } = expectationsOf([
      ...problems('north', ...['a', 'b', 'c'].map((id) => `North ${id}`)),
      ...problems('south', long),
    ])
    expect(problem).toBe(
      `“Which problem do we know of?” Northwind: “North a” and 2 more (3 of 3 people); Contoso: “${long.slice(0, 159)}…” (1 person).`,
    )
  })
})

describe('in small groups', () => {
  const people = (partner: string, count: number): readonly Person[] =>
    Array.from({ length: count }, (_, index) => [
      partner,
      { dependence: 4, problem: `${partner} ${index}` },
      3,
    ])

  it('nothing is told of a partner with fewer than twice as many people as the limit', () => {
    const { dependence, problem } = expectationsOf([...people('north', 6), ...people('south', 5)], {
      minGroup: 3,
    })
    expect(dependence).toBe('“How much depends on it?” Northwind: “Several goals” (6 of 6 people).')
    expect(problem).toMatch(
      /^“Which problem do we know of\?” Northwind: “north 0”, “north 1” and 4 more \(6 of 6 people\)\.$/,
    )
    const shown = buildSaidReport(
      tell([...people('north', 6), ...people('south', 5)], { minGroup: 3 }),
    )
    expect(JSON.stringify(shown)).not.toMatch(/south \d/)
  })

  it('nothing is told where nothing is split by partner, or shown at all', () => {
    const nothing = { dependence: null, stake: null, problem: null }
    const split = [...people('north', 6), ...people('south', 2)]
    expect(expectationsOf(split, { minGroup: 3 })).toEqual(nothing)
    expect(expectationsOf(people('north', 2), { minGroup: 3 })).toEqual(nothing)
    expect(JSON.stringify(buildSaidReport(tell(split, { minGroup: 3 })))).not.toMatch(/south \d/)
  })
})
