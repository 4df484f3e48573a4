import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Report } from '../report/report.ts'
import { documentOf } from './document.ts'
import { contentOf } from './html/content.ts'
import { pageOf } from './html/page.ts'
import { type HouseStyle, plainStyle } from './html/style.ts'

/** The SHA-256 of a text's UTF-8 bytes, as Base64: what a content security policy names a style sheet by. */
export type Digest = (text: string) => string

/** The report as one self-contained page, written from the same tree as the Markdown. */
export function html(report: Report, digest: Digest, style: HouseStyle = plainStyle): string {
  return `${toHtml(htmlTree(report, digest, style))}\n`
}

export function htmlTree(report: Report, digest: Digest, style: HouseStyle = plainStyle): Root {
  return pageOf(contentOf(documentOf(report)), { title: report.title, digest, style })
}
