import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messages } from '../../src/words/en/messages.ts'
import { reportSentences } from '../../src/words/en/report.ts'
import { sectionSentences } from '../../src/words/en/section-guide.ts'

const folder = new URL('../../src/words/en/', import.meta.url)

/** Files that are no catalogue of messages: those that join others, grammar, guides, and what other doors say. */
const apart =
  /^(messages|report|grammar|findings|finding-guides|plan-draft|interview.*|help|form-page|made-up|placeholders|.*-guide)\.ts$/

describe('the ids of sentences', () => {
  it.each([
    ['messages', messages, {}, (file: string) => !file.startsWith('report-')],
    [
      'sentences of the report',
      reportSentences,
      sectionSentences,
      (file: string) => /^(report-|conditions)/.test(file),
    ],
  ] as const)(
    'are each in one catalogue, and every catalogue is joined: %s',
    async (_, joined, beside, isOwn) => {
      const files = readdirSync(folder).filter((file) => !apart.test(file) && isOwn(file))
      const ids = await Promise.all(
        files.map(async (file) => {
          const catalogues = Object.values(await import(new URL(file, folder).href))
          return catalogues.flatMap((catalogue) => Object.keys(catalogue as object))
        }),
      )
      expect(ids.flat().length).toBeGreaterThan(100)
      const all = [...ids.flat(), ...Object.keys(beside)]
      expect(all.toSorted()).toEqual(Object.keys(joined).toSorted())
    },
  )
})
