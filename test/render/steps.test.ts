import { expect, it } from 'vitest'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import { inFull, toTell } from '../report/support.ts'
import { aPractice, aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'

function writeStep(text: string): string {
  const practice = aPractice({ do: text })
  const questionnaire = aQuestionnaire([aQuestion('trust.news', { practice })])
  const input = toTell(questionnaire, [aResponse('north', { 'trust.news': 2 })])
  const written = renderReportMarkdown(buildReport(input))
  return /^- (\*\*.*)$/m.exec(written.slice(written.indexOf('### Substance:')))?.[1] ?? ''
}

it.each([
  ['Ring them. Then write.', '**Ring them.** Then write.'],
  ['Ask: "Is it so?" Write it down.', '**Ask: "Is it so?"** Write it down.'],
  [
    'Finish: "It is done when ... by ...". Then go.',
    '**Finish: "It is done when ... by ...".** Then go.',
  ],
  ['Ring them', '**Ring them**'],
  [
    'Ask: "What was good? What was not?" Then go.',
    '**Ask: "What was good? What was not?"** Then go.',
  ],
])('a step has its first sentence in bold: %s', (text, written) => {
  expect(writeStep(text)).toBe(written)
})

const overdue = Array.from({ length: 7 }, (_, index) => ({
  sentence: { say: 'sentences', all: [`Promise ${index}`] } as const,
  place: `plan.yaml:${index}`,
}))

function listOverdue(isFull: boolean): readonly string[] {
  const own = toTell(aQuestionnaire([aQuestion('trust.news')]), [
    aResponse('north', { 'trust.news': 5 }),
  ])
  const report = buildReport(isFull ? inFull(own) : own)
  const text = renderReportMarkdown({
    ...report,
    warningSigns: { ...report.warningSigns, overdue },
  })
  const [, steps = ''] = text.split('## Next steps\n')
  return (steps.split('\n## ')[0] ?? '').split('\n').filter((line) => /Promise|more/.test(line))
}

it('next steps name five things of the plan that are overdue, and count the others', () => {
  expect(listOverdue(false)).toEqual([
    ...[0, 1, 2, 3, 4].map((index) => `- Promise ${index}`),
    'And 2 more.',
  ])
})

it('next steps have all that is overdue in the full report, with its place in the plan', () => {
  expect(listOverdue(true)).toEqual(
    overdue.map((_, index) => `- Promise ${index}, \`plan.yaml:${index}\``),
  )
})
