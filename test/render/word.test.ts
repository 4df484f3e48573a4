import { Document, Packer } from 'docx'
import type { Nodes } from 'mdast'
import { describe, expect, it, vi } from 'vitest'
import { hashSha256 } from '../../src/files/hash.ts'
import { defaultHouseStyle } from '../../src/model/house-style.ts'
import { createHouseLook, measureContrast } from '../../src/render/html/look.ts'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildWordBlocks } from '../../src/render/word/content.ts'
import { buildStyles, numbering } from '../../src/render/word/styles.ts'
import { renderReportWord } from '../../src/render/word.ts'
import { buildReport, type Report } from '../../src/report/report.ts'
import { toTell } from '../report/support.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { hostileTexts } from './hostile-texts.ts'
import { htmlCases } from './html-cases.ts'
import { parsed } from './markdown-tree.ts'
import { readParagraphs, readParts } from './word-text.ts'

const render = (report: Report, look = createHouseLook(null, null)) =>
  renderReportWord(report, hashSha256, look)

const documentOf = async (report: Report, look = createHouseLook(null, null)) =>
  readParts(await render(report, look)).get('word/document.xml') ?? ''

/** With everything that a report can show: its heat map, and every question with a heading that links lead to. */
const fullReport = buildReport({
  ...toTell(
    aQuestionnaire([aQuestion('trust.news'), aQuestion('trust.mail'), aQuestion('goals.first')]),
    [
      aResponse('north', { 'trust.news': 1, 'trust.mail': 5, 'goals.first': 3 }),
      aResponse('south', { 'trust.news': 5, 'trust.mail': 1, 'goals.first': 2 }),
    ],
  ),
  style: { ...defaultHouseStyle, detail: 'full', sections: ['gaps', 'heat-map', 'answers'] },
})

const cases = [...htmlCases(), { name: 'everything', report: fullReport }]

/** The texts of paragraphs, headings and cells, in order, without bars: those are drawn. */
function listTexts(markdown: string): readonly string[] {
  const texts: string[] = []
  const getText = (node: Nodes): string =>
    'value' in node ? node.value : 'children' in node ? node.children.map(getText).join('') : ''
  const visit = (node: Nodes): void => {
    if (['paragraph', 'heading', 'tableCell'].includes(node.type)) texts.push(getText(node))
    else if ('children' in node) node.children.forEach(visit)
  }
  visit(parsed(markdown))
  return cleaned(texts).filter((text) => !/^[█░]+$/.test(text))
}

function cleaned(texts: readonly string[]): readonly string[] {
  return texts
    .map((text) => text.replaceAll('\u2060', '').replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}

describe('the report as a Word file', () => {
  it.each(cases)('says what the Markdown says: $name', async ({ report }) => {
    const paragraphs = readParagraphs(await documentOf(report))
    const words = paragraphs.filter(({ style }) => style !== 'Caption').map(({ text }) => text)
    expect(cleaned(words)).toEqual(listTexts(renderReportMarkdown(report)))
  })

  it("has Word's own styles, lists, and page numbers", async () => {
    const parts = readParts(await render(fullReport))
    const document = parts.get('word/document.xml') ?? ''
    const styles = new Set(readParagraphs(document).map(({ style }) => style))
    for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'IntenseQuote']) {
      expect(styles).toContain(style)
      expect(parts.get('word/styles.xml')).toContain(`w:styleId="${style}"`)
    }
    expect(document).toMatch(/<w:numPr><w:ilvl w:val="1"\/>/)
    expect(parts.get('word/footer1.xml')).toMatch(/Page .*PAGE.* of .*NUMPAGES/s)
    expect(parts.get('docProps/core.xml')).toMatch(/<dc:creator>accordant<.*<dc:language>en-GB</)
  })

  it.each(cases)(
    'repeats the head of each table, breaks no row, and stays on the page: $name',
    async ({ report }) => {
      const document = await documentOf(report)
      const rows = document.replaceAll(/<w:tbl>(?:(?!<w:tbl>).)*?w:hRule="exact".*?<\/w:tbl>/gs, '')
      const tables = [...rows.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table)
      expect(tables.length).toBeGreaterThan(0)
      for (const table of tables) {
        expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
        expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(table.split('<w:tr>').length - 1)
        const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
          Number(width),
        )
        expect(columns.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(9866)
        expect(Math.min(...columns)).toBeGreaterThan(300)
      }
    },
  )

  it.each([
    [4, null],
    [6, '16'],
    [14, '14'],
  ])('takes smaller letters where a table has many columns: %i', async (count, size) => {
    const cells = (text: string) => `| ${Array.from({ length: count }, () => text).join(' | ')} |`
    const tree = parsed(`${cells('Communication')}\n${cells('-')}\n${cells('50')}\n`)
    if (tree.type !== 'root') throw new Error('no tree')
    const children = buildWordBlocks(tree, '#000000')
    const document = new Document({ sections: [{ children }] })
    const parts = readParts(new Uint8Array(await Packer.toArrayBuffer(document)))
    const sizes = parts.get('word/document.xml')?.match(/(?<=<w:sz w:val=")\d+/g) ?? []
    expect([...new Set(sizes)]).toEqual(size === null ? [] : [size])
  })

  it('gives the tables of the heat map the same columns, and another table its own', async () => {
    const document = await documentOf(fullReport)
    const widths = (text: string) => {
      const table = document.lastIndexOf('<w:tbl>', document.indexOf(text))
      return document.slice(table).match(/<w:tblGrid>.*?<\/w:tblGrid>/s)?.[0]
    }
    const [first, second] = ['>Ask trust.mail<', '>Ask goals.first<'].map((text) =>
      widths(
        document.includes(`${text}/w:t></w:r></w:p></w:tc>`)
          ? `${text}/w:t></w:r></w:p></w:tc>`
          : '',
      ),
    )
    expect(first).toMatch(/gridCol/)
    expect(second).toBe(first)
    expect(widths('>Dimension<')).not.toBe(first)
  })

  it('draws a bar as two cells as wide as its share', async () => {
    const document = await documentOf(fullReport)
    const bars = [
      ...document.matchAll(
        /<w:tblGrid>((?:<w:gridCol w:w="\d+"\/>){1,2})<\/w:tblGrid><w:tr><w:trPr><w:trHeight/g,
      ),
    ]
    const shares = bars.map(([, grid = '']) => {
      const [full = 0, rest = 0] = [...grid.matchAll(/\d+/g)].map(Number)
      return Math.round((100 * full) / (full + rest))
    })
    const scores = fullReport.dimensions.map(({ score }) => Math.round(score.value ?? 0))
    expect(shares).toEqual(scores)
  })

  it.each(['#000000', '#1f4e79', '#0a7a3c', '#b00020'])(
    'can be read where heat is shown in %s',
    async (accent) => {
      const document = await documentOf(fullReport, createHouseLook(accent, null))
      const fills = [
        ...document.matchAll(/w:fill="([\dA-F]{6})"[^>]*\/>(?:(?!<w:tc>).)*?<w:t[ >][^<]*\d/gs),
      ].map(([, fill]) => `#${fill}`)
      expect(new Set(fills).size).toBeGreaterThan(2)
      for (const fill of fills) expect(measureContrast('#000000', fill)).toBeGreaterThan(4.5)
    },
  )

  it('leads every link to a place in the document, and none out of it', async () => {
    const parts = readParts(await render(fullReport))
    const document = parts.get('word/document.xml') ?? ''
    const places = [...document.matchAll(/<w:bookmarkStart[^>]*w:name="(\w+)"/g)].map(
      ([, name]) => name,
    )
    const links = [...document.matchAll(/<w:hyperlink[^>]*w:anchor="(\w+)"/g)].map(
      ([, name]) => name,
    )
    expect(places.length).toBeGreaterThan(0)
    expect(new Set(links)).toEqual(new Set(places))
    expect([...parts.values()].join('')).not.toContain('TargetMode="External"')
  })

  it('is the same bytes at any time and place, whatever was written before', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const look = createHouseLook('#0a6', {
      source: `data:image/png;base64,${png}`,
      alternative: 'Logo',
    })
    const zone = process.env.TZ
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      vi.setSystemTime('2026-03-01T00:00:00Z')
      const first = await render(fullReport, look)
      vi.setSystemTime('2031-08-07T23:59:59Z')
      process.env.TZ = 'Pacific/Auckland'
      expect(new Date(2000, 0, 1).toISOString()).toBe('1999-12-31T11:00:00.000Z')
      expect(Buffer.from(await render(fullReport, look)).equals(first)).toBe(true)
      expect([...readParts(first).keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1)
    } finally {
      vi.useRealTimers()
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('keeps texts that would act elsewhere as texts, and XML well-formed', async () => {
    const report = { ...fullReport, title: hostileTexts.join(' ') }
    const parts = readParts(await render(report))
    for (const text of parts.values()) expect(text).not.toMatch(/[^\P{Cc}\n]|[\uFFFE\uFFFF]/u)
    const [title] = readParagraphs(parts.get('word/document.xml') ?? '')
    const [said] = listTexts(renderReportMarkdown({ ...report, title: report.title }))
    expect(cleaned([title?.text ?? ''])).toEqual([said])
  })

  it('begins every list with its own numbers, one in a comment too, which is marked as one', async () => {
    const tree = parsed('1. a\n2. b\n\nBetween\n\n> 1. c\n>\n> Said\n\n1. d\n')
    if (tree.type !== 'root') throw new Error('no tree')
    for (const node of tree.children) {
      if (node.type === 'blockquote') node.data = { comment: true }
    }
    const children = buildWordBlocks(tree, '#000000')
    const document = new Document({ numbering, sections: [{ children }] })
    const parts = readParts(new Uint8Array(await Packer.toArrayBuffer(document)))
    const text = parts.get('word/document.xml') ?? ''
    const [a, b, c, d] = text.match(/(?<=<w:numId w:val=")\d+/g) ?? []
    expect(b).toBe(a)
    expect(new Set([a, c, d]).size).toBe(3)
    const said = readParagraphs(text).find((paragraph) => paragraph.text === 'Said')
    expect(said?.style).toBe('Comment')
  })

  it('keeps every word of what people write in Markdown themselves', async () => {
    const tree = parsed(`# Ours

> A quote
> - with a list

1. One *with* [a link](https://example.org/a) and [a bad one](javascript:alert)
   ~~~
   let x = 1
   x += 1
   ~~~
   - Under
     Two lines\\
     broken

<b>bold</b> ![Our house](house.png) <https://example.org>
`)
    if (tree.type !== 'root') throw new Error('no tree')
    const children = buildWordBlocks(tree, '#000000')
    const styles = buildStyles('#000000')
    const document = new Document({ styles, numbering, sections: [{ children }] })
    const parts = readParts(new Uint8Array(await Packer.toArrayBuffer(document)))
    const texts = readParagraphs(parts.get('word/document.xml') ?? '').map(({ text }) => text)
    expect(texts).toEqual([
      'Ours',
      'A quote',
      'with a list',
      'One with a link (https://example.org/a) and a bad one',
      'let x = 1',
      'x += 1',
      'Under Two linesbroken',
      '<b>bold</b> Our house https://example.org',
    ])
  })
})
