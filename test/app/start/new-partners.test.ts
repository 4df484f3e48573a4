import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findNameProblem,
  guessPartners,
  readNewPartners,
} from '../../../src/app/start/new-partners.ts'
import { isKebab } from '../../../src/model/vocabulary.ts'

describe('partners of names', () => {
  it('get ids with accents spelled out, and keep a name that says more', () => {
    expect(readNewPartners(['  Müller &\n Söhne ', 'contoso', 'Åse Sørby', '\u202eevil'])).toEqual([
      { id: 'mueller-soehne', name: 'Müller & Söhne' },
      { id: 'contoso', name: null },
      { id: 'aase-soerby', name: 'Åse Sørby' },
      { id: 'u-202e-evil', name: '⟨U+202E⟩evil' },
    ])
  })

  it('get ids of their own, or a problem', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (names) => {
        const taken: string[] = []
        for (const name of names) {
          if (findNameProblem(name, taken) === null) taken.push(name)
        }
        const ids = readNewPartners(taken).map(({ id }) => id)
        expect(new Set(ids).size).toBe(taken.length)
        expect(ids.filter((id) => !isKebab(id))).toEqual([])
      }),
    )
  })

  it.each([
    ['日本', [], { say: 'partner-name-without-letters', name: '日本' }],
    [
      'Mueller',
      ['Contoso', 'Müller'],
      { say: 'partner-names-alike', names: ['Müller', 'Mueller'], id: 'mueller' },
    ],
    ['Contoso', ['Müller'], null],
  ])('say what is wrong with a name: %s', (name, before, problem) => {
    expect(findNameProblem(name, before)).toEqual(problem)
  })
})

describe('partners of the id of a partnership', () => {
  it.each([
    [
      'northwind-contoso',
      [
        { id: 'northwind', name: null },
        { id: 'contoso', name: null },
      ],
    ],
    ['pumps', null],
    ['two-two', null],
    ['oak-house-lions', null],
  ])('are its two words: %s', (id, partners) => {
    expect(guessPartners(id)).toEqual(partners)
  })
})
