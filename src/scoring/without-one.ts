import type { Level } from '../model/questionnaire.ts'
import type { WithoutOne } from '../model/result.ts'
import { countResponses, type PartnerCounts, type Person, subtractCounts } from './answer-counts.ts'
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
  const groups = new Map(scores.partners.map(({ id, counts }) => [id, counts]))
  const outcomes = people.flatMap((person) => {
    const group = groups.get(person.response.partner)
    return group === undefined || group.respondents < 2 ? [] : scoreWithout(scores, group, person)
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
  group: PartnerCounts,
  person: Person,
): Outcome {
  const rest = countResponses(questionnaire, [person]).map((own) =>
    scorePartner(questionnaire, subtractCounts(group, own)),
  )
  const scores = joinPartners(
    questionnaire,
    partners.map((partner) => rest.find(({ id }) => id === partner.id) ?? partner),
    quorum,
  )
  return {
    value: toPercent(scores.overall?.value ?? null),
    level: findLevelBounds(scores).level?.id ?? null,
  }
}

/** From the highest down, none last; those that occur. */
function countLevels(found: readonly (string | null)[], levels: readonly Level[]) {
  return [...levels.map(({ id }) => id), null].flatMap((level) => {
    const count = found.filter((each) => each === level).length
    return count === 0 ? [] : [{ level, count }]
  })
}
