import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clipToWidth,
  measureText,
  wrapText,
  wrapUnderLead,
} from '../../src/terminal/view/text-width.ts'

describe('wrapText', () => {
  it('breaks at spaces, cuts long words and keeps line breaks', () => {
    expect(wrapText('one two three\nfour abcdefghijkl', 9)).toEqual([
      'one two',
      'three',
      'four',
      'abcdefghi',
      'jkl',
    ])
  })

  it('breaks between wide characters', () => {
    expect(wrapText('信頼は行動で得られる', 8)).toEqual(['信頼は行', '動で得ら', 'れる'])
  })

  it('keeps every word, within the width', () => {
    const text = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (words, width) => {
        const lines = wrapText(words.join(' '), width)
        for (const line of lines) expect(measureText(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(words.join('').replaceAll(/\s/g, ''))
      }),
    )
  })

  it('indents further lines under the first', () => {
    expect(wrapUnderLead(' 1  ', 'Within a day', 14)).toEqual([' 1  Within a', '    day'])
  })
})

describe('clipToWidth', () => {
  it('marks what is left out with an ellipsis', () => {
    expect(clipToWidth('Within a day', 12)).toBe('Within a day')
    expect(clipToWidth('Within a day', 8)).toBe('Within…')
    expect(clipToWidth('信頼は行動', 6)).toBe('信頼…')
  })
})
