import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sectionNames } from '../../src/model/house-style.ts'
import { reportSentences } from '../../src/words/en/report.ts'

const folder = new URL('../../src/words/en/', import.meta.url)

it('no two catalogues of the report have a sentence of the same id', async () => {
  const files = readdirSync(folder).filter((file) => file.startsWith('report-'))
  const ids = await Promise.all(
    files.map(async (file) => {
      const catalogues = Object.values(await import(new URL(file, folder).href))
      return catalogues.flatMap((catalogue) => Object.keys(catalogue as object))
    }),
  )
  expect(ids.flat().toSorted()).toEqual(Object.keys(reportSentences).toSorted())
})

it('every section of a report has a title', () => {
  expect(sectionNames.filter((name) => !(`section-${name}` in reportSentences))).toEqual([])
})
