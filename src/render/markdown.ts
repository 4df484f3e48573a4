import type { Report } from '../report/report.ts'
import { buildReportDocument } from './document.ts'
import { renderMarkdownTree } from './markdown-text.ts'

export function renderReportMarkdown(report: Report): string {
  return renderMarkdownTree(buildReportDocument(report))
}
