import { getFormType } from '../model/forms/forms.ts'
import { listQuestions, type Must, type Question } from '../model/questionnaire.ts'
import { type AnswerCounts, countOpen, isApplicable } from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import type { EstimateField } from './estimate.ts'
import { isAtLeast, isLess } from './numbers.ts'
import type { PartnershipScores } from './partnership-scores.ts'

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
  { questionnaire, partners }: PartnershipScores,
  view: EstimateField,
): readonly BrokenMust[] {
  return listQuestions(questionnaire).flatMap((question) => {
    const { must } = question
    if (must === null) return []
    const lowest = findLowestPartner(question, partners, view)
    if (lowest === null) return []
    const broken = lowest.mean === null || !isAtLeast(lowest.mean, must.least)
    return broken ? [{ question, must, ...lowest }] : []
  })
}

function findLowestPartner(
  question: Question,
  partners: PartnershipScores['partners'],
  view: EstimateField,
): Pick<BrokenMust, 'partner' | 'mean'> | null {
  let lowest: Pick<BrokenMust, 'partner' | 'mean'> | null = null
  for (const { id, counts } of partners) {
    const answers = counts.questions.get(question.id)
    if (answers === undefined || !isApplicable(answers)) continue
    const mean = computeAssumedMean(question, answers, view)
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
  answers: AnswerCounts,
  view: EstimateField,
): number | null | 'best' {
  const mean = computeMoments(answers.values)?.mean ?? null
  const scale = getFormType(question.form).findEnds?.(question.form) ?? null
  if (mean === null) return view === 'high' ? 'best' : null
  if (view === 'value' || scale === null) return mean
  const open = countOpen(answers)
  const assumed = view === 'low' ? scale.lowest : scale.highest
  const all = answers.answered + open
  return mean * (answers.answered / all) + assumed * (open / all)
}
