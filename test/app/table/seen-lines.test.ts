import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRespondentNamer } from '../../../src/app/table/seen-lines.ts'

const people = fc.array(
  fc.tuple(
    fc.constantFrom('a', 'a-b', 'c'),
    fc.stringMatching(/^[a-z0-9]{1,6}$/),
    fc.constantFrom('', '.', '#'),
  ),
)

it('remembers on which line the very same person was, and names nobody else alike', () => {
  fc.assert(
    fc.property(people, (all) => {
      const name = createRespondentNamer()
      const lines = new Map<string, number>()
      const names = new Set<string>()
      for (const [index, [partner, id, sign]] of all.entries()) {
        const key = `${partner} ${id}${sign}`
        const own = name(partner, id, `${id}${sign}`, index + 1)
        expect(typeof own === 'number' ? own : null).toBe(lines.get(key) ?? null)
        if (typeof own === 'number') continue
        lines.set(key, index + 1)
        expect(own.startsWith(id)).toBe(true)
        expect(names).not.toContain(`${partner}-${own}`)
        names.add(`${partner}-${own}`)
      }
    }),
  )
})

it('makes the suffix of an id from the text that the cell has', () => {
  const name = createRespondentNamer()
  const named = ['R_3kX', 'R_3KX', 'r-3kx', 'R_3KX'].map((written, index) =>
    name('northwind', 'r-3kx', written, index + 2),
  )
  expect(named).toEqual(['r-3kx', 'r-3kx-1dhoarm', 'r-3kx-jocu2m', 3])
})
