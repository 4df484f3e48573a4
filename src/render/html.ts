import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Report } from '../report/report.ts'
import { buildReportDocument } from './document.ts'
import { buildPageContent } from './html/content.ts'
import { type PageLook, plainLook } from './html/look.ts'
import { buildPage, type Digest } from './html/page.ts'

/** The report as one self-contained page, written from the same tree as the Markdown. */
export function renderReportHtml(
  report: Report,
  digest: Digest,
  look: PageLook = plainLook,
): string {
  return `${toHtml(buildHtmlTree(report, digest, look))}\n`
}

export function buildHtmlTree(report: Report, digest: Digest, look: PageLook = plainLook): Root {
  return buildPage(buildPageContent(buildReportDocument(report), report.charts), {
    title: report.title,
    digest,
    look,
  })
}
