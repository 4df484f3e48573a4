import { existsSync } from 'node:fs'
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

  it('says of each where it is held against the answers', () => {
    const tests = Object.values(claims).flatMap(({ holds, test }) => {
      expect((holds === undefined) !== (test === undefined)).toBe(true)
      return test ?? []
    })
    expect([...new Set(tests)].filter((file) => !existsSync(file))).toEqual([])
  })
})
