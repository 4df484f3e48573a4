import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/model/plan.ts'
import type { Response } from '../../../src/model/response.ts'
import type { PlanResult, Trend } from '../../../src/model/result.ts'
import { renderReportMarkdown } from '../../../src/render/markdown.ts'
import { buildReport } from '../../../src/report/report.ts'
import type { ReportInput } from '../../../src/report/report-context.ts'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  type Short,
} from '../../scoring/support/builders.ts'
import { overTime } from '../over-time.ts'
import { aCheck, buildSaidReport, inFull, toTell, withChecks } from '../support.ts'

/** The report as it is read: its words on one line, without the marks of Markdown. */
function read(input: ReportInput): string {
  return renderReportMarkdown(buildReport(input))
    .replace(/[[\]`*#]/g, '')
    .replace(/\s+/g, ' ')
}

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

/** The same answer of a person to each of these questions. */
function all(ids: readonly string[], value: Short): Readonly<Record<string, Short>> {
  return Object.fromEntries(ids.map((id) => [id, value]))
}

const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => `trust.${id}`)

describe('what the first page says of gaps', () => {
  const gapsOf = (weight: number) =>
    read(
      toTell(
        aQuestionnaire([aQuestion('trust.a', { weight }), aQuestion('trust.b')]),
        [
          aResponse('north', { 'trust.a': 4, 'trust.b': 5 }),
          aResponse('south', { 'trust.a': 3, 'trust.b': 3 }),
          aResponse('south', { 'trust.a': 3, 'trust.b': 3 }),
        ],
        { partners },
      ),
    )

  it('names the gap that weighs most, and not one that is wider on a question of less weight', () => {
    const text = gapsOf(3)
    expect(text).toContain(
      'The difference between partners that weighs most: “Ask trust.a” (Northwind 75 and Contoso 50).',
    )
    expect(text).toContain('Ask trust.a 25 points apart - Northwind: 75')
    expect(gapsOf(1)).toContain('weighs most: “Ask trust.b” (Northwind 100 and Contoso 50).')
  })

  it('says whose view a column is, and of how many people', () => {
    expect(gapsOf(1)).toMatch(
      /As Northwind sees it \(1 person\) \| +As Contoso sees it \(2 people\)/,
    )
  })
})

describe('what is said of unanswered questions', () => {
  it('is how far each can move the score, and how many more there are, in the full report', () => {
    const input = toTell(
      aQuestionnaire(seven.map((id) => aQuestion(id))),
      [aResponse('north', all(seven, 4)), aResponse('north', all(seven, dontKnow))],
      { partners },
    )
    const text = read(inFull(input))
    expect(text).toContain('could move the score by up to 7')
    expect(text).toContain('… and 2 more with no greater effect.')
    expect(read(input)).not.toContain('could move the score')
  })
})

describe('what is said of how people and partners see it', () => {
  it('counts the questions on which people are far apart, other than those that are shown', () => {
    const text = read(
      toTell(aQuestionnaire(seven.map((id) => aQuestion(id))), [
        aResponse('north', all(seven, 1)),
        aResponse('north', all(seven, 5)),
      ]),
    )
    expect(text).toContain('And 4 more. A question counts once for each partner')
  })

  it('puts the questions first on which the two views are furthest apart', () => {
    const pairs = ['a', 'b'].flatMap((id) => [
      aQuestion(`trust.${id}-us`, { about: 'us', mirror: `trust.${id}-them` }),
      aQuestion(`trust.${id}-them`, { about: 'them', mirror: `trust.${id}-us` }),
    ])
    const text = read(
      toTell(
        aQuestionnaire(pairs),
        [
          aResponse('north', {
            ...{ 'trust.a-us': 4, 'trust.b-us': 5 },
            ...{ 'trust.a-them': 3, 'trust.b-them': 3 },
          }),
          aResponse('south', {
            ...{ 'trust.a-us': 3, 'trust.b-us': 3 },
            ...{ 'trust.a-them': 3, 'trust.b-them': 1 },
          }),
        ],
        { partners },
      ),
    )
    expect(text).toContain(
      'The questions on which the two views are furthest apart: - Ask trust.b-us Northwind rates itself 100; Contoso rates it 0 - Ask trust.a-us',
    )
  })
})

describe('what is said of a step', () => {
  const step = (answer: number) => {
    const questionnaire = withChecks(
      aQuestionnaire([
        aQuestion('trust.news', { must: aMust(3, 'not-ready'), practice: aPractice() }),
      ]),
      [aCheck('trust.notice', 'plan.exit.noticeDays > 0')],
    )
    return read({
      ...toTell(questionnaire, [aResponse('north', { 'trust.news': answer })], { partners }),
      people: new Map([['p5', 'E. Moreau']]),
      plan: { accordant: 'plan/1', exit: { owner: 'p5', noticeDays: 30 } },
      planPaths: new Map([['trust.notice', ['exit', 'noticeDays']]]),
    })
  }

  it('is that its question is an essential one that is not met, only where it is so', () => {
    expect(step(2)).toContain(
      'Ask trust.news Northwind 25 (an essential question, not met at Northwind)',
    )
    expect(step(4)).not.toContain('an essential question, not met')
  })

  it('is who owns the section of the plan that it is about', () => {
    expect(step(2)).toContain('E. Moreau owns this in the plan')
  })
})

const score = { value: 80, low: 80, high: 80, coverage: 1 }
const aPlanResult: PlanResult = {
  ...{ score, stage: 'agreed', errors: 0, read: 1, findings: [], unread: [] },
  dimensions: [{ id: 'trust', score }],
}

interface PlanCase {
  readonly plan?: Plan
  readonly sayDo?: readonly Entry[]
}

function toTellPlan(
  more: Partial<PlanResult>,
  { plan = { accordant: 'plan/1' }, sayDo = [] }: PlanCase = {},
): ReportInput {
  const questionnaire = aQuestionnaire(seven.map((id) => aQuestion(id)))
  const input = toTell(questionnaire, [aResponse('north', all(seven, 5))], { partners })
  if (input.result.hidden !== undefined) throw new Error('hidden')
  const result = {
    ...input.result,
    plan: { ...aPlanResult, ...more },
    sayDo: [...sayDo],
    today: '2026-11-23',
  }
  return { ...input, result, plan }
}

const withPlan = (more: Partial<PlanResult>, given?: PlanCase) => read(toTellPlan(more, given))
const withPlanInFull = (more: Partial<PlanResult>, given?: PlanCase) =>
  read(inFull(toTellPlan(more, given)))
const tellPlan = (more: Partial<PlanResult>, given?: PlanCase) =>
  buildSaidReport(toTellPlan(more, given))

type Entry = NonNullable<Extract<ReportInput['result'], { hidden?: undefined }>['sayDo']>[number]

const aFinding: PlanResult['findings'][number] = {
  ...{ id: 'trust.notice', severity: 'warning', message: 'No notice', file: 'plan.yaml', path: [] },
  ...{ line: 1, column: 1, endLine: 1, endColumn: 2, fix: null, waived: null, baseline: false },
}

describe('what is said of the plan', () => {
  it('is how it is measured, only where there is one', () => {
    const about = 'The written plan is measured by itself'
    expect(withPlan({})).toContain(about)
    const input = toTell(aQuestionnaire([aQuestion('trust.a')]), [
      aResponse('north', { 'trust.a': 5 }),
    ])
    expect(read(input)).not.toContain(about)
  })

  it('is that the checks found no problems, only where they found none', () => {
    expect(withPlanInFull({})).toContain('The checks found no problems.')
    expect(withPlanInFull({ findings: [aFinding] })).not.toContain('The checks found no problems.')
  })

  it('is how many findings there are beside those that are shown, and who set one aside', () => {
    const waived = { by: 'p1', until: '2027-01-01', reason: 'Not yet' }
    const text = withPlanInFull({
      findings: Array.from({ length: 40 }, () => ({ ...aFinding, waived })),
    })
    const shown = text.split('Set aside by p1 until 2027-01-01: Not yet').length - 1
    expect(shown).toBeGreaterThan(0)
    expect(text).toContain(`And ${40 - shown} more; “accordant check” lists them all.`)
  })

  it('is what people say of it, with how many questions there are beside those that are shown', () => {
    const entries = (kind: Entry['kind']): readonly Entry[] =>
      seven.map((question) => ({ kind, partner: 'north', question, checks: ['trust.notice'] }))
    const claimed = withPlan({}, { sayDo: entries('claimed-not-written') })
    expect(claimed).toContain(
      'Rated high, not found in the plan Those who answered rate it high, but the checks did not find it in the plan. - Ask trust.a Northwind 100 - Checks that find nothing: trust.notice',
    )
    expect(claimed).toContain('And 4 more questions.')
    expect(claimed).not.toContain('In the plan, rated low or')
    const notLived = withPlan({}, { sayDo: entries('written-not-lived') })
    expect(notLived).toContain(
      'In the plan, rated low or not known The checks found it in the plan, but people rate it low or do not know.',
    )
    expect(notLived).toContain('Checks that pass: trust.notice')
    expect(notLived).not.toContain('Rated high, not found')
  })

  it('is what is overdue in it, with how many more there are', () => {
    const due = (count: number): Plan => ({
      accordant: 'plan/1',
      commitments: Array.from({ length: count }, () => ({ what: 'Ring', due: '2026-11-01' })),
    })
    expect(withPlan({}, { plan: due(7) })).toContain('days ago And 2 more.')
    expect(withPlan({}, { plan: due(5) })).not.toContain('And 2 more.')
  })

  const risks = (...places: readonly (readonly [number, number])[]): Plan => ({
    accordant: 'plan/1',
    risks: [
      ...places.map(([likelihood, impact], index) => ({
        risk: `Risk ${index}`,
        likelihood,
        impact,
      })),
      { risk: 'Placeless' },
    ],
  })

  it('is which risks are both likely and serious, and how many have a place', () => {
    const plan = risks([2, 2], [3, 5])
    expect(tellPlan({}, { plan }).charts.risks?.about).toBe(
      'The plan places 2 risks by likelihood and impact. Both likely and serious: “Risk 1”.',
    )
    expect(withPlanInFull({}, { plan })).toContain('Without a likelihood or an impact: - Placeless')
  })

  it('is which risk is most serious, where none is both', () => {
    expect(tellPlan({}, { plan: risks([2, 2], [2, 5]) }).charts.risks?.about).toContain(
      'None is both likely and serious; the most serious is “Risk 1”, with likelihood 2 and impact 5 of 5.',
    )
  })
})

describe('what is said where nothing is scored', () => {
  it('is that people answered', () => {
    const text = read(
      toTell(
        aQuestionnaire([aQuestion('trust.a', { form: { type: 'text' }, scored: false })]),
        [aResponse('north', { 'trust.a': 'We ring' }, { completed: '2026-11-20T09:00:00Z' })],
        { partners },
      ),
    )
    expect(text).toContain('What people answered')
    expect(text).toContain(
      'This report is based on 1 response from Northwind. This questionnaire gathers what people write, and gives no scores.',
    )
    expect(text).toContain(
      'Answers are shown as they were given. Nothing is scored, so there is no level.',
    )
  })
})

describe('what is said of figures that are assumed', () => {
  it('is that nobody answered so', () => {
    const questionnaire = aQuestionnaire([aQuestion('trust.a')])
    const tell = (value: number) =>
      toTell(questionnaire, [aResponse('north', { 'trust.a': value })])
    const [actual, assumed] = [tell(2), tell(5)]
    if (assumed.result.hidden !== undefined) throw new Error('hidden')
    const result = { ...assumed.result, whatIf: { 'trust.a': 5 } }
    const lead = 'They are not what people answered. They show what would be if everybody'
    expect(read({ ...assumed, result, actual: actual.result })).toContain(lead)
    expect(read(assumed)).not.toContain(lead)
  })
})

describe('what is said of changes', () => {
  const days = ['2026-05-12', '2026-11-20'] as const
  const ids = ['a.a', 'a.b', 'a.c']
  const changed = (trend: Partial<Trend>) =>
    overTime({
      questions: ids.map((id) => aQuestion(id)),
      points: days.map((day) => ({ day, answers: { north: all(ids, 3) } })),
      result: {
        trend: [
          {
            ...{ from: 'point 1', to: 'point 2', score: 0, dimensions: [], questions: [] },
            ...{ opened: [], closed: [], fell: [], left: [] },
            ...trend,
          },
        ],
      },
    }).changes

  it('is what an error is, where one could be worked out', () => {
    const withError = (reliable: boolean | null) =>
      changed({ dimensions: [{ id: 'a', change: 0, reliable }] })?.error
    expect(withError(false)).toBe(
      'A change is beyond its error where it is larger than what chance alone would bring about in 95 of 100 cases.',
    )
    expect(withError(null)).toContain('could not be worked out')
  })

  it('is why a question is not compared', () => {
    const left = [
      { id: 'a.a', reason: 'version' },
      { id: 'a.b', reason: 'scale' },
      { id: 'a.c', reason: 'reworded' },
    ] as const
    const lists = changed({ left: [...left] })?.periods[0]?.lists
    expect(lists?.map(({ title, questions }) => [title, questions[0]?.question])).toEqual([
      ['Not compared: the version of the questionnaire that was answered is not available', 'a.a'],
      ['Not compared: answered on another scale', 'a.b'],
      ['Not compared: worded differently', 'a.c'],
    ])
  })
})

describe('what is said of a dimension without a score', () => {
  const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('roles.a')])
  const people: readonly Response[] = [
    aResponse('north', { 'trust.a': dontKnow, 'roles.a': 4 }),
    aResponse('south', { 'trust.a': 3, 'roles.a': 4 }),
  ]

  it('is that nothing in it applies, to whom', () => {
    const set = aResponse('north', { 'trust.a': notApplicable, 'roles.a': 4 })
    const one = read(toTell(questionnaire, [set, ...people.slice(1)], { partners }))
    expect(one).toContain('trust, as Northwind sees it: n/a; nothing in it applies')
    expect(one).not.toContain('trust: n/a')
    expect(read(toTell(questionnaire, [set], { partners }))).toContain(
      'trust: n/a; nothing in it applies',
    )
  })

  it('is that a part is not scored, where a result says so', () => {
    const input = toTell(questionnaire, people)
    if (input.result.hidden !== undefined) throw new Error('hidden')
    const dimensions = input.result.dimensions.map((own) => ({
      ...own,
      score: { ...own.score, value: null, reason: 'not-scored' as const },
    }))
    const { dimensions: rows } = buildSaidReport({
      ...input,
      result: { ...input.result, dimensions },
    })
    expect(rows.map(({ score: { reason } }) => reason)).toEqual(
      rows.map(() => 'a part of it is not scored'),
    )
    expect(rows).toHaveLength(2)
  })
})
