import { describe, expect, it } from 'vitest'
import type { PlanResult } from '../../src/model/result.ts'
import { buildPlanSummary } from '../../src/report/plan-summary.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildScoredContext, toTell } from './support.ts'

type Finding = PlanResult['findings'][number]

const aScore = { value: 50, low: 50, high: 50, coverage: 1 }

function aPlanResult(over: Partial<PlanResult>): PlanResult {
  const nothing = { errors: 0, read: 1, dimensions: [], findings: [], unread: [] }
  return { score: aScore, stage: 'agreed', ...nothing, ...over }
}

function summarize(plan: PlanResult) {
  const input = toTell(aQuestionnaire([aQuestion('a.q')]), [aResponse('north', { 'a.q': 4 })])
  const context = buildScoredContext(input)
  const summary = buildPlanSummary({ ...context, result: { ...context.result, plan } })
  if (summary === null) throw new Error('No plan')
  return summary
}

function aFinding(id: string, line: number, fix: string | null): Finding {
  const place = { line, column: 1, endLine: line, endColumn: 2 }
  const state = { waived: null, baseline: false }
  return {
    id,
    severity: 'error',
    message: id,
    file: 'plan.yaml',
    path: [],
    fix,
    ...place,
    ...state,
  }
}

describe('the headline of the written plan', () => {
  it.each([
    [94.4, 25, 'The written plan: 94 % complete, 25 errors, at the stage “agreed”.'],
    [99.8, 1, 'The written plan: 99 % complete, 1 error, at the stage “agreed”.'],
    [100, 0, 'The written plan: 100 % complete, no errors, at the stage “agreed”.'],
    [null, 0, 'The written plan: no check counts yet, no errors, at the stage “agreed”.'],
  ])('with a completeness of %j and %j errors', (value, errors, sentence) => {
    const summary = summarize(aPlanResult({ score: { ...aScore, value }, errors }))
    expect(sayAll(summary).headline).toBe(sentence)
  })

  it.each([
    [0.114, 'could read only 11 % of it'],
    [null, 'could read nothing in it'],
  ])('of a document read to %j is no score', (read, why) => {
    const score = { ...aScore, value: null, reason: 'unread' } as const
    const unread = [{ check: 'a.c', lines: [3] }]
    const dimensions = [{ id: 'a', score }]
    const summary = sayAll(summarize(aPlanResult({ score, read, unread, dimensions })))
    expect([summary.headline, summary.dimensions, summary.unread]).toEqual([
      `The written plan: no score, as accordant ${why}, no errors, at the stage “agreed”.`,
      [],
      'accordant could not judge 1 check, because it did not understand what the plan says about it: a.c. “accordant check” names the places, for a person to read.',
    ])
  })

  it('names three of the checks that could not be judged, and counts the others', () => {
    const unread = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ check: `a.${id}`, lines: [3] }))
    const said = sayAll(summarize(aPlanResult({ unread }))).unread
    expect(said).toContain('could not judge 5 checks')
    expect(said).toContain('about them: a.a; a.b; a.c; and 2 more.')
    expect(summarize(aPlanResult({})).unread).toBeNull()
  })

  it('has the share of each dimension, or that nothing is asked of it yet', () => {
    const dimensions = [
      { id: 'a', score: { ...aScore, value: 66.6 } },
      { id: 'b', score: { ...aScore, value: null } },
    ]
    expect(sayAll(summarize(aPlanResult({ dimensions }))).dimensions).toEqual([
      { title: 'a', score: '67 %', value: 66.6 },
      { title: 'b', score: 'nothing asked yet', value: null },
    ])
  })
})

describe('the findings of the written plan', () => {
  it('say once what to do about several of one kind, under the first of them', () => {
    const findings = [
      aFinding('a.overdue', 1, 'Do it'),
      aFinding('a.overdue', 2, 'Do it'),
      aFinding('a.overdue', 3, 'Do it'),
      aFinding('a.overdue', 4, 'Drop it'),
      aFinding('a.other', 5, 'Drop it'),
    ]
    expect(summarize(aPlanResult({ findings })).findings.map(({ fix }) => fix)).toEqual([
      'Do it',
      null,
      null,
      'Drop it',
      'Drop it',
    ])
  })
})
