import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, createAdvice } from './advice-input.ts'

/** The same words asked twice: the second answer says nothing new, and people feel that nobody listens. */
export function checkRepeatedQuestions(
  questions: readonly AdvisedQuestion[],
): readonly SourcedFinding[] {
  const seen = new Map<string, string>()
  return questions.flatMap(({ file, question, origin }) => {
    const key = file.ask.replaceAll(/\s+/g, ' ').trim().toLowerCase()
    const other = seen.get(key)
    seen.set(key, other ?? question.id)
    if (other === undefined) return []
    const message = { say: 'question-repeated', id: other } as const
    const fix = { say: 'question-repeated-fix' } as const
    return [createAdvice(origin, ['ask'], { id: 'question.repeated', message, fix })]
  })
}
