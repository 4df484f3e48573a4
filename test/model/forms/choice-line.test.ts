import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findChoiceIds } from '../../../src/model/forms/choice-line.ts'
import type { Choice } from '../../../src/model/forms/pick.ts'

function toChoices(titles: readonly string[]): readonly Choice[] {
  return titles.map((title, index) => ({ id: `c-${index}`, title, score: null }))
}

const choices = toChoices(['A', 'B', 'A, B', 'B, C', 'yes/no', 'x | y', 'long run'])

describe('findChoiceIds', () => {
  it.each([
    ['A, B', ['c-2']],
    ['A, B, C', ['c-0', 'c-3']],
    ['B, A', ['c-1', 'c-0']],
    ['yes/no / B', ['c-4', 'c-1']],
    ['x | y | B', ['c-5', 'c-1']],
    ['A; A, B;', ['c-0', 'c-2']],
    ['c-0 c_1', ['c-0', 'c-1']],
    ['c-0, B', ['c-0', 'c-1']],
    ['[]', []],
    ['["A, B", "c-0"]', ['c-2', 'c-0']],
    ['[1]', undefined],
    ['[["A"]]', undefined],
    ['["A"', undefined],
    ['A B', undefined],
    ['A, D', undefined],
    [';', undefined],
    ['', undefined],
  ])('reads %j', (text, ids) => {
    expect(findChoiceIds(choices, text)).toEqual(ids)
  })

  it('is cut at a separator of one or more signs, whatever they mean elsewhere', () => {
    for (const separator of ['.', '+', ' and ', '\\', '||', '-', ' ']) {
      expect(findChoiceIds(choices, `A${separator}x | y`, { separator })).toEqual(['c-0', 'c-5'])
    }
    expect(findChoiceIds(choices, 'A;B', { separator: '+' })).toBeUndefined()
  })

  it('takes what other words stand for, longest first, too', () => {
    const meant = new Map([
      ['our own, and more', ['c-0', 'c-1']],
      ['none of it', []],
    ])
    expect(findChoiceIds(choices, 'B, C, Our own, and more, none of it', { meant })).toEqual([
      'c-3',
      'c-0',
      'c-1',
    ])
  })

  it('gives back what was chosen, in its order, behind any sign that no title has', () => {
    const title = fc.stringMatching(/^[a-z]{1,5}(?:, [a-z]{1,5}){0,2}$/)
    const titles = fc.uniqueArray(title, { minLength: 1, maxLength: 6 })
    const chosen = titles.chain((all) =>
      fc.record({
        all: fc.constant(all),
        some: fc.shuffledSubarray(all, { minLength: 1 }),
        by: fc.constantFrom(';', '; ', '|', ' / ', '\n', '\r\n'),
      }),
    )
    fc.assert(
      fc.property(chosen, ({ all, some, by }) => {
        const ids = some.map((each) => `c-${all.indexOf(each)}`)
        expect(findChoiceIds(toChoices(all), some.join(by))).toEqual(ids)
        expect(findChoiceIds(toChoices(all), JSON.stringify(some))).toEqual(ids)
      }),
    )
  })

  it('gives choices or nothing for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom('A', 'B', ', ', ';', '[', '"', ' / ', 'C'), { maxLength: 20 })
        .map((all) => all.join('')),
    )
    const ids = choices.map(({ id }) => id)
    fc.assert(
      fc.property(text, fc.option(fc.string({ minLength: 1, maxLength: 3 })), (own, separator) => {
        const found = findChoiceIds(choices, own, { separator }) ?? []
        expect(found.filter((id) => !ids.includes(id))).toEqual([])
      }),
    )
  })

  it('gives up on a text of a million parts', () => {
    expect(findChoiceIds(choices, 'A,'.repeat(1e6))).toBeUndefined()
  })
})
