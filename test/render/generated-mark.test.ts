import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHandMade, markAsGenerated } from '../../src/render/generated-mark.ts'

const hash = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`
const marked = (text: string) => markAsGenerated(text, hash)
const found = (text: string) => findHandMade(text, hash)

const markdown = '# Report\n\nAll is well.\n'
const page = '<!doctype html><html lang="en"><body>All is well.</body></html>\n'

describe('markAsGenerated', () => {
  it('puts the mark in the first line of Markdown', () => {
    const digest = '4b9aa0fc8dd8c2a4b4ee60a4aa46d93ea7c76bc6ce5f7f9e9ee6b4ed4a2a1b0c'
    const written = markAsGenerated(markdown, () => `sha256:${digest}`)
    expect(written).toBe(`<!-- written by accordant sha256:${digest} -->\n\n${markdown}`)
  })

  it('puts the mark behind the document type of a page, so that browsers do not fall back to old ways', () => {
    const written = markAsGenerated(page, () => 'sha256:0')
    expect(written).toBe(
      `<!doctype html>\n<!-- written by accordant sha256:0 -->\n${page.slice('<!doctype html>'.length)}`,
    )
  })

  it('gives the same bytes for the same text', () => {
    expect(marked(markdown)).toBe(marked(markdown))
  })
})

describe('findHandMade', () => {
  it.each([
    ['Markdown', marked(markdown)],
    ['a page', marked(page)],
    ['Windows line ends', marked(markdown).replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', marked(markdown).replaceAll('\n', '\r')],
    ['a page with Windows line ends', marked(page).replaceAll('\n', '\r\n')],
    ['no line end at the end', marked(markdown).trimEnd()],
    ['more blank lines at the end', `${marked(markdown)}\n\n`],
    ['a byte order mark', `\uFEFF${marked(markdown)}`],
    ['a byte order mark before a page', `\uFEFF${marked(page)}`],
    ['nothing', ''],
    ['only blanks', ' \r\n\n'],
  ])('finds no work of a person in what we wrote: %s', (_, text) => {
    expect(found(text)).toBeNull()
  })

  it.each([
    ['a word more', marked(markdown).replace('well', 'very well')],
    ['a line less', marked(markdown).replace('All is well.\n', '')],
    ['another hash', marked(markdown).replace(/sha256:..../, 'sha256:0000')],
    ['text before the mark', `Draft\n${marked(markdown)}`],
    ['two reports in one file', `${marked(markdown)}${marked(markdown)}`],
    ['a word more in a page', marked(page).replace('well', 'very well')],
  ])('finds an edit: %s', (_, text) => {
    expect(found(text)).toBe('edited')
  })

  it.each([
    ['a file of somebody else', '# Mine\n'],
    ['a report without its mark', markdown],
    ['a mark without a hash', `<!-- written by accordant -->\n\n${markdown}`],
    ['a mark with a cut hash', marked(markdown).replace(/[0-9a-f]{4} -->/, '-->')],
    ['a page of somebody else', page],
  ])('cannot tell that we wrote it: %s', (_, text) => {
    expect(found(text)).toBe('unmarked')
  })

  it('knows every text that it marked, and every other text from it', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('\r', '\n', ' ', 'a', '<') }),
    )
    fc.assert(
      fc.property(texts, texts, fc.constantFrom('', '<!doctype html>'), (text, other, start) => {
        const whole = marked(`${start}${text}`)
        const same = (a: string, b: string) =>
          a.replaceAll(/\r\n?/g, '\n').trim() === b.replaceAll(/\r\n?/g, '\n').trim()
        const swapped = `${whole.slice(0, whole.indexOf('-->') + 3)}${other}`
        expect(found(whole)).toBeNull()
        expect(found(swapped)).toBe(same(text, other) ? null : 'edited')
      }),
    )
  })

  it('takes no longer for blanks than for text', () => {
    const begun = performance.now()
    expect(found(`${' '.repeat(2_000_000)}a`)).toBe('unmarked')
    expect(performance.now() - begun).toBeLessThan(1_000)
  })
})
