import { isPlaceholder } from '../../expression/language/placeholder.ts'
import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, createAdvice, listWordings } from './advice-input.ts'

/** Texts of a question that only hold the place of one still to be written, as those of a template. */
export function checkPlaceholders(question: AdvisedQuestion): readonly SourcedFinding[] {
  return listWordings(question)
    .filter(({ text }) => isPlaceholder(text))
    .map(({ path }) =>
      createAdvice(question.origin, path, {
        id: 'question.placeholder',
        message: { say: 'placeholder-text' },
        fix: { say: 'placeholder-text-fix' },
        severity: 'info',
      }),
    )
}
