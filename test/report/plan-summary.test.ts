import { describe, expect, it } from 'vitest'
import type { PlanResult } from '../../src/model/result.ts'
import { buildPlanSummary } from '../../src/report/plan-summary.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { buildScoredContext, toTell } from './support.ts'

type Finding = PlanResult['findings'][number]

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

describe('the findings of the written plan', () => {
  it('say once what to do about several of one kind, under the first of them', () => {
    const input = toTell(aQuestionnaire([aQuestion('a.q')]), [aResponse('north', { 'a.q': 4 })])
    const plan: PlanResult = {
      score: { value: 50, low: 50, high: 50, coverage: 1 },
      level: 'emerging',
      stage: 'agreed',
      dimensions: [],
      findings: [
        aFinding('a.overdue', 1, 'Do it'),
        aFinding('a.overdue', 2, 'Do it'),
        aFinding('a.overdue', 3, 'Do it'),
        aFinding('a.overdue', 4, 'Drop it'),
        aFinding('a.other', 5, 'Drop it'),
      ],
    }
    const context = buildScoredContext(input)
    const written = buildPlanSummary({ ...context, result: { ...context.result, plan } })
    expect(written?.findings.map(({ fix }) => fix)).toEqual([
      'Do it',
      null,
      null,
      'Drop it',
      'Drop it',
    ])
  })
})
