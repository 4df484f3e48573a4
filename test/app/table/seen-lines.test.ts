import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSeenLines } from '../../../src/app/table/seen-lines.ts'

it('remembers who was on which line, whether they came as text or as bytes', () => {
  const id = fc.stringMatching(/^[a-z0-9]{1,6}$/)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'a-b', 'c'), id, fc.boolean())),
      (people) => {
        const seen = createSeenLines()
        const lines = new Map<string, number>()
        for (const [index, [partner, respondent, isText]] of people.entries()) {
          const key = `${partner}-${respondent}`
          const bytes = Buffer.from(`x${respondent}y`)
          const ascii = { bytes, start: 1, end: bytes.length - 1 }
          const line = index + 1
          const before = isText
            ? seen.lineOf(partner, respondent, line)
            : seen.lineOfBytes(partner, ascii, line)
          expect(before).toBe(lines.get(key) ?? null)
          if (!lines.has(key)) lines.set(key, line)
        }
      },
    ),
  )
})
