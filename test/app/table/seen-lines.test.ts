import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSeenLines } from '../../../src/app/table/seen-lines.ts'

it('remembers on which line somebody was', () => {
  const id = fc.stringMatching(/^[a-z0-9]{1,6}$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'a-b', 'c'), id)), (people) => {
      const seen = createSeenLines()
      const lines = new Map<string, number>()
      for (const [index, [partner, respondent]] of people.entries()) {
        const key = `${partner}-${respondent}`
        const line = index + 1
        expect(seen(partner, respondent, line)).toBe(lines.get(key) ?? null)
        if (!lines.has(key)) lines.set(key, line)
      }
    }),
  )
})
