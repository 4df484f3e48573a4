import { describe, expect, it } from 'vitest'
import type { PlanResult, SayDo } from '../../src/model/result.ts'
import { describePlanLine } from '../../src/report/plan-line.ts'
import type { ReportInput } from '../../src/report/report-context.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  type Short,
  skipped,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { aCheck, buildScoredContext, toTell, withChecks } from './support.ts'

const plan: PlanResult = {
  score: { value: 50, low: 50, high: 50, coverage: 1 },
  errors: 0,
  read: 1,
  unread: [],
  stage: 'agreed',
  dimensions: [],
  findings: [],
}

function lineOf(
  kinds: readonly SayDo['kind'][],
  more: Partial<ReportInput> = {},
  { minGroup = 1, isThere = true, supports = 'trust.news', answer = 4 as Short } = {},
) {
  const people = ['north', 'north', 'south', 'south'].map((partner) =>
    aResponse(partner, { 'trust.news': answer }),
  )
  const questionnaire = withChecks(aQuestionnaire([aQuestion('trust.news')]), [
    aCheck('trust.notice', 'true', supports),
  ])
  const input = toTell(questionnaire, people, { minGroup })
  const context = buildScoredContext({ ...input, ...more })
  const { result } = context
  if (result.hidden !== undefined) return sayAll(describePlanLine(context))
  const sayDo = kinds.map((kind) => ({ kind, partner: 'north', checks: [] }))
  const told = { ...result, sayDo, plan: isThere ? plan : null }
  return sayAll(describePlanLine({ ...context, result: told }))
}

describe('whether plan and answers agree', () => {
  it('is said in one line, with how often they differ', () => {
    expect(lineOf([])).toBe(
      'No partner rates a question high where the checks found nothing about it in the plan, and none rates low, or does not know, what the plan contains.',
    )
    expect(lineOf(['claimed-not-written'])).toBe(
      'Plan and answers differ: in 1 case a partner rates high what the checks did not find in the plan.',
    )
    expect(lineOf(['written-not-lived', 'claimed-not-written', 'written-not-lived'])).toBe(
      'Plan and answers differ: in 1 case a partner rates high what the checks did not find in the plan and in 2 cases a partner rates low, or does not know, what the plan contains.',
    )
    expect(lineOf(Array.from({ length: 3 }, () => 'written-not-lived'))).toBe(
      'Plan and answers differ: in 3 cases a partner rates low, or does not know, what the plan contains.',
    )
  })

  it('counts only what is claimed but not written, or written but not lived', () => {
    expect(lineOf(['over-confidence'])).toBe(lineOf([]))
  })

  it('says of a small group that there may be more', () => {
    expect(lineOf(['claimed-not-written'], {}, { minGroup: 2 })).toBe(
      'Plan and answers differ: in at least 1 case a partner rates high what the checks did not find in the plan.',
    )
  })

  it('claims no agreement without a plan, or if something is hidden', () => {
    expect(lineOf([], {}, { isThere: false })).toBeNull()
    expect(lineOf([], {}, { minGroup: 2 })).toBeNull()
    expect(lineOf([], {}, { minGroup: 3 })).toBeNull()
  })

  it('is missing if no check is about anything that was answered', () => {
    expect(lineOf([], {}, { supports: 'trust.keep' })).toBeNull()
    expect(lineOf([], {}, { answer: skipped })).toBeNull()
    expect(lineOf([], {}, { answer: dontKnow })).toBe(lineOf([]))
  })
})
