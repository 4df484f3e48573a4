import type { Level } from '../model/questionnaire.ts'
import type { WithoutOne } from '../model/result.ts'
import { countResponses, type PartnerCounts, type Person } from './answer-counts.ts'
import { toPercent } from './estimate.ts'
import { findLevelBounds } from './level.ts'
import { joinPartners, type PartnershipScores, scorePartner } from './partnership-scores.ts'

const maxRespondents = 1000

/**
 * How firm the verdict is: the overall score and the level of the same responses without each respondent whose partner has two or
 * more. Null, with the first reason that holds. `people` is null where they were too many to be kept. Source: design section 3, rule 9.
 */
export function scoreWithoutEachOne(
  scores: PartnershipScores,
  people: readonly Person[] | null,
  { level, minGroup }: { readonly level: Level | null; readonly minGroup: number },
): WithoutOne {
  if (minGroup > 1) return { of: null, reason: 'private' }
  if (level === null) return { of: null, reason: 'not-scored' }
  if (people === null || people.length > maxRespondents) return { of: null, reason: 'many' }
  const outcomes = scores.partners.flatMap(({ id }) => {
    const own = people.filter(({ response }) => response.partner === id)
    return own.length < 2 ? [] : own.map((left) => scoreWithout(scores, own, left))
  })
  if (outcomes.length === 0) return { of: null, reason: 'too-few' }
  const values = outcomes.flatMap(({ value }) => value ?? [])
  const areAllScored = values.length === outcomes.length
  return {
    of: outcomes.length,
    low: areAllScored ? Math.min(...values) : null,
    high: areAllScored ? Math.max(...values) : null,
    levels: countLevels(
      outcomes.map((outcome) => outcome.level),
      scores.questionnaire.levels,
    ),
  }
}

interface Outcome {
  /** On 0..100. */
  readonly value: number | null
  readonly level: string | null
}

function scoreWithout(
  { questionnaire, partners, quorum }: PartnershipScores,
  own: readonly Person[],
  left: Person,
): Outcome {
  const [counts] = countResponses(
    questionnaire,
    own.filter((person) => person !== left),
  )
  const rest = joinPartners(
    questionnaire,
    partners.map((partner) =>
      partner.id === left.response.partner && isPresent(counts)
        ? scorePartner(questionnaire, counts)
        : partner,
    ),
    quorum,
  )
  return {
    value: toPercent(rest.overall?.value ?? null),
    level: findLevelBounds(rest).level?.id ?? null,
  }
}

function isPresent(counts: PartnerCounts | undefined): counts is PartnerCounts {
  return counts !== undefined
}

/** From the highest down, none last; those that occur. */
function countLevels(found: readonly (string | null)[], levels: readonly Level[]) {
  return [...levels.map(({ id }) => id), null].flatMap((level) => {
    const count = found.filter((each) => each === level).length
    return count === 0 ? [] : [{ level, count }]
  })
}
