import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser, type Page } from '../support/browser.ts'
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
  { name: 'light', width: 1280, height: 900, scheme: 'light' },
  { name: 'dark', width: 1280, height: 900, scheme: 'dark' },
  { name: 'phone', width: 360, height: 740, scheme: 'light' },
] as const

describe.each(pages)('the page of $name, in a browser', ({ name, html }) => {
  it('logs nothing, requests nothing, and is accessible at every width', async () => {
    const page = await opened(name, html)
    for (const look of looks) {
      await dress(page, look)
      const wider = await page.value('document.documentElement.scrollWidth > innerWidth')
      expect([look.name, wider]).toEqual([look.name, false])
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
