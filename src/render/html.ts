import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Report } from '../report/report.ts'
import { documentOf } from './document.ts'
import { contentOf } from './html/content.ts'
import { type Look, plainLook } from './html/look.ts'
import { type Digest, pageOf } from './html/page.ts'

/** The report as one self-contained page, written from the same tree as the Markdown. */
export function html(report: Report, digest: Digest, look: Look = plainLook): string {
  return `${toHtml(htmlTree(report, digest, look))}\n`
}

export function htmlTree(report: Report, digest: Digest, look: Look = plainLook): Root {
  return pageOf(contentOf(documentOf(report), report.charts), {
    title: report.title,
    digest,
    look,
  })
}
