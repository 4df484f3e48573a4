import { expect, it } from 'vitest'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import { toTell } from '../report/support.ts'
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
])('a step has its first sentence in bold: %s', (text, written) => {
  expect(writeStep(text)).toBe(written)
})
