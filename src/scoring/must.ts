import { listQuestions, type Must, type Question } from '../model/questionnaire.ts'
import type { Verdict } from '../model/result.ts'
import { type AnswerCounts, countOpen, getAnswerCounts, isApplicable } from './answer-counts.ts'
import { type Counts, computeMoments } from './counts.ts'
import type { EstimateField } from './estimate.ts'
import { isAtLeast, isLess } from './numbers.ts'
import type { PartnershipScores } from './partnership-scores.ts'

/** A must that is broken, at the partner where the most of those who answered are below it. */
export interface BrokenMust {
  readonly question: Question
  readonly must: Must
  readonly partner: string
  /** People who answered below what it takes, and people who answered. */
  readonly below: number
  readonly of: number
  /** The partner's mean on the question's own scale; null where none of its people answered. */
  readonly mean: number | null
}

/**
 * The musts that are broken at a view, each once, in questionnaire order. One is broken at a partner when half of those of its
 * people who answered, or more, are below it, or when nobody answered and somebody is open. Of several partners the one with the
 * largest share below is named, one without an answer before all, of equals the lowest mean, then the first id.
 * Source: design section 3, rule 5.
 */
export function listBrokenMusts(
  { questionnaire, partners }: PartnershipScores,
  view: EstimateField,
): readonly BrokenMust[] {
  return listQuestions(questionnaire).flatMap((question) => {
    const { must } = question
    if (must === null) return []
    let worst: BrokenMust | null = null
    for (const { id, counts } of partners) {
      const found = judgeMust(must, getAnswerCounts(counts, question.id), view)
      if (found === null) continue
      const broken = { question, must, partner: id, ...found }
      if (worst === null || isWorse(broken, worst)) worst = broken
    }
    return worst ?? []
  })
}

/** Musts that do not apply at a partner, since all of those who were asked said so; in questionnaire order, partners by id. */
export function listLiftedMusts({ questionnaire, partners }: PartnershipScores): Verdict['lifted'] {
  return listQuestions(questionnaire).flatMap(({ id, must }) =>
    must === null
      ? []
      : partners.flatMap(({ id: partner, counts }) => {
          const answers = getAnswerCounts(counts, id)
          const isLifted = !isApplicable(answers) && answers.notApplicable > 0
          return isLifted ? [{ question: id, partner }] : []
        }),
  )
}

/** Do so many people below it break a must? */
export function isBrokenBy(below: number, of: number): boolean {
  return of > 0 && below * 2 >= of
}

/** How many answers are below what a must takes. */
export function countBelow(values: Counts, least: number): number {
  let below = 0
  for (const [value, people] of values) if (!isAtLeast(value, least)) below += people
  return below
}

/** Null where it is not broken. At the bounds the open answers count among those who answered. */
function judgeMust(
  { least }: Must,
  answers: AnswerCounts,
  view: EstimateField,
): Pick<BrokenMust, 'below' | 'of' | 'mean'> | null {
  if (!isApplicable(answers)) return null
  const open = view === 'value' ? 0 : countOpen(answers)
  const below = countBelow(answers.values, least) + (view === 'low' ? open : 0)
  const of = answers.answered + open
  const mean = computeMoments(answers.values)?.mean ?? null
  if (of === 0) return { below, of, mean }
  return isBrokenBy(below, of) ? { below, of, mean } : null
}

function isWorse(one: BrokenMust, other: BrokenMust): boolean {
  const [a, b] = [getShareBelow(one), getShareBelow(other)]
  if (isLess(b, a) || isLess(a, b)) return isLess(b, a)
  return one.mean !== null && other.mean !== null && isLess(one.mean, other.mean)
}

/** Of nobody's answers more than all. */
function getShareBelow({ below, of }: BrokenMust): number {
  return of === 0 ? 2 : below / of
}
