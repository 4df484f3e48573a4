import { getFormType } from '../model/forms/forms.ts'
import {
  type Level,
  listQuestions,
  type Must,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import { type AnswerCounts, countOpen, isApplicable, type PartnerCounts } from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import type { EstimateField } from './estimate.ts'
import { isAtLeast, isLess } from './numbers.ts'

/** A must that is broken, at the partner with the lowest mean. */
export interface BrokenMust {
  readonly question: Question
  readonly must: Must
  readonly partner: string
  /** The partner's mean on the question's own scale; null where none of its people answered. */
  readonly mean: number | null
}

/**
 * The musts that are broken at a view, each once, in questionnaire order: at its lowest partner, one without an answer
 * before all, of equals the first id. A partner to whom the question does not apply breaks none. Design section 3, rule 5.
 */
export function listBrokenMusts(
  questionnaire: Questionnaire,
  partners: readonly PartnerCounts[],
  view: EstimateField,
): readonly BrokenMust[] {
  return listQuestions(questionnaire).flatMap((question) => {
    if (question.must === null) return []
    const lowest = findLowestPartner(question, partners, view)
    if (lowest === null) return []
    const { must } = question
    const broken = lowest.mean === null || !isAtLeast(lowest.mean, must.least)
    return broken ? [{ question, must, ...lowest }] : []
  })
}

/** Does a must, while it is broken, keep the partnership under this level? */
export function isLevelRuledOut(must: Must, level: Level, levels: readonly Level[]): boolean {
  const cap = levels.findIndex((each) => each.id === must.cap)
  return levels.indexOf(level) < cap
}

interface LowestPartner {
  readonly partner: string
  readonly mean: number | null
}

function findLowestPartner(
  question: Question,
  partners: readonly PartnerCounts[],
  view: EstimateField,
): LowestPartner | null {
  let lowest: LowestPartner | null = null
  for (const { id, questions } of partners) {
    const tally = questions.get(question.id)
    if (tally === undefined || !isApplicable(tally)) continue
    const mean = computeAssumedMean(question, tally, view)
    if (mean === 'best') continue
    if (lowest === null || isLower(mean, lowest.mean)) lowest = { partner: id, mean }
  }
  return lowest
}

function isLower(mean: number | null, other: number | null): boolean {
  if (other === null) return false
  return mean === null || isLess(mean, other)
}

/** The mean with every open answer at the worst or best of its scale; without any answer null, or the best there is. */
function computeAssumedMean(
  question: Question,
  tally: AnswerCounts,
  view: EstimateField,
): number | null | 'best' {
  const mean = computeMoments(tally.values)?.mean ?? null
  const scale = getFormType(question.form).findEnds?.(question.form) ?? null
  if (mean === null) return view === 'high' ? 'best' : null
  if (view === 'value' || scale === null) return mean
  const open = countOpen(tally)
  const assumed = view === 'low' ? scale.lowest : scale.highest
  const all = tally.answered + open
  return mean * (tally.answered / all) + assumed * (open / all)
}
