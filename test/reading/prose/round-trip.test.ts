import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/model/decode.ts'
import type { SourceDocument } from '../../../src/reading/open-document.ts'
import { read, understood } from '../markdown/read.ts'
import { aWrittenPlan } from './write-plan.ts'

describe('A plan in the documented form', () => {
  it('reads back equal and whole, whichever names and forms it is written in', () => {
    fc.assert(
      fc.property(aWrittenPlan, ({ value, text }) => {
        const source = read(text)
        expect(source.value).toEqual({ accordant: 'plan/1', ...value })
        expect(source.findings).toEqual([])
        expect(listUnreadWords(source)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('does so with the line ends of other systems', () => {
    fc.assert(
      fc.property(aWrittenPlan, ({ value, text }) => {
        expect(understood(text.replaceAll('\n', '\r\n'))).toEqual(value)
      }),
      { numRuns: 20 },
    )
  })

  it('is a plan', () => {
    fc.assert(
      fc.property(aWrittenPlan, ({ text }) => {
        expect(decode('plan', read(text).value).findings).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

/** Passages of which not every word was read, anywhere that counts for the share. */
function listUnreadWords({ prose }: SourceDocument): readonly string[] {
  const sections = prose?.sections.filter(({ counted }) => counted) ?? []
  return sections.flatMap(({ titles, passages }) =>
    passages
      .filter(({ words, wordsRead }) => words !== wordsRead)
      .map(({ line, unread }) => `${titles.join(' > ')}, line ${line}: ${unread}`),
  )
}
