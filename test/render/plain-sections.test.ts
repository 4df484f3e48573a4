import { expect, it } from 'vitest'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import { toTell } from '../report/support.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'

it('a section of plain blocks is drawn without a drawing of its own', () => {
  const questionnaire = aQuestionnaire([aQuestion('trust.a')])
  const report = buildReport(toTell(questionnaire, [aResponse('north', { 'trust.a': 4 })]))
  const notes = [
    { paragraph: ['All of ', { code: 'trust.a' }] },
    { list: [{ line: ['One'], under: [['Below'], [{ say: 'yes' } as const]] }, { line: ['Two'] }] },
    { head: [{ say: 'column-score' } as const, 'Name'], rows: [['1', 'First']] },
  ]
  const text = renderReportMarkdown({
    ...report,
    sections: ['notes'],
    plainSections: { ...report.plainSections, notes },
  })
  expect(text.slice(text.indexOf('## Notes')).replaceAll(/ +/g, ' ')).toBe(`## Notes

All of \`trust.a\`

- One
 - Below
 - yes
- Two

| Score | Name |
| ----- | ----- |
| 1 | First |
`)
})
