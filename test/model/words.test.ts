import { describe, expect, it } from 'vitest'
import { didYouMean, suggestion } from '../../src/model/did-you-mean.ts'
import { clip, describe as inWords, valueAt } from '../../src/model/value.ts'
import { visible, visibleLine } from '../../src/model/visible.ts'

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
    expect(didYouMean(word, known)).toBe(found)
  })

  it('names what there is to choose from where nothing is near and there is little', () => {
    expect(suggestion('zzz', ['one'])).toBe('; expected "one"')
    expect(suggestion('zzz', [])).toBe('')
    expect(suggestion('zzz', ['one', 'two'])).toBe('; expected one of "one", "two"')
    expect(
      suggestion(
        'zzz',
        Array.from({ length: 9 }, (_, i) => `word${i}`),
      ),
    ).toBe('')
  })
})

describe('visible', () => {
  it('shows what would act', () => {
    expect(visible('a\u202Eb\u001b[31m\u0007')).toBe('a⟨U+202E⟩b⟨U+001B⟩[31m⟨U+0007⟩')
  })

  it('leaves letters, emoji and line breaks as they are', () => {
    const text = 'Ünïcödé 漢字 👩‍👩‍👧\nnext\tcolumn'
    expect(visible(text)).toBe(text)
    expect(visibleLine(text)).toBe('Ünïcödé 漢字 👩‍👩‍👧 next column')
  })
})

describe('values', () => {
  it('are found by own keys only', () => {
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1)
    expect(valueAt({}, ['constructor'])).toBeUndefined()
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
