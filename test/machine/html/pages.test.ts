import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, type Page } from '../support/browser.ts'
import { sidewaysFaults } from '../support/sideways.ts'
import { needs } from '../support/tools.ts'
import { breakMarks } from './break-marks.ts'
import { htmlPages } from './html-pages.ts'
import { dress, printed } from './shots.ts'

needs('chromium', 'pdftotext')

const folder = mkdtempSync(join(tmpdir(), 'accordant-html-'))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pages = await htmlPages()
let browser: Browser
beforeAll(() => {
  browser = openBrowser()
})
afterAll(() => {
  browser.close()
  rmSync(folder, { recursive: true })
})

async function opened(name: string, html: string): Promise<Page> {
  const file = join(folder, `${name.replaceAll(' ', '-')}.html`)
  writeFileSync(file, html)
  const page = await browser.page()
  await page.open(`file://${file}`)
  return page
}

const looks = [
  { name: 'wide', width: 2560, height: 1300, scheme: 'light' },
  { name: 'dark', width: 1000, height: 900, scheme: 'dark' },
  { name: 'phone', width: 320, height: 640, scheme: 'light' },
] as const
const widths = [320, 360, 480, 576, 600, 768, 900, 1000, 1100, 1216, 1280, 1440, 1920, 2560]
const wideFonts = `(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*, .chart text { font-family: "DejaVu Sans Mono", monospace !important }')
  document.adoptedStyleSheets = [sheet]
})()`

/** Texts of a drawing that leave it. */
const drawingFaults = `(() => [...document.querySelectorAll('svg.chart')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect()
  return [...svg.querySelectorAll('text')].flatMap((text) => {
    const box = text.getBoundingClientRect()
    const isOut = box.left < frame.left - 8 || box.right > frame.right + 8
    return isOut ? [text.textContent] : []
  })
}))()`

describe.each(pages)('the page of $name, in a browser', ({ name, html }) => {
  it('logs nothing, requests nothing, and is accessible at every width', async () => {
    const page = await opened(name, html)
    for (const look of looks) {
      await dress(page, look)
      await page.value(`${axe};0`)
      const found = await page.value(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html.slice(0, 200) + failureSummary).join('\\n')))`,
      )
      expect([look.name, found]).toEqual([look.name, []])
    }
    const said = page.events.filter(({ method }) =>
      ['Log.entryAdded', 'Runtime.consoleAPICalled', 'Runtime.exceptionThrown'].includes(method),
    )
    expect(said).toEqual([])
    const asked = page.events.filter(({ method }) => method === 'Network.requestWillBeSent')
    expect(asked).toHaveLength(1)
  }, 60_000)

  it('cuts nothing and scrolls nowhere sideways, from 320 to 2560 pixels, in wide type too', async () => {
    const page = await opened(`${name} at widths`, html)
    await page.value('document.querySelectorAll("details").forEach((own) => { own.open = true })')
    for (const type of ['own', 'wide']) {
      if (type === 'wide') await page.value(wideFonts)
      for (const width of widths) {
        await dress(page, { width, height: 900, scheme: 'light' })
        expect([width, type, await page.value(sidewaysFaults)]).toEqual([width, type, []])
        if (type === 'own') expect([width, await page.value(drawingFaults)]).toEqual([width, []])
      }
    }
  }, 120_000)

  it('breaks into printed pages without cutting anything or leaving a heading alone', async () => {
    const page = await opened(`${name} on paper`, html)
    await dress(page, { width: 680, height: 900, scheme: 'light', media: 'print' })
    const pairs = (await page.value(breakMarks)) as readonly Pair[]
    const file = join(folder, 'printed.pdf')
    writeFileSync(file, await printed(page))
    const paper = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    const sheets = paper.replaceAll(/\s+(?!\f)/g, ' ').split('\f')
    const pageOf = (word: string) => sheets.findIndex((sheet) => sheet.includes(word))
    expect(pairs.length).toBeGreaterThan(0)
    const torn = pairs.filter(({ from, to }) => pageOf(from) === -1 || pageOf(from) !== pageOf(to))
    expect(torn.map(({ what, from, to }) => [what, pageOf(from), pageOf(to)])).toEqual([])
  }, 60_000)
})

interface Pair {
  readonly what: string
  readonly from: string
  readonly to: string
}
