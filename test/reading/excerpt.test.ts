import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderExcerpt } from '../../src/reading/excerpt.ts'

function shown(text: string, line: number, column: number, endColumn: number, endLine = line) {
  return renderExcerpt(text, { line, column, endLine, endColumn }).split('\n')
}

describe('renderExcerpt', () => {
  it('shows the line behind its number, with carets under the place', () => {
    expect(shown('a: 1\nnote: We: fine\n', 2, 9, 10)).toEqual([
      '2 | note: We: fine',
      '  |         ^',
    ])
  })

  it('shows one caret for an empty place, and carets to the end of the line for a longer one', () => {
    expect(shown('abc', 1, 4, 4)).toEqual(['1 | abc', '  |    ^'])
    expect(shown('a: "b\nc"', 1, 4, 3, 2)).toEqual(['1 | a: "b', '  |    ^^'])
  })

  it('counts two columns for wide signs, none for marks upon letters, and two for a tab', () => {
    expect(shown('名: x', 1, 4, 5)).toEqual(['1 | 名: x', '  |     ^'])
    expect(shown('👩‍👩‍👧: x', 1, 11, 12)).toEqual(['1 | 👩‍👩‍👧: x', '  |     ^'])
    expect(shown('e\u0301: x', 1, 5, 6)).toEqual(['1 | e\u0301: x', '  |    ^'])
    expect(shown('\ta: x', 1, 2, 3)).toEqual(['1 |   a: x', '  |   ^'])
    expect(shown('a: 名前', 1, 4, 6)).toEqual(['1 | a: 名前', '  |    ^^^^'])
  })

  it('makes visible what acts in a terminal', () => {
    expect(shown('a\u202E\u001Bb', 1, 4, 5)).toEqual([
      '1 | a⟨U+202E⟩⟨U+001B⟩b',
      '  |                  ^',
    ])
  })

  it('cuts a long line around the place', () => {
    const line = `${'a'.repeat(300)}HERE${'b'.repeat(300)}`
    expect(shown(line, 1, 301, 305)).toEqual([
      `1 | …${'a'.repeat(29)}HERE${'b'.repeat(65)}…`,
      `  | ${' '.repeat(30)}^^^^`,
    ])
    expect(shown('x'.repeat(300), 1, 1, 301)[1]).toEqual(`  | ${'^'.repeat(70)}`)
  })

  it('is empty where there is no line to show', () => {
    expect(shown('', 1, 1, 1)).toEqual([''])
    expect(shown('a\n', 7, 1, 1)).toEqual([''])
  })

  it('has two lines without control characters for any text and place', () => {
    const place = fc.nat(120)
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        place,
        place,
        (text, column, more) => {
          const lines = shown(text, 1, column + 1, column + 1 + more)
          if (lines[0] === '') return
          expect(lines).toHaveLength(2)
          expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u)
        },
      ),
    )
  })
})
