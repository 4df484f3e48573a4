import { isPlaceholder } from '../../expression/language/placeholder.ts'
import type { SourcedFinding } from '../sourced.ts'
import { type AdvisedQuestion, advice, wordingsOf } from './advised.ts'

/** Texts of a question that only hold the place of one still to be written, as those of a template. */
export function placeholders(question: AdvisedQuestion): readonly SourcedFinding[] {
  return wordingsOf(question)
    .filter(({ text }) => isPlaceholder(text))
    .map(({ path }) =>
      advice(question.origin, path, {
        id: 'question.placeholder',
        message: 'This is still to be written',
        fix: 'Put in what people are to read',
        severity: 'info',
      }),
    )
}
