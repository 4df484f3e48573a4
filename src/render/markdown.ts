import type { Report } from '../report/report.ts'
import { documentOf } from './document.ts'
import { markdownText } from './markdown-text.ts'
import { writtenByUs } from './written-by-us.ts'

/** The report, with a first line that marks it as ours. */
export function markdown(report: Report): string {
  return `${writtenByUs}\n\n${markdownText(documentOf(report))}`
}
