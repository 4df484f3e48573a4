import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toSlug } from '../../src/model/slug.ts'
import { isKebab } from '../../src/model/vocabulary.ts'

describe('toSlug', () => {
  it.each([
    ['Northwind Traders', 'northwind-traders'],
    ['Zürich-Müller', 'zuerich-mueller'],
    ['Zürich-Müller'.normalize('NFD'), 'zuerich-mueller'],
    ['ZÜRICH', 'zuerich'],
    ['Weißgärber & Söhne', 'weissgaerber-soehne'],
    ['STRAẞE', 'strasse'],
    ['Åse Sørby', 'aase-soerby'],
    ['Ærø', 'aeroe'],
    ['Ǿǽ', 'oeae'],
    ['Malmö', 'malmoe'],
    ['Þórr Guðmundsson', 'thorr-gudmundsson'],
    ['Café Crème', 'cafe-creme'],
    ['Señor Núñez', 'senor-nunez'],
    ['Łódź', 'lodz'],
    ['Đorđe', 'dorde'],
    ['Œuvre', 'oeuvre'],
    ['İstanbul', 'istanbul'],
    ["O'Brien", 'obrien'],
    ['O’Brien', 'obrien'],
    ['ﬁne ＡＢＣ', 'fine-abc'],
    ['R_3kX', 'r-3kx'],
    ['x-ray', 'ray'],
    ['X-x-ray', 'ray'],
    ['x', 'x'],
    ['x-', 'x'],
    ['3rd party', '3rd-party'],
    [' --a--b-- ', 'a-b'],
    ['北風', ''],
    ['!?', ''],
    ['', ''],
  ])('makes of %j the id %j', (name, id) => {
    expect(toSlug(name)).toBe(id)
  })

  it('cuts an id that is too long, and leaves no hyphen at the cut', () => {
    expect(toSlug('one two three', 8)).toBe('one-two')
    expect(toSlug('one two three', 7)).toBe('one-two')
    expect(toSlug('one two three', 6)).toBe('one-tw')
  })

  it('makes an id, or nothing, of any text, and leaves an id as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom(...'xX-_ aÄß’9') }),
        ),
        fc.integer({ min: 1, max: 20 }),
        (name, maxLength) => {
          const slug = toSlug(name, maxLength)
          expect(slug === '' || isKebab(slug)).toBe(true)
          expect(slug.length).toBeLessThanOrEqual(maxLength)
          expect(toSlug(slug)).toBe(slug)
          expect(toSlug(name.normalize('NFD'), maxLength)).toBe(slug)
        },
      ),
    )
  })
})
