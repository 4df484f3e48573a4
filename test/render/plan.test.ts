import { describe, expect, it } from 'vitest'
import type { PlanResult } from '../../src/model/result.ts'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import type { ReportInput } from '../../src/report/report-context.ts'
import { aCheck, buildShownContext, inFull, toTell, withChecks } from '../report/support.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'

const score = { value: 50, low: 50, high: 50, coverage: 1 }
const plan: PlanResult = {
  ...{ score, stage: 'agreed', errors: 0, read: 1, findings: [], unread: [] },
  dimensions: [{ id: 'trust', score }],
}
const checks = ['trust.c1', 'trust.c2', 'trust.c3', 'trust.c4']

/** Of a partner that rates a question high, with checks that found nothing. */
function tell(): ReportInput {
  const questionnaire = withChecks(
    aQuestionnaire([aQuestion('trust.a')]),
    checks.map((id) => aCheck(id, 'has(plan.exit)', 'trust.a')),
  )
  const input = toTell(questionnaire, [aResponse('north', { 'trust.a': 5 })])
  const { result } = buildShownContext(input)
  const sayDo = [
    { kind: 'claimed-not-written' as const, partner: 'north', question: 'trust.a', checks },
  ]
  return {
    ...input,
    result: { ...result, plan, sayDo },
    places: new Map(checks.map((id, index) => [id, `plan.yaml:${index + 1}`])),
  }
}

/** The section on what people say and what the plan says. */
function write(input: ReportInput): string {
  const [, section = ''] = renderReportMarkdown(buildReport(input)).split(
    '## What people say and what the plan says\n',
  )
  return section.split('\n## ')[0] ?? ''
}

describe('what people say and what the plan says', () => {
  it('names two checks of a question in short, without ids and places', () => {
    const text = write(tell())
    expect(text).toContain('Checks that find nothing: trust.c1; trust.c2; and 2 more')
    expect(text).not.toMatch(/plan\.yaml|`/)
  })

  it('has every check with its place in the full report', () => {
    const text = write(inFull(tell()))
    for (const [index, id] of checks.entries()) {
      expect(text).toContain(`${id}, \`plan.yaml:${index + 1}\` \`${id}\``)
    }
    expect(text).not.toContain('Checks that find nothing')
  })

  it('has the plan’s figures where nothing differs', () => {
    const input = tell()
    const { result } = buildShownContext(input)
    expect(write({ ...input, result: { ...result, sayDo: [] } })).toContain('50 % complete')
  })
})
