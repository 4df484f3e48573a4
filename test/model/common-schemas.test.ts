import { describe, expect, it } from 'vitest'
import { findMeantWord, suggestWord, suggestWordEarly } from '../../src/model/did-you-mean.ts'
import { clip, getValueAt, nameValue } from '../../src/model/value.ts'
import { makeVisible, makeVisibleLine } from '../../src/model/visible.ts'
import { say } from '../../src/words/say-message.ts'

describe('suggestWord', () => {
  it.each([
    ['wieght', ['weight', 'when'], 'weight'],
    ['trust', ['roles', 'alignment'], null],
    ['Rating', ['rating'], 'rating'],
    ['x'.repeat(1000), ['x'], null],
    ['ownre', ['owner'], 'owner'],
    ['6', ['1', '5'], null],
    ['of', ['off', 'on'], 'off'],
  ])('of %s among %j may mean %s', (word, known, found) => {
    expect(findMeantWord(word, known)).toBe(found)
  })

  const many = Array.from({ length: 9 }, (_, i) => `word${i}`)

  it('lists the few words to choose from if none is near', () => {
    expect(say(suggestWord('zzz', ['one']))).toBe('; expected "one"')
    expect(say(suggestWord('zzz', []))).toBe('')
    expect(say(suggestWord('zzz', ['one', 'two']))).toBe('; expected one of "one", "two"')
    expect(say(suggestWord('zzz', many))).toBe('')
    expect(say(suggestWord('ones', ['one', 'two']))).toBe('; did you mean "one"?')
  })

  it('lists every word if there is no limit to them', () => {
    expect(say(suggestWord('zzz', many, Infinity))).toBe(
      `; expected one of ${many.map((word) => `"${word}"`).join(', ')}`,
    )
    expect(say(suggestWord('word', many, Infinity))).toBe('; did you mean "word0"?')
  })

  it('looks for the word that was meant only for the first hundred problems', () => {
    expect(say(suggestWordEarly(99, 'ones', ['one']))).toBe('; did you mean "one"?')
    expect(say(suggestWordEarly(100, 'ones', ['one']))).toBe('')
  })
})

describe('makeVisible', () => {
  it('makes control characters visible', () => {
    expect(makeVisible('a\u202Eb\u001b[31m\u0007')).toBe('a⟨U+202E⟩b⟨U+001B⟩[31m⟨U+0007⟩')
  })

  it('leaves letters, emoji and line breaks as they are', () => {
    const text = 'Ünïcödé 漢字 👩‍👩‍👧\nnext\tcolumn'
    expect(makeVisible(text)).toBe(text)
    expect(makeVisibleLine(text)).toBe('Ünïcödé 漢字 👩‍👩‍👧 next column')
  })
})

describe('getValueAt and nameValue', () => {
  it('find values by own keys only', () => {
    expect(getValueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1)
    expect(getValueAt({}, ['constructor'])).toBeUndefined()
  })

  it('name values in a reader’s words', () => {
    expect([null, [], {}, 4, 'x', true].map((value) => say(nameValue(value)))).toEqual([
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
