import type { Choice, Form, Question } from '../model/questionnaire.ts'
import type { Value } from '../model/response.ts'

/**
 * A question's score for one answer, 0..1, or null where it has none (texts, lists, tables; choices and numbers without
 * scores). Contract: design section 3, rule 1.
 */
export function scoreOf(question: Question, value: Value): number | null {
  const score = question.scored ? plainScore(question.form, value) : null
  return score === null || !question.reverse ? score : 1 - score
}

/** An answer as a number on its question's own scale, yes 1 and no 0, before reversing; null for all that is no number. */
export function numberOf(question: Question, value: Value): number | null {
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
export function scaleOf(form: Form): { readonly lowest: number; readonly highest: number } | null {
  switch (form.type) {
    case 'rating':
      return form.values.length < 2 ? null : ends(form.values.map((each) => each.value))
    case 'yes-no':
      return { lowest: 0, highest: 1 }
    case 'number':
      return form.from === null || form.to === null ? null : ends([form.from, form.to])
    default:
      return null
  }
}

function plainScore(form: Form, value: Value): number | null {
  switch (form.type) {
    case 'rating': {
      const scale = scaleOf(form)
      if (scale === null || typeof value !== 'number') return null
      return share(value, scale.lowest, scale.highest)
    }
    case 'yes-no':
      return typeof value === 'boolean' ? Number(value) : null
    case 'choice':
      return typeof value === 'string' ? choicesScore(form.choices, [value]) : null
    case 'choices':
      return Array.isArray(value) ? choicesScore(form.choices, value) : null
    case 'number':
      if (form.from === null || form.to === null || typeof value !== 'number') return null
      return share(value, form.from, form.to)
    default:
      return null
  }
}

/** How far from one end to the other, within 0 and 1; ends may fall. Halves keep the widest ranges finite. */
function share(value: number, from: number, to: number): number {
  const way = value / 2 - from / 2
  const whole = to / 2 - from / 2
  return whole === 0 ? 0 : within(way / whole)
}

/** Sums in the order of the questionnaire, whatever the order of the answer; a choice without a score adds nothing. */
function choicesScore(choices: readonly Choice[], ids: readonly unknown[]): number {
  let total = 0
  for (const choice of choices) if (ids.includes(choice.id)) total += choice.score ?? 0
  return within(total)
}

function within(score: number): number {
  return Math.min(1, Math.max(0, score))
}

function ends(values: readonly number[]): { readonly lowest: number; readonly highest: number } {
  return { lowest: Math.min(...values), highest: Math.max(...values) }
}
