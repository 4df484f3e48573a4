import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Report } from '../report/report.ts'
import { sayReport } from '../words/say-report.ts'
import { buildReportDocument } from './document.ts'
import { type PageLook, plainLook } from './html/look.ts'
import { buildWordBlocks } from './word/content.ts'
import { buildLogo } from './word/logo.ts'
import { markPlace, sealWordFile } from './word/package.ts'
import { toXmlText } from './word/runs.ts'
import { buildStyles, numbering, wordPage } from './word/styles.ts'

/** The report as a Word file, written from the same tree as the Markdown: the same report is the same bytes. */
export async function renderReportWord(
  report: Report,
  hash: (text: string) => string,
  look: PageLook = plainLook,
): Promise<Uint8Array> {
  const { accent, logo } = look
  const document = new Document({
    title: toXmlText(report.title),
    creator: 'accordant',
    lastModifiedBy: 'accordant',
    compatibility: { version: 15 },
    customProperties: [{ name: 'accordant', value: markPlace }],
    styles: buildStyles(accent),
    numbering,
    sections: [
      {
        properties: { page: wordPage },
        footers: { default: new Footer({ children: [buildFooter()] }) },
        children: [
          ...(logo === null ? [] : buildLogo(logo)),
          ...buildWordBlocks(buildReportDocument(report), accent),
        ],
      },
    ],
  })
  return sealWordFile(new Uint8Array(await Packer.toArrayBuffer(document)), hash)
}

/** "Page 1 of 4": Word puts the numbers in where the sentence has marks. */
function buildFooter(): Paragraph {
  const [page, pages] = ['{page}', '{pages}']
  const parts = sayReport({ say: 'word-page', page, pages }).split(/(\{pages?\})/)
  const fields = new Map([
    [page, PageNumber.CURRENT],
    [pages, PageNumber.TOTAL_PAGES],
  ])
  return new Paragraph({
    style: 'Footer',
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: parts.map((part) => fields.get(part) ?? part) })],
  })
}
