import type { Report } from '../report/report.ts'
import { buildReportDocument } from './document.ts'
import { generatedMark } from './generated-mark.ts'
import { renderMarkdownTree } from './markdown-text.ts'

/** The report, with a first line that marks it as ours. */
export function renderReportMarkdown(report: Report): string {
  return `${generatedMark}\n\n${renderMarkdownTree(buildReportDocument(report))}`
}
