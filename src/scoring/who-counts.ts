import { hasScore, listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { ActiveQuestionFinder, Response } from '../model/response.ts'
import type { ShownResult } from '../model/result.ts'
import { findAnswer } from './answer-counts.ts'
import { compareIds } from './numbers.ts'

/** A response, with the file that a reader can look it up in. */
export interface FiledResponse {
  readonly response: Response
  readonly file: string
}

/** A response that does not count, and why. */
export type LeftOut = ShownResult['leftOut'][number]

interface WhoCounts<T extends FiledResponse> {
  readonly counted: readonly T[]
  /** By partner, then respondent. */
  readonly leftOut: readonly LeftOut[]
}

export interface WhoCountsRules {
  readonly questionnaire: Questionnaire
  readonly asked: ActiveQuestionFinder
  /** Do those count too of which the only fault is that they are not finished? */
  readonly withUnfinished: boolean
}

/**
 * Who counts: a response that is finished, or has an entry for every scored question it is asked. One that is excluded, empty or
 * unfinished is left out, with the first of these reasons. Nothing after this sees those left out. Source: design section 3, rule 0.
 */
export function settleWhoCounts<T extends FiledResponse>(
  all: readonly T[],
  rules: WhoCountsRules,
): WhoCounts<T> {
  const counted: T[] = []
  const leftOut: LeftOut[] = []
  for (const filed of all) {
    const reason = findReasonToLeaveOut(filed.response, rules)
    if (reason === null) counted.push(filed)
    else leftOut.push(describeLeftOut(filed, reason))
  }
  return { counted, leftOut: leftOut.sort(compareLeftOut) }
}

/** By partner, then respondent, then file. */
export function compareLeftOut(a: LeftOut, b: LeftOut): number {
  return (
    compareIds(a.partner, b.partner) ||
    compareIds(a.respondent, b.respondent) ||
    compareIds(a.file, b.file)
  )
}

/** Null where the response counts. */
export function findReasonToLeaveOut(
  response: Response,
  { questionnaire, asked, withUnfinished }: WhoCountsRules,
): LeftOut['reason'] | null {
  if (response.excluded !== null) return 'excluded'
  if (response.answers.size === 0) return 'empty'
  if (withUnfinished || response.completed !== null) return null
  return hasEveryEntry(response, questionnaire, asked(response)) ? null : 'unfinished'
}

/** Where no scored question is asked there is nothing to be complete in. */
function hasEveryEntry(
  response: Response,
  questionnaire: Questionnaire,
  asked: ReadonlySet<string>,
): boolean {
  if (!hasScore(questionnaire)) return false
  const scored = listQuestions(questionnaire).filter((each) => each.scored && asked.has(each.id))
  return scored.length > 0 && scored.every(({ id }) => findAnswer({ response, asked }, id) !== null)
}

function describeLeftOut({ response, file }: FiledResponse, reason: LeftOut['reason']): LeftOut {
  const { partner, respondent, excluded } = response
  return { partner, respondent: respondent.id, file, reason, note: excluded }
}
