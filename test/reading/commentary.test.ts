import { describe, expect, it } from 'vitest'
import { readCommentary } from '../../src/reading/commentary.late.ts'

const read = (text: string) => readCommentary(new TextEncoder().encode(text))
const run = (text: string, more = {}) => ({
  text,
  strong: false,
  emphasis: false,
  url: null,
  ...more,
})
const paragraph = (...runs: readonly object[]) => ({ kind: 'paragraph', runs })

describe('a commentary', () => {
  it('is read by the titles of sections or their short names; what comes first is for the first page', () => {
    const made = read('Hello.\n\n# NEXT steps!\n\nOne a week.\n\n## say-and-do\n\nTwo.\n')
    expect([...(made?.commentary ?? [])]).toEqual([
      ['first-page', [paragraph(run('Hello.'))]],
      ['next-steps', [paragraph(run('One a week.'))]],
      ['say-and-do', [paragraph(run('Two.'))]],
    ])
    expect(made?.strays).toEqual([])
  })

  it('keeps a smaller heading inside its section as bold words', () => {
    const made = read('## The talk\n\n### Who comes\n\nAll.\n')
    expect(made?.commentary.get('talk')).toEqual([
      paragraph(run('Who comes', { strong: true })),
      paragraph(run('All.')),
    ])
  })

  it('names a heading that is no title, with its line, and leaves out what is under it', () => {
    const made = read('## Next stepz\n\nLost.\n')
    expect(made).toEqual({ commentary: new Map(), strays: [{ title: 'Next stepz', line: 1 }] })
  })

  it('keeps lists, tables, bold, slanted and web addresses', () => {
    const made = read(
      '1. **One** *two*\n   - [x](https://a.example) [y](javascript:1)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    )
    expect(made?.commentary.get('first-page')).toEqual([
      {
        kind: 'list',
        ordered: true,
        items: [
          [
            paragraph(run('One', { strong: true }), run(' '), run('two', { emphasis: true })),
            {
              kind: 'list',
              ordered: false,
              items: [[paragraph(run('x', { url: 'https://a.example' }), run(' '), run('y'))]],
            },
          ],
        ],
      },
      {
        kind: 'table',
        rows: [
          [[run('a')], [run('b')]],
          [[run('1')], [run('2')]],
        ],
      },
    ])
  })

  it('takes HTML for text, a picture for its description, and a comment for nothing', () => {
    const made = read('<!-- mine -->\n\n<script>alert(1)</script>\n\n![A chart](x.png)\n')
    expect(made?.commentary.get('first-page')).toEqual([
      paragraph(run('<script>alert(1)</script>')),
      paragraph(run('A chart')),
    ])
  })

  it('is nothing where there are only comments and blanks', () => {
    expect(read('<!-- write here -->\n\n')?.commentary.size).toBe(0)
  })

  it('is refused where it is no text or too long', () => {
    expect(readCommentary(new Uint8Array([0xff, 0xfe, 0x00]))).toBeNull()
    expect(read('word '.repeat(20_000))).toBeNull()
  })

  it('reads what is nested without end in a moment', () => {
    expect(read(`${'> '.repeat(8_000)}deep`)?.commentary.size).toBe(0)
  })
})
