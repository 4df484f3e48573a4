import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type Browser, openBrowser } from '../support/browser.ts'
import { needs } from '../support/tools.ts'
import { examplePages, goldenPages } from './html-pages.ts'
import { dress, picture, printed } from './shots.ts'

needs('chromium', 'pdftoppm')

/**
 * Pictures of reports as pages, to be looked at: those of three in docs, by `npm run screenshots`; those of every golden report and example
 * in a folder of your own, by `ACCORDANT_SCREENSHOTS=/tmp/pictures npm run screenshots`.
 */
const docs = fileURLToPath(new URL('../../../docs/screenshots', import.meta.url))
const kept = ['northwind-contoso', 'far-apart', 'small-groups']
const asked = process.env.ACCORDANT_SCREENSHOTS
const target = asked === undefined || asked === 'docs' ? docs : asked
const docsLooks = [
  { name: 'light', width: 1000, height: 1200, scheme: 'light' },
  { name: 'dark', width: 1000, height: 1200, scheme: 'dark' },
  { name: 'phone', width: 320, height: 1200, scheme: 'light' },
] as const
const otherLooks = [768, 1440, 2560].map(
  (width) => ({ name: String(width), width, height: 1200, scheme: 'light' }) as const,
)
const looks = target === docs ? docsLooks : [...docsLooks, ...otherLooks]
const pages = [...(await examplePages()), ...goldenPages()].filter(
  ({ name }) => target !== docs || kept.includes(name),
)

const folder = mkdtempSync(join(tmpdir(), 'accordant-shots-'))
let browser: Browser | null = null
afterAll(() => {
  browser?.close()
  rmSync(folder, { recursive: true })
})

describe('the pictures in docs/screenshots', () => {
  it.runIf(asked !== undefined)('are taken again', async () => {
    mkdirSync(target, { recursive: true })
    browser = openBrowser()
    for (const { name, html } of pages) {
      const file = join(folder, `${name}.html`)
      writeFileSync(file, html)
      const page = await browser.page()
      await page.open(`file://${file}`)
      for (const look of looks) {
        await dress(page, look)
        await picture(page, join(target, `${name}-${look.name}.webp`))
      }
      await dress(page, { width: 680, height: 900, scheme: 'light', media: 'print' })
      const paper = join(folder, 'paper.pdf')
      writeFileSync(paper, await printed(page))
      const out = join(target, `${name}-print`)
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

  it('are twelve, and less than 1 MB together', () => {
    const sizes = readdirSync(docs).map((file) => statSync(join(docs, file)).size)
    expect(sizes.length).toBe(kept.length * 4)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1024 * 1024)
  })

  it.each(kept)('include four of the report %s', (name) => {
    for (const { name: look } of docsLooks) {
      const bytes = readFileSync(join(docs, `${name}-${look}.webp`))
      expect(bytes.subarray(8, 12).toString()).toBe('WEBP')
    }
    expect(readFileSync(join(docs, `${name}-print.jpg`)).subarray(0, 2)).toEqual(
      Buffer.from([0xff, 0xd8]),
    )
  })
})
