import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser } from '../support/browser.ts'
import { needs } from '../support/tools.ts'
import { examplePages, goldenPages } from './html-pages.ts'
import { dress, picture, printed } from './shots.ts'

needs('chromium', 'pdftoppm')

/** Pictures of every golden report and of the examples, to be looked at. `npm run screenshots` takes them anew. */
const docs = fileURLToPath(new URL('../../../docs/screenshots', import.meta.url))
const taking = process.env.ACCORDANT_SCREENSHOTS !== undefined
const looks = [
  { name: 'light', width: 900, height: 1200, scheme: 'light' },
  { name: 'dark', width: 900, height: 1200, scheme: 'dark' },
  { name: 'phone', width: 360, height: 1200, scheme: 'light' },
] as const
const pages = [...(await examplePages()), ...goldenPages()]

const folder = mkdtempSync(join(tmpdir(), 'accordant-shots-'))
let browser: Browser | null = null
afterAll(() => {
  browser?.close()
  rmSync(folder, { recursive: true })
})

describe('the pictures in docs/screenshots', () => {
  it.runIf(taking)('are taken anew', async () => {
    mkdirSync(docs, { recursive: true })
    browser = openBrowser()
    for (const { name, html } of pages) {
      const file = join(folder, `${name}.html`)
      writeFileSync(file, html)
      const page = await browser.page()
      await page.open(`file://${file}`)
      for (const look of looks) {
        await dress(page, look)
        await picture(page, join(docs, `${name}-${look.name}.webp`))
      }
      await dress(page, { width: 680, height: 900, scheme: 'light', media: 'print' })
      const paper = join(folder, 'paper.pdf')
      writeFileSync(paper, await printed(page))
      const out = join(docs, `${name}-print`)
      execFileSync('pdftoppm', [
        '-f',
        '1',
        '-l',
        '1',
        '-r',
        '70',
        '-jpeg',
        '-singlefile',
        paper,
        out,
      ])
    }
  })

  it.each(pages.map(({ name }) => name))('show the report of %s', (name) => {
    for (const { name: look } of looks) {
      const bytes = readFileSync(join(docs, `${name}-${look}.webp`))
      expect(bytes.subarray(8, 12).toString()).toBe('WEBP')
    }
    expect(readFileSync(join(docs, `${name}-print.jpg`)).subarray(0, 2)).toEqual(
      Buffer.from([0xff, 0xd8]),
    )
  })
})
