import { Document, Footer, ImageRun, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { unzipSync, zipSync } from 'fflate'
import type { Report } from '../report/report.ts'
import { sayReport } from '../words/say-report.ts'
import { buildReportDocument } from './document.ts'
import { markWordParts, wordMarkPart } from './generated-mark.ts'
import { type PageLook, plainLook } from './html/look.ts'
import { buildWordBlocks, numberings } from './word/blocks.ts'
import { buildLevels, buildStyles } from './word/styles.ts'
import { toXmlText } from './word/text-runs.ts'

/**
 * The report as a Word file, written from the same tree as the Markdown, with a mark of what it was when we wrote it. The same
 * report gives the same bytes, whenever it is written.
 */
export async function renderReportWord(
  report: Report,
  hash: (text: string) => string,
  look: PageLook = plainLook,
): Promise<Uint8Array> {
  const { children } = buildReportDocument(report)
  const document = new Document({
    creator: 'accordant',
    title: toXmlText(report.title),
    lastModifiedBy: 'accordant',
    styles: buildStyles(look.accent),
    numbering: {
      config: [
        { reference: numberings.bullets, levels: buildLevels(false) },
        { reference: numberings.steps, levels: buildLevels(true) },
      ],
    },
    customProperties: [{ name: 'accordant', value: '' }],
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1000, right: 1134, bottom: 1000, left: 1134, footer: 500 },
          },
        },
        footers: { default: buildFooter() },
        children: [...buildLogo(look), ...buildWordBlocks(children, look.accent)],
      },
    ],
  })
  return fixBytes(await Packer.toBuffer(document), hash)
}

function buildFooter(): Footer {
  const [before = '', between = '', after = ''] = sayReport({
    say: 'word-page',
    page: '\n',
    pages: '\n',
  }).split('\n')
  const number = (field: (typeof PageNumber)[keyof typeof PageNumber]) =>
    new TextRun({ children: [field] })
  return new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        children: [
          new TextRun(before),
          number(PageNumber.CURRENT),
          new TextRun(between),
          number(PageNumber.TOTAL_PAGES),
          ...(after === '' ? [] : [new TextRun(after)]),
        ],
      }),
    ],
  })
}

/** The kinds of picture that every Word shows. */
const wordPictures = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const

/** Null where Word cannot show it. */
export function readWordLogo({ logo }: PageLook) {
  const [, type = '', data = ''] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(logo?.source ?? '') ?? []
  const kind = Object.entries(wordPictures).find(([mime]) => mime === type)?.[1]
  return kind === undefined ? null : { kind, bytes: Buffer.from(data, 'base64') }
}

const logoHeight = 48
const maxLogoWidth = 240

function buildLogo(look: PageLook): readonly Paragraph[] {
  const picture = readWordLogo(look)
  if (picture === null) return []
  const { kind, bytes } = picture
  const { width, height } = measurePicture(kind, bytes)
  const scale = Math.min(logoHeight / height, maxLogoWidth / width)
  return [
    new Paragraph({
      children: [
        new ImageRun({
          type: kind,
          data: bytes,
          transformation: {
            width: Math.round(width * scale),
            height: Math.round(height * scale),
          },
          altText: { name: 'logo', title: '', description: look.logo?.alternative ?? '' },
        }),
      ],
    }),
  ]
}

/** In pixels; square where the file does not say. */
function measurePicture(kind: string, bytes: Buffer): { width: number; height: number } {
  const found =
    kind === 'png' && bytes.length >= 24
      ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : kind === 'gif' && bytes.length >= 10
        ? { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
        : measureJpeg(bytes)
  return found.width > 0 && found.height > 0 ? found : { width: 1, height: 1 }
}

/** By the first frame: the one of the markers C0 to CF that is no table. */
function measureJpeg(bytes: Buffer): { width: number; height: number } {
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return { width: 0, height: 0 }
}

/** Of no run: a fixed day in every place that has one. */
const fixedTime = '2000-01-01T00:00:00Z'
const fixedDate = new Date(2000, 0, 1)

/** Without the time at which it was packed, and with the hash of its parts in it. */
function fixBytes(packed: Uint8Array, hash: (text: string) => string): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(packed)))
  const core = parts.get('docProps/core.xml')
  if (core !== undefined) {
    parts.set('docProps/core.xml', encode(decode(core).replaceAll(timePattern, fixedTime)))
  }
  const texts = [...parts].map(([name, bytes]) => [name, decode(bytes)] as const)
  const custom = parts.get(wordMarkPart)
  if (custom !== undefined) {
    const mark = markWordParts(new Map(texts), hash)
    const filled = decode(custom).replace(
      /<vt:lpwstr(?:\/>|><\/vt:lpwstr>)/,
      () => `<vt:lpwstr>${mark}</vt:lpwstr>`,
    )
    parts.set(wordMarkPart, encode(filled))
  }
  return zipSync(Object.fromEntries(parts), { mtime: fixedDate, level: 6 })
}

const timePattern = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}
