import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reportSentences } from '../../../src/words/en/report.ts'
import { explainSentences } from '../../../src/words/en/report-explain.ts'
import { claims } from './claims.ts'
import { wordsWithoutClaim } from './words-without-claim.ts'

describe('the table of claims', () => {
  it('has every sentence of the report that claims something, and names the words that claim nothing', () => {
    const known = new Set<string>([...Object.keys(claims), ...wordsWithoutClaim])
    const all = Object.keys(reportSentences).filter((id) => !(id in explainSentences))
    expect(all.filter((id) => !known.has(id))).toEqual([])
    expect([...known].filter((id) => !(id in reportSentences))).toEqual([])
    expect(wordsWithoutClaim.filter((id) => id in claims)).toEqual([])
  })

  it('says of each where it is held against the answers: in the property, or in a test that has its id or its words', () => {
    const wrong = Object.entries(claims).filter(([id, { holds, test, said }]) => {
      if (holds !== undefined || test === undefined)
        return (holds === undefined) === (test === undefined)
      const text = existsSync(test) ? readFileSync(test, 'utf8') : ''
      const pieces = said === undefined ? [`'${id}'`, ...listRuns(id)] : [said]
      return !pieces.some((piece) => text.includes(piece))
    })
    expect(wrong.map(([id, { test }]) => [id, test])).toEqual([])
  })
})

/** The runs of words in a sentence, between its values. */
function listRuns(id: string): readonly string[] {
  const sentence: unknown = Object.entries(reportSentences).find(([own]) => own === id)?.[1]
  if (typeof sentence === 'string') return [sentence]
  const texts = String(sentence).matchAll(/`([^`]*)`|'([^']*)'|"([^"]*)"/g)
  return [...texts]
    .flatMap(([, ...quoted]) => quoted.join('').split(/\$\{[^}]*\}?/))
    .map((run) => run.trim())
    .filter((run) => run.length >= 8)
}
