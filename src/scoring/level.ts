import type { Level } from '../model/questionnaire.ts'
import { questionsOf } from '../model/questionnaire.ts'
import type { Estimate, View } from './estimate.ts'
import { type BrokenMust, brokenMusts, rulesOut } from './must.ts'
import { isLess, reaches } from './numbers.ts'
import type { Standing } from './standing.ts'
import { openIn, tallyOf } from './tally.ts'

export interface Levels {
  /** Null where something is not scored and the bounds disagree, or nothing applies. */
  readonly level: Level | null
  readonly low: Level | null
  readonly high: Level | null
}

/** Why a level does not hold; scores on 0..1. */
export type Unmet =
  | { readonly code: 'score'; readonly value: number; readonly needs: number }
  | {
      readonly code: 'weakest'
      readonly dimension: string
      readonly partner: string
      readonly value: number
      readonly needs: number
    }
  | { readonly code: 'must'; readonly broken: BrokenMust }

/** The verdict, and what it could be at worst and at best. Source: design section 3, rules 5 and 6. */
export function levelsOf(standing: Standing): Levels {
  const low = levelAt(standing, 'low')
  const high = levelAt(standing, 'high')
  const agreed = low === high ? low : null
  return { level: isScored(standing) ? levelAt(standing, 'value') : agreed, low, high }
}

/** Is every dimension of every partner scored, where anything applies at all? */
export function isScored(standing: Standing): boolean {
  return standing.overall !== null && standing.overall.value !== null
}

/** Every condition of a level that is not met at a view: the score, then the weakest, then the musts. */
export function unmetConditions(standing: Standing, level: Level, view: View): readonly Unmet[] {
  return [
    ...unmetScore(standing, level, view),
    ...unmetWeakest(standing, level, view),
    ...unmetMusts(standing, level, view),
  ]
}

/** The scored questions with an open answer, where the level depends on them; in questionnaire order. */
export function decidedBy(standing: Standing, levels: Levels): readonly string[] {
  if (levels.low === levels.high) return []
  return questionsOf(standing.questionnaire)
    .filter((question) => question.scored)
    .map((question) => question.id)
    .filter((id) => standing.partners.some(({ tally }) => openIn(tallyOf(tally, id)) > 0))
}

/** The level above, or null at the top. */
export function levelAbove(level: Level, levels: readonly Level[]): Level | null {
  return levels[levels.indexOf(level) - 1] ?? null
}

function levelAt(standing: Standing, view: View): Level | null {
  if (standing.overall === null) return null
  const { levels } = standing.questionnaire
  const holding = levels.find((level) => unmetConditions(standing, level, view).length === 0)
  return holding ?? levels.at(-1) ?? null
}

function unmetScore(standing: Standing, level: Level, view: View): readonly Unmet[] {
  const value = at(standing.overall, view)
  const needs = level.score / 100
  return value === null || reaches(value, needs) ? [] : [{ code: 'score', value, needs }]
}

function unmetWeakest(standing: Standing, level: Level, view: View): readonly Unmet[] {
  const needs = level.weakest / 100
  return standing.questionnaire.dimensions.flatMap((dimension, index) =>
    standing.partners.flatMap((partner): readonly Unmet[] => {
      const value = at(partner.dimensions[index]?.estimate ?? null, view)
      if (value === null || !isLess(value, needs)) return []
      return [{ code: 'weakest', dimension: dimension.id, partner: partner.id, value, needs }]
    }),
  )
}

function unmetMusts(standing: Standing, level: Level, view: View): readonly Unmet[] {
  const tallies = standing.partners.map((partner) => partner.tally)
  return brokenMusts(standing.questionnaire, tallies, view)
    .filter((broken) => rulesOut(broken.must, level, standing.questionnaire.levels))
    .map((broken) => ({ code: 'must', broken }))
}

function at(estimate: Estimate | null, view: View): number | null {
  return estimate === null ? null : estimate[view]
}
