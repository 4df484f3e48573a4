import { getFormType } from '../model/forms/forms.ts'
import type { Question } from '../model/questionnaire.ts'
import type { Value } from '../model/response.ts'

/**
 * A question's score for one answer, 0..1, or null where it has none (texts, lists, tables; choices and numbers without
 * scores). Contract: design section 3, rule 1.
 */
export function scoreAnswer({ form, scored, reverse }: Question, value: Value): number | null {
  const score = scored ? (getFormType(form).score?.(form, value) ?? null) : null
  return score === null || !reverse ? score : 1 - score
}

/** An answer as a number on its question's own scale, yes 1 and no 0, before reversing; null for all that is no number. */
export function toScaleNumber(value: Value): number | null {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'number' ? value : null
}

/** The best score that an answer to a question can have, 0..1; 1 where it has no score. */
export function getBestScore({ form }: Pick<Question, 'form'>): number {
  if (form.type === 'choice') return Math.max(...form.choices.map(({ score }) => score ?? 0))
  if (form.type !== 'choices') return 1
  const all = form.choices.reduce((sum, { score }) => sum + Math.max(0, score ?? 0), 0)
  return Math.min(1, all)
}
