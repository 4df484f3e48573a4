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

describe('the checks of partnership-readiness, counted', () => {
  it('are at least eight in every dimension', () => {
    const dimensions = readiness?.questionnaire.dimensions ?? []
    expect(dimensions.filter(({ checks }) => checks.length < 8).map(({ id }) => id)).toEqual([])
    expect(dimensions.flatMap(({ checks }) => checks).length).toBeGreaterThanOrEqual(48)
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

/** Every list of the plan that stands at the top or beneath one section. */
const lists = [
  'partners',
  'people',
  'objectives',
  'scope.assumptions',
  'roles',
  'decisions',
  'governance',
  'teams',
  'resources',
  'benefits',
  'communication.meetings',
  'communication.channels',
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
  const missed = judged(planOf({ stage: 'operating' })).outcomes.flatMap(({ counted, findings }) =>
    counted ? findings.map(({ path }) => path.join('.')) : [],
  )

  it.each(lists)('lowers the score of the plan: %s', (list) => {
    expect(missed.filter((path) => path === list || list.startsWith(`${path}.`))).not.toEqual([])
  })
})
