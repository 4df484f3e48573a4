import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findHandMadeFile } from '../../src/cli/hand-made.ts'
import { hashSha256 } from '../../src/files/hash.ts'
import { renderReportWord } from '../../src/render/word.ts'
import { htmlCases } from '../render/html-cases.ts'
import { readParagraphs, readParts } from '../render/word-text.ts'
import { printed } from './html/shots.ts'
import { openBrowser } from './support/browser.ts'
import { convertInOffice, readPdfPages } from './support/office.ts'
import { needs } from './support/tools.ts'

needs('soffice', 'pdftotext', 'fc-match', 'chromium')

const root = fileURLToPath(new URL('../..', import.meta.url))
const goldens = [
  'six-partners',
  'forty-people',
  'house-style',
  'one-partner',
  'nothing-scored',
  'halves-apart',
]
const edges = ['eight partners', 'hostile names', 'hidden all']
const example = 'northwind-contoso'
const summary = 'summary'
const names = [example, summary, ...goldens, ...edges.map((name) => name.replaceAll(' ', '-'))]

describe('a Word report, in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accordant-'))
  const fileOf = (name: string) => join(folder, `${name}.docx`)
  let pdfs: readonly string[] = []

  beforeAll(async () => {
    const write = (name: string, own: string, ...options: readonly string[]) => {
      const argv = ['bin/accordant.js', 'report', own, '--today', '2026-11-23', ...options]
      spawnSync(process.execPath, [...argv, '-o', fileOf(name)], { cwd: root })
    }
    write(example, join(root, 'examples', example))
    write(summary, join(root, 'examples', example), '--summary')
    for (const name of goldens) write(name, join(root, 'test', 'golden', name))
    for (const { name, report } of htmlCases().filter((each) => edges.includes(each.name)))
      writeFileSync(fileOf(name.replaceAll(' ', '-')), await renderReportWord(report, hashSha256))
    pdfs = convertInOffice(names.map(fileOf), 'pdf', folder)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is set in Calibri, or in letters of the same width', () => {
    const { stdout } = spawnSync('fc-match', ['Calibri', 'family'], { encoding: 'utf8' })
    expect(stdout).toMatch(/Calibri|Carlito/)
  })

  it.each(names.map((name, index) => ({ name, index })))(
    'has every word on its pages: $name',
    ({ name, index }) => {
      const pages = readPdfPages(pdfs[index] ?? '')
      for (const [at, page] of pages.entries())
        expect(page).toContain(`Page ${at + 1} of ${pages.length}`)
      const shown = squeeze(pages.map((page) => page.replace(/Page \d+ of \d+/, '')).join(''))
      const paragraphs = readParagraphs(
        readParts(readFileSync(fileOf(name))).get('word/document.xml') ?? '',
      )
      const inText = paragraphs.filter(({ style }) => style !== 'TableText')
      expect(inText.length).toBeGreaterThan(5)
      expect(inText.filter(({ text }) => !shown.includes(squeeze(text)))).toEqual([])
      const cells = paragraphs.filter(
        ({ style, text }) => style === 'TableText' && text.length < 30,
      )
      expect(cells.filter(({ text }) => !shown.includes(squeeze(text)))).toEqual([])
    },
  )

  it('of the example has four pages, and one where only the first is asked for', () => {
    const [all, first] = [pdfs[0], pdfs[1]].map((pdf) => readPdfPages(pdf ?? ''))
    expect(all?.length).toBeLessThanOrEqual(4)
    expect(squeeze(all?.[0] ?? '')).toContain(squeeze('To decide at this meeting'))
    expect(first).toHaveLength(1)
  })

  it.each([example, 'six-partners', 'one-partner'])(
    'has as many pages as the same report on paper from a browser, give or take one: %s',
    async (name) => {
      const own = name === example ? join(root, 'examples', name) : join(root, 'test/golden', name)
      const html = join(folder, `${name}.html`)
      const argv = ['bin/accordant.js', 'report', own, '--today', '2026-11-23', '-o', html]
      spawnSync(process.execPath, argv, { cwd: root })
      const browser = openBrowser()
      const page = await browser.page()
      await page.open(`file://${html}`)
      writeFileSync(`${html}.pdf`, await printed(page))
      browser.close()
      const onPaper = readPdfPages(`${html}.pdf`).length
      const inWord = readPdfPages(pdfs[names.indexOf(name)] ?? '').length
      expect([onPaper, Math.abs(onPaper - inWord) <= 1]).toEqual([onPaper, true])
      if (name === example) expect(onPaper).toBe(4)
    },
    120_000,
  )

  it('keeps its mark when it is saved, so that it is known as edited', () => {
    expect(findHandMadeFile(fileOf(example))).toBeNull()
    const [saved = ''] = convertInOffice([fileOf(example)], 'docx', folder)
    expect(existsSync(saved)).toBe(true)
    expect(findHandMadeFile(saved)).toBe('edited')
  })
})

/** Lines and words are broken where a page or a cell ends; some letters are joined to one sign. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u00AD•–]+/g, '')
}
