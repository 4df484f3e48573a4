import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/model/decode.ts'
import type { Path } from '../../../src/model/finding.ts'
import type { SourceDocument } from '../../../src/reading/open-document.ts'
import { read, readWhole, understood } from '../markdown/read.ts'
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

  it('has each of its texts where the file has it, whatever its line ends', () => {
    fc.assert(
      fc.property(aWrittenPlan, ({ text }) => {
        const source = read(text)
        const places = listTexts(source.value).map(([path, value]) => {
          const { line, column, endLine, endColumn } = source.span(path, 'value')
          const there = source.text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)
          expect(endLine).toBe(line)
          expect(there?.replaceAll(/\\(.)/g, '$1')).toBe(value)
          return [path, `${line}:${column}-${endColumn}`] as const
        })
        for (const written of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')]) {
          const other = readWhole(`\uFEFF---\naccordant: plan/1\n---\n${written}`)
          for (const [path, place] of places) {
            const { line, column, endColumn } = other.span(path, 'value')
            expect(`${line}:${column}-${endColumn}`).toBe(place)
          }
        }
      }),
      { numRuns: 25 },
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

/** The texts that the writer made up, with their paths. */
function listTexts(value: unknown, path: Path = []): readonly (readonly [Path, string])[] {
  if (typeof value === 'string') return value.startsWith('Their ') ? [[path, value]] : []
  if (Array.isArray(value)) return value.flatMap((item, at) => listTexts(item, [...path, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => listTexts(inner, [...path, key]))
}

/** Passages of which not every word was read, anywhere that counts for the share. */
function listUnreadWords({ prose }: SourceDocument): readonly string[] {
  const sections = prose?.sections.filter(({ counted }) => counted) ?? []
  return sections.flatMap(({ titles, passages }) =>
    passages
      .filter(({ words, wordsRead }) => words !== wordsRead)
      .map(({ line, unread }) => `${titles.join(' > ')}, line ${line}: ${unread}`),
  )
}
