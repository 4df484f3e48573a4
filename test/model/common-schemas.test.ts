import { describe, expect, it } from 'vitest'
import { describeSuggestion, findMeantWord } from '../../src/model/did-you-mean.ts'
import { clip, getValueAt, describeValue as inWords } from '../../src/model/value.ts'
import { makeVisible, makeVisibleLine } from '../../src/model/visible.ts'

describe('didYouMean', () => {
  it.each([
    ['wieght', ['weight', 'when'], 'weight'],
    ['trust', ['roles', 'alignment'], null],
    ['Rating', ['rating'], 'rating'],
    ['x'.repeat(1000), ['x'], null],
    ['ownre', ['owner'], 'owner'],
    ['6', ['1', '5'], null],
    ['of', ['off', 'on'], 'off'],
  ])('of %s among %j finds %s', (word, known, found) => {
    expect(findMeantWord(word, known)).toBe(found)
  })

  it('names what there is to choose from where nothing is near and there is little', () => {
    expect(describeSuggestion('zzz', ['one'])).toBe('; expected "one"')
    expect(describeSuggestion('zzz', [])).toBe('')
    expect(describeSuggestion('zzz', ['one', 'two'])).toBe('; expected one of "one", "two"')
    expect(
      describeSuggestion(
        'zzz',
        Array.from({ length: 9 }, (_, i) => `word${i}`),
      ),
    ).toBe('')
  })
})

describe('visible', () => {
  it('shows what would act', () => {
    expect(makeVisible('a\u202Eb\u001b[31m\u0007')).toBe('a⟨U+202E⟩b⟨U+001B⟩[31m⟨U+0007⟩')
  })

  it('leaves letters, emoji and line breaks as they are', () => {
    const text = 'Ünïcödé 漢字 👩‍👩‍👧\nnext\tcolumn'
    expect(makeVisible(text)).toBe(text)
    expect(makeVisibleLine(text)).toBe('Ünïcödé 漢字 👩‍👩‍👧 next column')
  })
})

describe('values', () => {
  it('are found by own keys only', () => {
    expect(getValueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1)
    expect(getValueAt({}, ['constructor'])).toBeUndefined()
  })

  it('are described in a reader’s words', () => {
    expect([null, [], {}, 4, 'x', true].map(inWords)).toEqual([
      'nothing',
      'a list',
      'a map',
      'the number 4',
      'the text "x"',
      'true',
    ])
    expect(clip(`${'x'.repeat(80)}`)).toHaveLength(60)
  })
})
