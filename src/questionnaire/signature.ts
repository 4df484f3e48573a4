import type { Question } from '../model/questionnaire.ts'

/**
 * What a question's answers mean as numbers: `rating 1-5`, `yes-no`, `rating 1-5 reversed`. An answer given under one
 * signature cannot be read under another; a corrected wording changes nothing. Written to a response under `x-scales`.
 */
export function getScaleSignature(question: Question): string {
  const { form } = question
  const scale = form.type === 'rating' ? `rating 1-${form.values.length}` : form.type
  return question.reverse ? `${scale} reversed` : scale
}
