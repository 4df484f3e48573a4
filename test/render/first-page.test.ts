import { describe, expect, it } from 'vitest'
import type { ReportDetail } from '../../src/model/house-style.ts'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import { toTell } from '../report/support.ts'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
} from '../scoring/support/builders.ts'

function write(musts: number, detail: ReportDetail = 'standard'): string {
  const ids = Array.from({ length: 5 }, (_, index) => `trust.q${index}`)
  const questions = ids.map((id, index) =>
    aQuestion(id, {
      must: index < musts ? aMust(2, 'not-ready') : null,
      practice: aPractice({ do: `Begin ${id}. Then go on.` }),
    }),
  )
  const answers = Object.fromEntries(ids.map((id) => [id, 1]))
  const input = toTell(aQuestionnaire(questions), [aResponse('north', answers)])
  const sections = detail === 'summary' ? [] : input.style.sections
  return renderReportMarkdown(
    buildReport({ ...input, style: { ...input.style, detail, sections } }),
  )
}

/** The lines under a heading. */
function under(title: string, text: string): readonly string[] {
  const [, after = ''] = text.split(`## ${title}\n`)
  return (after.split('\n#')[0] ?? '').split('\n').filter((line) => line !== '')
}

describe('the first page', () => {
  it('names four reasons at most, and counts the others', () => {
    const reasons = under('What is holding the level back', write(3))
    expect(reasons).toHaveLength(4)
    expect(reasons.at(-1)).toBe('- 2 more reasons')
    expect(under('What is holding the level back', write(2)).join()).not.toContain('more reason')
  })

  it('has each step in its first sentence where the report has the rest, else in full', () => {
    const title = 'Do these first'
    expect(under(title, write(0))[0]).toBe('1. **Begin trust.q0.** Who: north')
    expect(under(title, write(0, 'summary'))[0]).toBe(
      '1. **Begin trust.q0.** Then go on. Who: north',
    )
  })

  it('shows ids in the full report alone', () => {
    expect(write(3)).not.toContain('`trust.q0`')
    expect(under('Do these first', write(0, 'full'))[0]).toContain('`trust.q0`')
  })
})
