import { describe, expect, it } from 'vitest'
import { compileChecks } from '../../src/checks/compile-checks.ts'
import { judgePlan } from '../../src/checks/judge-plan.ts'
import type { Plan } from '../../src/model/plan.ts'
import type { Check } from '../../src/model/questionnaire.ts'
import { say } from '../../src/words/say-message.ts'
import { aQuestionnaire } from '../scoring/support/builders.ts'

function check(more: Partial<Check>): Check {
  return {
    id: 'roles.one',
    title: 'One',
    assert: 'true',
    message: 'It is so',
    severity: 'warning',
    protected: false,
    weight: 1,
    supports: [],
    ...more,
  }
}

function judge(more: Partial<Check>, plan: Partial<Plan>) {
  const dimension = { id: 'roles', title: 'Roles', weight: 1, why: null, questions: [] }
  const { checks } = compileChecks(
    aQuestionnaire([], { dimensions: [{ ...dimension, checks: [check(more)] }] }),
  )
  const { outcomes } = judgePlan(checks, {
    plan: { accordant: 'plan/1', ...plan },
    today: '2026-11-23',
  })
  return outcomes.map(({ visits, passed, counted, findings, faults }) => ({
    visits,
    passed,
    counted,
    faults: faults.map((fault) => ({ ...fault, message: say(fault.message) })),
    findings: findings.map(({ message, path }) => ({ message: say(message), path })),
  }))
}

const commitments = [
  { what: 'Drivers', owner: 'p1' },
  { what: 'Trucks', owner: 'p9' },
  { owner: 'p1' },
]
const people = [{ id: 'p1' }]

describe('A check that visits a list', () => {
  it('gives one finding for each item that fails, at the item', () => {
    const outcome = judge(
      {
        for: 'commitments',
        assert: 'person(item.owner)',
        message: 'Nobody known is to do "{item.what}"',
      },
      { commitments, people },
    )
    expect(outcome).toEqual([
      {
        visits: 3,
        passed: 2,
        counted: true,
        faults: [],
        findings: [{ message: 'Nobody known is to do "Trucks"', path: ['commitments', 1] }],
      },
    ])
  })

  it('is placed at what the item lacks, and names what the message cannot fill in', () => {
    const outcome = judge(
      { for: 'commitments', assert: 'item.what != ""', message: 'No. {index}: {item.what}' },
      { commitments, people },
    )
    expect(outcome[0]?.findings).toEqual([
      { message: 'No. 3: (no what)', path: ['commitments', 2, 'what'] },
    ])
  })

  it('says what an item is called for {item}, and keeps a reference as it is written', () => {
    const outcome = judge(
      { for: 'commitments', assert: 'false', message: '{item} ({item.owner})' },
      { commitments: [{ what: 'Drivers', owner: 'p1' }, { owner: 'p9' }], people },
    )
    expect(outcome[0]?.findings.map(({ message }) => message)).toEqual([
      'Drivers (p1)',
      'number 2 (p9)',
    ])
  })

  it('is placed at the item if what is missing is elsewhere', () => {
    const outcome = judge({ for: 'people', assert: 'item.id == plan.exit.owner' }, { people })
    expect(outcome[0]?.findings).toEqual([{ message: 'It is so', path: ['people', 0] }])
  })

  it('does not count when there is nothing to visit', () => {
    expect(judge({ for: 'commitments', assert: 'false' }, {})).toEqual([
      { visits: 0, passed: 0, counted: false, faults: [], findings: [] },
    ])
  })
})

describe('A check of the plan as a whole', () => {
  it.each([
    ['has(plan.exit.owner)', ['exit', 'owner']],
    ['size(plan.exit.triggers) >= 3 && has(plan.exit.owner)', ['exit', 'triggers']],
    ['plan.exit.noticeDays > 30', ['exit', 'noticeDays']],
    ['plan.term.start == "2026-10-01" && plan.exit.noticeDays == 1', ['term', 'start']],
    ['has(plan.purpose) && has(plan.exit)', ['purpose']],
  ])('is placed where it looks: %s', (assert, path) => {
    const outcome = judge(
      { assert },
      { exit: { triggers: ['a'], noticeDays: 30 }, term: { start: '2026-01-01' } },
    )
    expect(outcome[0]?.findings.map((finding) => finding.path)).toEqual([path])
  })

  it('does not count where it does not apply, or only informs', () => {
    const off = judge({ when: 'plan.stage == "exploring"', assert: 'false' }, {})
    const info = judge({ severity: 'info', assert: 'false' }, {})
    expect([off[0]?.counted, info[0]?.counted]).toEqual([false, false])
    expect(info[0]?.findings).toHaveLength(1)
  })

  it('is left out where its severity is off at the stage', () => {
    expect(judge({ severity: { agreed: 'error' } }, { stage: 'forming' })).toEqual([])
    expect(judge({ severity: { agreed: 'error' } }, { stage: 'closing' })).toHaveLength(1)
  })

  it('is left out where it is off for the kind of the plan, and sees that kind', () => {
    const kinds = { memorandum: 'off' } as const
    expect(judge({ kinds }, { legalStatus: 'non-binding' })).toEqual([])
    expect(judge({ kinds }, { kind: 'memorandum' })).toEqual([])
    expect(judge({ kinds }, { kind: 'internal' })).toHaveLength(1)
    const sees = (plan: Partial<Plan>) =>
      judge({ assert: 'false', message: '{plan.kind}' }, plan)[0]?.findings[0]?.message
    expect(sees({})).toBe('contract')
    expect(sees({ legalStatus: 'non-binding' })).toBe('memorandum')
    expect(judge({ assert: 'plan.kind == "internal"' }, { kind: 'internal' })[0]?.passed).toBe(1)
  })

  it('is at fault itself when it cannot be judged', () => {
    const outcome = judge({ assert: 'plan.name > 3' }, { name: 'Cold chain' })
    expect(outcome[0]?.findings).toEqual([])
    expect(outcome[0]?.faults.map(({ key }) => key)).toEqual(['assert'])
  })
})
