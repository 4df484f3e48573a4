import type { Choice, Form, Question } from '../model/questionnaire.ts'
import type { Value } from '../model/response.ts'

/**
 * A question's score for one answer, 0..1, or null where it has none (texts, lists, tables; choices and numbers without
 * scores). Contract: design section 3, rule 1.
 */
export function scoreAnswer(question: Question, value: Value): number | null {
  const score = question.scored ? scoreUnreversed(question.form, value) : null
  return score === null || !question.reverse ? score : 1 - score
}

/** An answer as a number on its question's own scale, yes 1 and no 0, before reversing; null for all that is no number. */
export function toScaleNumber(question: Question, value: Value): number | null {
  switch (question.form.type) {
    case 'rating':
    case 'number':
      return typeof value === 'number' ? value : null
    case 'yes-no':
      return typeof value === 'boolean' ? Number(value) : null
    default:
      return null
  }
}

/** Both ends of a question's own scale: ratings 1 to 10 at most, yes-no 0 and 1, numbers their `from` and `to`. */
export function getScale(form: Form): { readonly lowest: number; readonly highest: number } | null {
  switch (form.type) {
    case 'rating':
      return form.values.length < 2 ? null : getExtremes(form.values.map((each) => each.value))
    case 'yes-no':
      return { lowest: 0, highest: 1 }
    case 'number':
      return form.from === null || form.to === null ? null : getExtremes([form.from, form.to])
    default:
      return null
  }
}

function scoreUnreversed(form: Form, value: Value): number | null {
  switch (form.type) {
    case 'rating': {
      const scale = getScale(form)
      if (scale === null || typeof value !== 'number') return null
      return toShare(value, scale.lowest, scale.highest)
    }
    case 'yes-no':
      return typeof value === 'boolean' ? Number(value) : null
    case 'choice':
      return typeof value === 'string' ? scoreChoices(form.choices, [value]) : null
    case 'choices':
      return Array.isArray(value) ? scoreChoices(form.choices, value) : null
    case 'number':
      if (form.from === null || form.to === null || typeof value !== 'number') return null
      return toShare(value, form.from, form.to)
    default:
      return null
  }
}

/** How far from one end to the other, within 0 and 1; ends may fall. Halves keep the widest ranges finite. */
function toShare(value: number, from: number, to: number): number {
  const way = value / 2 - from / 2
  const whole = to / 2 - from / 2
  return whole === 0 ? 0 : clampShare(way / whole)
}

/** Sums in the order of the questionnaire, whatever the order of the answer; a choice without a score adds nothing. */
function scoreChoices(choices: readonly Choice[], ids: readonly unknown[]): number {
  let total = 0
  for (const choice of choices) if (ids.includes(choice.id)) total += choice.score ?? 0
  return clampShare(total)
}

function clampShare(score: number): number {
  return Math.min(1, Math.max(0, score))
}

function getExtremes(values: readonly number[]): {
  readonly lowest: number
  readonly highest: number
} {
  return { lowest: Math.min(...values), highest: Math.max(...values) }
}
