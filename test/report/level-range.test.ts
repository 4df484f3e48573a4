import { describe, expect, it } from 'vitest'
import { describeLevelRange } from '../../src/report/level-reasons.ts'
import { aQuestion, aQuestionnaire, aResponse, dontKnow } from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildShownContext, toTell } from './support.ts'

const questionnaire = aQuestionnaire([aQuestion('trust.news')])
const { levels } = questionnaire

function rangeOf(levelLow: string | null, levelHigh: string | null) {
  const input = toTell(questionnaire, [aResponse('north', { 'trust.news': dontKnow })])
  const context = buildShownContext(input)
  const verdict = { ...context.result.verdict, levelLow, levelHigh }
  return sayAll(describeLevelRange({ ...context, result: { ...context.result, verdict } }))
}

describe('the levels that the open answers leave', () => {
  const [highest, second] = levels.map(({ id }) => id)
  const lowest = levels.at(-1)?.id ?? null

  it('are two where one follows on the other', () => {
    expect(rangeOf(second ?? null, highest ?? null)).toBe('“Emerging” or “Ready”')
  })

  it('are a range where others lie between them', () => {
    expect(rangeOf(lowest, highest ?? null)).toBe('anything from “Not ready” to “Ready”')
  })

  it.each([
    [highest ?? null, highest ?? null],
    [null, highest ?? null],
    [lowest, null],
  ])('are no range between %s and %s', (low, high) => {
    expect(rangeOf(low, high)).toBeNull()
  })
})
