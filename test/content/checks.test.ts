import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileChecks } from '../../src/checks/compile-checks.ts'
import { judgePlan } from '../../src/checks/judge-plan.ts'
import { decode } from '../../src/model/decode.ts'
import type { Plan } from '../../src/model/plan.ts'
import type { Questionnaire } from '../../src/model/questionnaire.ts'
import { type Stage, stages } from '../../src/model/vocabulary.ts'
import { scorePlan } from '../../src/scoring/plan-score.ts'
import { say } from '../../src/words/say-message.ts'
import { builtIn } from './built-in.ts'
import { startedPlan } from './started-plan.ts'

const root = join(import.meta.dirname, '..', '..')
const withChecks = ['partnership-readiness', 'partnership-health', 'collaboration-capability']
const today = '2026-11-23'

function planOf(fragment: unknown): Plan {
  const { value, findings } = decode('plan', { accordant: 'plan/1', ...Object(fragment) })
  expect(findings).toEqual([])
  if (value === null) throw new Error('Not a plan')
  return value
}

type Judged = {
  readonly questionnaire: Questionnaire
  readonly checks: ReturnType<typeof compileChecks>['checks']
}

function judgedBy({ questionnaire, checks }: Judged, plan: Plan) {
  const { outcomes } = judgePlan(checks, { plan, today })
  const shares = outcomes.flatMap(({ check, dimension, counted, visits, passed }) =>
    counted ? [{ dimension, weight: check.weight, share: passed / visits }] : [],
  )
  const { score } = scorePlan(questionnaire, shares)
  const found = outcomes.flatMap(({ findings, faults }) => [
    ...findings.map(({ id, severity }) => `${severity} ${id}`),
    ...faults.map(({ message }) => say(message)),
  ])
  return { score: score.value, found, outcomes }
}

const loaded = await Promise.all(
  withChecks.map(async (name) => {
    const { questionnaire } = await builtIn(name)
    return { name, questionnaire, ...compileChecks(questionnaire) }
  }),
)

describe.each(loaded)('the checks of $name', ({ questionnaire, checks, broken }) => {
  const written = questionnaire.dimensions.flatMap((dimension) => dimension.checks)

  it('all compile', () => {
    expect(broken).toEqual([])
  })

  describe.each(written.map((check) => [check.id, check] as const))('%s', (id, check) => {
    it('has a why, a fix and a severity by stage', () => {
      const { why, fix, severity } = check
      const given = typeof severity === 'string' ? severity : severity.exploring
      expect({ why, fix, given }).toEqual({
        why: expect.stringMatching(/\.$/),
        fix: expect.stringMatching(/\.$/),
        given: expect.stringMatching(/^(off|info|warning|error)$/),
      })
    })

    it('passes on its good example and fails on its bad one', () => {
      const outcomeOf = (fragment: unknown) =>
        judgedBy({ questionnaire, checks }, planOf(fragment)).outcomes.find(
          (outcome) => outcome.check.id === id,
        )
      const good = outcomeOf(check.examples?.good)
      expect(good?.visits).toBeGreaterThan(0)
      expect([good?.findings, good?.faults]).toEqual([[], []])
      const bad = outcomeOf(check.examples?.bad)
      expect(bad?.faults).toEqual([])
      expect(bad?.findings.length).toBeGreaterThan(0)
    })
  })

  it('give an empty plan no points where the work is under way', () => {
    expect(judgedBy({ questionnaire, checks }, planOf({ stage: 'operating' })).score).toBe(0)
  })
})

const readiness = loaded[0]

function judged(plan: Plan) {
  if (readiness === undefined) throw new Error('No questionnaire')
  return judgedBy(readiness, plan)
}

type Check = Questionnaire['dimensions'][number]['checks'][number]

function checksOf(questionnaire: Questionnaire | undefined): readonly Check[] {
  return (questionnaire?.dimensions ?? []).flatMap(({ checks }) => checks)
}

/** How much a check matters at a stage: the last one given up to it. */
function severityAt({ severity }: Check, stage: Stage): string {
  if (typeof severity === 'string') return severity
  const given = stages.slice(0, stages.indexOf(stage) + 1).flatMap((one) => severity[one] ?? [])
  return given.at(-1) ?? 'off'
}

/** Full ids of the checks that are errors at a stage, of every questionnaire with checks. */
function errorsAt(stage: Stage): readonly string[] {
  return loaded.flatMap(({ name, questionnaire }) =>
    checksOf(questionnaire)
      .filter((check) => severityAt(check, stage) === 'error')
      .map(({ id }) => (name === 'partnership-readiness' ? id : `${name}: ${id}`)),
  )
}

const whoAndWhy = [
  'alignment.partners',
  'alignment.need-or-why',
  'roles.people',
  'roles.people-of-each',
]
const agreed = [
  ...whoAndWhy,
  'alignment.joint-objective',
  'roles.sponsors',
  'roles.managers',
  'roles.activities',
  'roles.accountable-missing',
  'roles.one-accountable',
  'roles.many-accountable',
  'roles.decision-rights',
  'contingencies.risk-register',
  'contingencies.ways-out',
  'long-term-focus.review-calendar',
  'long-term-focus.signatures',
]
const overdue = ['trust.commitment-overdue', 'partnership-health: weight.overdue']

describe('an error', () => {
  it.each<[Stage, readonly string[]]>([
    ['exploring', ['alignment.partners']],
    ['forming', whoAndWhy],
    ['agreed', agreed],
    ['operating', [...agreed, ...overdue]],
    [
      'closing',
      [
        'alignment.partners',
        'roles.people',
        'roles.people-of-each',
        'contingencies.exit-owner',
        'contingencies.exit-transition',
        ...overdue,
      ],
    ],
  ])('is what no partnership can do without: %s', (stage, ids) => {
    expect(errorsAt(stage).toSorted()).toEqual(ids.toSorted())
  })

  it('is what an empty contract has more of from stage to stage, and never many at once', () => {
    const counts = stages.slice(0, 4).map((stage) => errorsAt(stage).length)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(counts[0]).toBeLessThanOrEqual(2)
    expect(counts[2]).toBeGreaterThanOrEqual(10)
    expect(counts[2]).toBeLessThanOrEqual(16)
  })
})

/** The check of partnership-readiness with this full id. */
function readinessCheck(id: string): Check {
  const check = checksOf(readiness?.questionnaire).find((one) => one.id === id)
  if (check === undefined) throw new Error(`No check ${id}`)
  return check
}

describe('a partnership that is being wound up', () => {
  it.each([
    'contingencies.exit-notice',
    'contingencies.exit-transition',
    'contingencies.exit-owner',
    'contingencies.exit-survives',
    'contingencies.rights-after-exit',
    'contingencies.data-after-exit',
    'trust.commitments',
    'trust.commitment-owner',
    'trust.commitment-overdue',
    'long-term-focus.lessons',
  ])('is asked for %s', (id) => {
    expect(['warning', 'error']).toContain(severityAt(readinessCheck(id), 'closing'))
  })

  it.each([
    'long-term-focus.second-year',
    'long-term-focus.renewal-date',
    'long-term-focus.health-check',
    'long-term-focus.capability-ahead',
    'long-term-focus.milestones',
    'long-term-focus.indicators',
    'roles.joint-teams',
    'roles.capability',
    'alignment.joint-objective',
  ])('is not asked for %s', (id) => {
    expect(severityAt(readinessCheck(id), 'closing')).toBe('off')
  })
})

describe('what only a contract needs', () => {
  it.each([
    'alignment.exclusivity',
    'alignment.benefits',
    'alignment.benefit-split',
    'roles.quorum',
    'roles.joint-teams',
    'roles.people-used',
    'communication.named-channels',
    'communication.channel-use',
    'communication.group-rhythm',
    'communication.spokesperson-each',
    'contingencies.risk-trigger',
    'contingencies.risk-reviewed',
    'contingencies.exit-cure',
    'contingencies.exit-triggers',
    'contingencies.rights-after-exit',
    'trust.intellectual-property',
    'trust.track-record',
    'trust.competition-law',
    'trust.due-diligence',
    'long-term-focus.indicators',
    'long-term-focus.indicator-source',
    'long-term-focus.milestones',
    'long-term-focus.first-hundred-days',
    'long-term-focus.lessons',
  ])('is a hint at most in a memorandum and in an internal plan: %s', (id) => {
    const { kinds } = readinessCheck(id)
    expect([kinds?.memorandum, kinds?.internal].map((word) => word ?? 'error')).toEqual([
      expect.stringMatching(/^(off|info)$/),
      expect.stringMatching(/^(off|info)$/),
    ])
  })
})

describe.each(loaded)('what the checks of $name say', ({ questionnaire }) => {
  const written = checksOf(questionnaire)
  /** Without what a plan calls its parts. */
  const bare = (text: string) => text.replaceAll(/"[^"]*"/g, '')

  it('is one thing, and not that one of two may be missing', () => {
    const vague = written.filter(({ message }) => / or |missing|lacks/.test(bare(message)))
    expect(vague.map(({ id, message }) => `${id}: ${message}`)).toEqual([])
  })

  it('names people and partners as they are called', () => {
    const byId = written.filter(
      (check) =>
        (check.for === 'people' || check.for === 'partners') && check.message.includes('{item.id}'),
    )
    expect(byId.map(({ id }) => id)).toEqual([])
  })

  it('is one finding where many entries of a list fail', () => {
    // Of these, no more than one entry can fail.
    const alone = [
      'trust.shared-decisions',
      'contingencies.shared-risks',
      'roles.accountable-load',
      'communication.escalation-top',
    ]
    const apart = written.filter((check) => check.for !== undefined && !alone.includes(check.id))
    expect(
      apart.filter(({ together }) => !together?.includes('{items}')).map(({ id }) => id),
    ).toEqual([])
  })
})

describe('a plan that has one of two things', () => {
  it.each<[string, object, string, readonly string[]]>([
    [
      'notice',
      { exit: { noticeDays: 90 } },
      'exit-(triggers|notice|cure)|ways-out',
      ['exit-triggers'],
    ],
    [
      'a reason to end',
      { exit: { triggers: ['A breach'], cureDays: 30 } },
      'exit-(triggers|notice|cure)|ways-out',
      ['exit-notice'],
    ],
    ['no way out', {}, 'exit-(triggers|notice|cure)|ways-out', ['ways-out']],
    ['a reason', { purpose: { why: 'We have the trucks' } }, 'need|why-together', ['need']],
    ['a need', { purpose: { need: 'Waste' } }, 'need-or-why|need$|why-together', ['why-together']],
    ['neither', {}, 'need-or-why|need$|why-together', ['need-or-why']],
    ['a start', { term: { start: '2026-10-01' } }, 'focus.term', ['term']],
    ['an end', { term: { end: '2029-09-30' } }, 'focus.term', ['term-start']],
    [
      'an end before the start',
      {
        term: { start: '2026-10-01', end: '2026-09-30', renewal: '2029-03-31' },
        milestones: [{ name: 'Pilot', due: '2026-12-15' }],
      },
      'focus.(term|renewal|milestones-in)',
      ['term-order'],
    ],
    ['a rhythm', { reviews: { every: 'P3M' } }, 'focus.review', ['review-next']],
    ['no review', {}, 'focus.review', ['review-calendar']],
    ['a date', { date: '2026-10-01' }, 'focus.plan', ['plan-version']],
    [
      'a goal with a metric',
      { objectives: [{ goal: 'Full trucks', metric: 'Trips with a load' }] },
      'objective-(measured|baseline|target)',
      ['objective-target'],
    ],
    [
      'a goal without a metric',
      { objectives: [{ goal: 'Full trucks' }] },
      'objective-(measured|baseline|target)',
      ['objective-measured'],
    ],
    [
      'a decision with a rule',
      { decisions: [{ topic: 'Prices', rule: 'single' }] },
      'decision-(limits|rule|deadlock)',
      ['decision-limits'],
    ],
    [
      'a risk with an impact',
      { risks: [{ risk: 'Late', impact: 3 }] },
      'risk-(scored|impact)',
      ['risk-scored'],
    ],
    [
      'a signature with a date',
      { signatures: [{ partner: 'a', date: '2026-10-01' }] },
      'focus.signature',
      ['signature-who'],
    ],
  ])('hears of the other: %s', (_, fragment, about, ids) => {
    const { found } = judged(planOf(fragment))
    const concerned = found.map((line) => line.split(' ')[1] ?? '').filter((id) => id.match(about))
    expect(concerned.map((id) => id.split('.')[1])).toEqual(ids)
  })
})

describe('a fact', () => {
  const partners = [{ id: 'a', investment: { amount: 5, currency: 'EUR' } }, { id: 'b' }]

  it.each<[string, string, object, object]>([
    [
      'what a partner puts in, as an investment',
      'roles.contribution',
      { partners: [partners[0], { id: 'b', investment: { amount: 3 } }] },
      { partners },
    ],
    [
      'what is set aside, as an investment',
      'long-term-focus.committed-resources',
      { partners },
      { partners: [{ id: 'a' }, { id: 'b' }] },
    ],
    [
      'when a risk was looked at, as the date of the plan',
      'contingencies.risk-reviewed',
      { date: '2026-11-01', risks: [{ risk: 'Late' }] },
      { date: '2026-11-01', risks: [{ risk: 'Late', reviewed: '2026-03-01' }] },
    ],
    [
      'the next steps, as commitments with dates',
      'long-term-focus.milestones',
      { commitments: [{ what: 'Call', due: '2026-12-01' }] },
      { commitments: [{ what: 'Call' }] },
    ],
    [
      'what is counted, as measured objectives',
      'long-term-focus.indicators',
      { objectives: [{ goal: 'Full trucks', metric: 'Trips', target: 82 }] },
      { objectives: [{ goal: 'Full trucks', metric: 'Trips' }] },
    ],
    [
      'a task of somebody on the list, as the deputy of another',
      'roles.people-used',
      {
        people: [
          { id: 'p1', deputy: 'p2' },
          { id: 'p2', deputy: 'p1' },
        ],
      },
      { people: [{ id: 'p1', deputy: 'p2' }, { id: 'p2' }] },
    ],
    [
      'a task of somebody on the list, as one of two who are accountable',
      'roles.people-used',
      { people: [{ id: 'p1' }, { id: 'p2' }], roles: [{ accountable: ['p1', 'p2'] }] },
      { people: [{ id: 'p1' }, { id: 'p2' }], roles: [{ accountable: 'p1' }] },
    ],
    [
      'what a partner brings, as a line under resources',
      'alignment.brings',
      {
        partners: [{ id: 'a', brings: ['Trucks'] }, { id: 'b' }],
        resources: [{ what: 'Hours', partner: 'b' }],
      },
      {
        partners: [{ id: 'a', brings: ['Trucks'] }, { id: 'b' }],
        resources: [{ what: 'Hours', partner: 'a' }],
      },
    ],
    [
      'what is measured, as an indicator of the objective',
      'alignment.objective-measured',
      {
        objectives: [{ id: 'o1', goal: 'Full trucks' }],
        indicators: [{ name: 'Trips', objective: 'o1' }],
      },
      {
        objectives: [{ id: 'o1', goal: 'Full trucks' }],
        indicators: [{ name: 'Trips', objective: 'o2' }],
      },
    ],
    [
      'a review, as the next assessment',
      'long-term-focus.review-calendar',
      { reviews: { healthCheck: '2027-03-31' } },
      { reviews: { last: '2026-09-30' } },
    ],
    [
      'that a review took place, as its last day',
      'long-term-focus.review-overdue',
      { reviews: { next: '2026-11-02', last: '2026-11-03' } },
      { reviews: { next: '2026-11-02', last: '2026-10-30' } },
    ],
    [
      'when a risk was looked at, as the last review',
      'contingencies.risk-reviewed',
      { date: '2026-03-01', reviews: { last: '2026-11-01' }, risks: [{ risk: 'Late' }] },
      { date: '2026-03-01', reviews: { last: '2026-03-02' }, risks: [{ risk: 'Late' }] },
    ],
    [
      'the time to put a breach right, as part of a reason to end',
      'contingencies.exit-cure',
      { exit: { triggers: ['A breach that is not put right within 30 days'] } },
      { exit: { triggers: ['A breach'] } },
    ],
    [
      'what happens to shared data, as the rule on data',
      'contingencies.data-after-exit',
      { information: { data: 'Shared figures are deleted after the project' } },
      { information: { data: 'Each partner keeps its own records' } },
    ],
    [
      'what is due first, as a milestone',
      'long-term-focus.first-hundred-days',
      { term: { start: '2026-10-01' }, milestones: [{ name: 'Pilot', due: '2026-12-15' }] },
      { term: { start: '2026-10-01' }, milestones: [{ name: 'Pilot', due: '2027-12-15' }] },
    ],
    [
      'that money lasts, as the period of an investment',
      'long-term-focus.resources-next',
      {
        partners: [{ id: 'a', investment: { amount: 5, period: '2027-2029' } }],
        resources: [{ what: 'Hours', period: 2027 }],
      },
      {
        partners: [{ id: 'a', investment: { amount: 5, period: 2027 } }],
        resources: [{ what: 'Hours', period: 2027 }],
      },
    ],
    [
      'that money lasts, in words',
      'long-term-focus.resources-next',
      { resources: [{ what: 'Hours', period: '2026 to 2028' }] },
      { resources: [{ what: 'Hours', period: '2026' }] },
    ],
    [
      'that money lasts until the end, as the period of an investment',
      'long-term-focus.resources-last',
      {
        term: { end: '2028-10-31' },
        partners: [{ id: 'a', investment: { amount: 5, period: '2027 to 2028-10' } }],
        resources: [{ what: 'Hours', period: 2027 }],
      },
      {
        term: { end: '2028-10-31' },
        partners: [{ id: 'a', investment: { amount: 5, period: '2026-11 to 2027-10' } }],
        resources: [{ what: 'Hours', period: 2027 }],
      },
    ],
    [
      'that money lasts until the end, with a year of two digits',
      'long-term-focus.resources-last',
      { term: { end: '2029-03-31' }, resources: [{ what: 'Hours', period: '2027-29' }] },
      { term: { end: '2029-03-31' }, resources: [{ what: 'Hours', period: '2027-28' }] },
    ],
    [
      'that money lasts until the end, without a year',
      'long-term-focus.resources-last',
      { term: { end: '2029-03-31' }, resources: [{ what: 'Hours', period: 'each week' }] },
      { term: { end: '2029-03-31' }, resources: [{ what: 'Hours', period: '2027-03' }] },
    ],
    [
      'that money lasts, as more than one month',
      'long-term-focus.resources-next',
      { resources: [{ what: 'Hours', period: '2027-29' }] },
      { resources: [{ what: 'Hours', period: '2027-03' }] },
    ],
    [
      'who protects the people the work is for, where there is a memorandum',
      'trust.safeguarding',
      { kind: 'memorandum', conduct: { safeguarding: 'Staff are vetted' } },
      { kind: 'memorandum' },
    ],
    [
      'who comes to a meeting, as its owner',
      'communication.meeting-mix',
      {
        people: [
          { id: 'p1', partner: 'a' },
          { id: 'p2', partner: 'b' },
        ],
        communication: { meetings: [{ name: 'Call', owner: 'p1', attendees: ['p2'] }] },
      },
      {
        people: [
          { id: 'p1', partner: 'a' },
          { id: 'p2', partner: 'b' },
        ],
        communication: { meetings: [{ name: 'Call', owner: 'p2', attendees: ['p2'] }] },
      },
    ],
    [
      'a task of somebody on the list, as the chair of a group',
      'roles.people-used',
      { people: [{ id: 'p1' }], governance: [{ id: 'steering', chair: 'p1' }] },
      { people: [{ id: 'p1' }], governance: [{ id: 'steering' }] },
    ],
    [
      'which law applies, where the kind says that it binds',
      'contingencies.governing-law',
      { kind: 'contract', law: 'Dutch law' },
      { kind: 'contract' },
    ],
    [
      'a second year, where there is one',
      'long-term-focus.second-year',
      { term: { end: '2027-06-30' }, milestones: [{ name: 'Pilot', due: '2026-12-15' }] },
      { term: { end: '2029-06-30' }, milestones: [{ name: 'Pilot', due: '2026-12-15' }] },
    ],
  ])('may stand in another place: %s', (_, id, good, bad) => {
    const of = (fragment: object) =>
      judged(planOf(fragment)).found.filter((line) => line.endsWith(id))
    expect(of(good)).toEqual([])
    expect(of(bad)).toHaveLength(1)
  })
})

describe('one fact is one finding', () => {
  const people = [
    { id: 'p1', partner: 'a', role: 'Lead', deputy: 'p2' },
    { id: 'p2', partner: 'b', role: 'Lead', deputy: 'p1' },
  ]
  const partners = [
    { id: 'a', sponsor: 'p1', manager: 'p1' },
    { id: 'b', sponsor: 'p2', manager: 'p2' },
  ]

  it.each<[string, object, string, readonly string[]]>([
    [
      'an owner that no list of people has is an unknown id and nothing else',
      {
        partners: [{ id: 'a', sponsor: 'p9', manager: 'p9' }],
        objectives: [{ goal: 'Full trucks', owner: 'p9' }],
        risks: [{ risk: 'Late', owner: 'p9' }],
        commitments: [{ what: 'Call', owner: 'p9' }],
        decisions: [{ topic: 'Prices', decider: 'p9' }],
        communication: { meetings: [{ name: 'Call', owner: 'p9', attendees: ['p1'] }] },
        milestones: [{ name: 'Pilot', owner: 'p9' }],
        indicators: [{ name: 'Trips', owner: 'p9' }],
        exit: { owner: 'p9' },
      },
      '-owner|roles.(sponsors|managers)|decision-decider|meeting-mix',
      [],
    ],
    [
      'a team without members',
      { teams: [{ name: 'Pilot' }] },
      'roles.team-(size|members|mix)',
      ['team-members'],
    ],
    [
      'a group without members',
      { governance: [{ id: 'steering' }] },
      'governance-(members|chair)|quorum',
      ['governance-members'],
    ],
    [
      'a partner that answers for nothing',
      {
        roles: ['Routes', 'Slots', 'Records', 'Report'].map((activity) => ({
          activity,
          accountable: 'p1',
        })),
      },
      'roles.accountable-(everywhere|side)',
      ['accountable-everywhere'],
    ],
    [
      'people without a side',
      {
        people: [{ id: 'p1', partner: 'a' }, { id: 'p2' }],
        governance: [{ id: 'steering', members: ['p1', 'p2'], chair: 'p1' }],
        teams: [{ name: 'Pilot', members: ['p1', 'p2'] }],
        roles: [
          { activity: 'Routes', accountable: 'p1' },
          { activity: 'Slots', accountable: 'p2' },
        ],
        communication: {
          meetings: [{ name: 'Call', owner: 'p1', attendees: ['p2'] }],
          external: { spokespeople: ['p1', 'p2'] },
        },
      },
      'person-partner|governance-members|-mix|accountable-everywhere|spokesperson-each',
      ['person-partner'],
    ],
    [
      'an objective that nothing measures',
      { objectives: [{ id: 'o1', goal: 'Full trucks' }], indicators: [{ name: 'Trips' }] },
      'objective-(measured|baseline|target)|indicator-each',
      ['objective-measured'],
    ],
    [
      "two people who are only each other's deputy",
      {
        people: ['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => ({
          id,
          partner: 'a',
          deputy: { p1: 'p2', p2: 'p1', p3: 'p4', p4: 'p5', p5: 'p1' }[id],
        })),
      },
      'deputy-circle',
      ['deputy-circle'],
    ],
    ['no end at all', { term: { start: '2026-10-01' } }, 'focus.(term|renewal)', ['term']],
    [
      'two who are accountable',
      { roles: [{ activity: 'Routes', accountable: ['p1', 'p2'] }] },
      'roles.(accountable-missing|one-accountable|many-accountable)',
      ['one-accountable'],
    ],
    [
      'three who are accountable',
      {
        people: [...people, { id: 'p3', partner: 'a' }],
        roles: [{ activity: 'Routes', accountable: ['p3', 'p1', 'p2'] }],
      },
      'roles.(accountable-missing|one-accountable|many-accountable)',
      ['many-accountable'],
    ],
    [
      'nobody who is accountable',
      { roles: [{ activity: 'Routes' }] },
      'roles.(accountable-missing|one-accountable|many-accountable)',
      ['accountable-missing'],
    ],
    [
      'somebody accountable whom no list of people has',
      { roles: [{ activity: 'Routes', accountable: 'p9' }] },
      'roles.(accountable-missing|one-accountable|many-accountable)',
      [],
    ],
    [
      'no rights at all',
      { information: { data: 'Each keeps its own' } },
      'trust.(rights|intellectual-property)|rights-after-exit',
      ['rights'],
    ],
    [
      'rights in what is made, and no more',
      { information: { ip: { foreground: 'It belongs to both' } } },
      'trust.(rights|intellectual-property)|rights-after-exit',
      ['rights-brought-in', 'rights-after-exit'],
    ],
    [
      'nothing on what is said in public',
      { communication: { feedback: 'Each quarter' } },
      'communication.(outside|brand)',
      ['outside'],
    ],
    [
      'no steps at all',
      { term: { start: '2026-10-01' } },
      'trust.commitments|focus.(milestones|first-hundred-days)',
      ['commitments'],
    ],
    [
      'steps without dates',
      { term: { start: '2026-10-01' }, commitments: [{ what: 'Call', owner: 'p1' }] },
      'trust.commitments|focus.(milestones|first-hundred-days)',
      ['milestones'],
    ],
    [
      'a decision to go on that comes after the end',
      { term: { end: '2029-09-30', renewal: '2029-10-31' }, exit: { noticeDays: 90 } },
      'focus.renewal',
      ['renewal-after-end'],
    ],
    [
      'a decision to go on that comes too late for the notice',
      { term: { end: '2029-09-30', renewal: '2029-08-31' }, exit: { noticeDays: 90 } },
      'focus.renewal',
      ['renewal-in-time'],
    ],
    [
      'a sponsor of another partner',
      { partners: [{ id: 'a', sponsor: 'p2', manager: 'p1' }, partners[1]] },
      'roles.(sponsor|manager)s?(-side)?$',
      ['sponsor-side'],
    ],
    [
      'one person as sponsor, manager and chair',
      { governance: [{ id: 'steering', members: ['p1', 'p2'], chair: 'p1' }] },
      'roles.(separate-hats|sponsor-and-manager)',
      ['separate-hats', 'sponsor-and-manager'],
    ],
  ])('%s', (_, fragment, about, ids) => {
    const { found } = judged(planOf({ partners, people, ...fragment }))
    const concerned = found.map((line) => line.split(' ')[1] ?? '').filter((id) => id.match(about))
    expect(concerned.map((id) => id.split('.')[1])).toEqual(ids)
  })

  it.each<[string, object, string]>([
    [
      'a promise of an entry',
      { commitments: [{ what: 'Open the entry to the yard' }] },
      'vague-commitments',
    ],
    ['an optimistic goal', { objectives: [{ goal: 'Staff are optimistic' }] }, 'vague-objectives'],
    [
      'a written nought',
      { exit: { triggers: ['A breach'], noticeDays: 0 } },
      'exit-notice|ways-out',
    ],
    [
      'bad news within a week',
      { information: { openness: 'We tell each other the same week' } },
      'bad-news-time',
    ],
    [
      'a small risk without an owner',
      { risks: [{ risk: 'Rain', likelihood: 2, impact: 2 }] },
      'risk-owner',
    ],
    [
      'a decision of one person',
      { decisions: [{ topic: 'Routes', decider: 'p1' }] },
      'decision-(rule|deadlock)',
    ],
    [
      'a person who answers for nothing, without a deputy',
      { people: [...people, { id: 'p3', partner: 'a', role: 'Guest' }] },
      'contingencies.deputies',
    ],
  ])('what is fine gives none: %s', (_, fragment, about) => {
    const { found } = judged(planOf({ partners, people, ...fragment }))
    expect(found.filter((line) => line.match(about))).toEqual([])
  })
})

const example: unknown = parse(
  readFileSync(join(root, 'examples', 'northwind-contoso', 'plan.yaml'), 'utf8'),
)

describe('at every stage', () => {
  it.each(stages)('an empty plan scores 0: %s', (stage) => {
    expect(judged(planOf({ stage })).score).toBe(0)
  })

  it.each(stages)('the example plan is complete and has no findings: %s', (stage) => {
    const { score, found } = judged({ ...planOf(example), stage })
    expect(found).toEqual([])
    expect(score).toBeCloseTo(100, 9)
  })

  it.each(stages)(
    'a starter plan filled in for its stage is nearly complete: %s',
    (stage: Stage) => {
      const { score, found } = judged(planOf(startedPlan(root, { stage, today, filledIn: true })))
      expect(found.filter((line) => line.startsWith('error'))).toEqual([])
      expect(score).toBeGreaterThan(75)
    },
  )
})

describe('a starter plan as init writes it', () => {
  it('has no errors while exploring, and leaves something to do', () => {
    const { found } = judged(
      planOf(startedPlan(root, { stage: 'exploring', today, filledIn: false })),
    )
    expect(found.filter((line) => line.startsWith('error'))).toEqual([])
    expect(found.filter((line) => line.startsWith('warning'))).not.toEqual([])
  })
})

/**
 * Every list of the plan that stands at the top or beneath one section. Without dependencies, of which there may be none, and
 * without channels: that is information only.
 */
const lists = [
  'partners',
  'people',
  'objectives',
  'served',
  'scope.assumptions',
  'roles',
  'decisions',
  'governance',
  'teams',
  'resources',
  'benefits',
  'communication.meetings',
  'glossary',
  'escalation',
  'risks',
  'milestones',
  'indicators',
  'exit.triggers',
  'capability',
  'commitments',
  'lessons',
  'signatures',
]

describe('a list missing from the plan', () => {
  // Fewer than six people need no team.
  const many = Array.from({ length: 6 }, (_, index) => ({ id: `p${index + 1}` }))
  const missed = [{}, { people: many }].flatMap((fragment) =>
    judged(planOf({ stage: 'operating', ...fragment })).outcomes.flatMap(({ counted, findings }) =>
      counted ? findings.map(({ path }) => path.join('.')) : [],
    ),
  )

  it.each(lists)('lowers the score of the plan: %s', (list) => {
    expect(missed.filter((path) => path === list || list.startsWith(`${path}.`))).not.toEqual([])
  })
})
