import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, clipLongText, createAdvice, getMatchSpan } from './advice-input.ts'

/** "We do not fail to tell": does whoever agrees tell, or not? */
export function checkDoubleNegative({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  const match = pattern.exec(clipLongText(file.ask))
  if (match === null) return []
  return [
    createAdvice(origin, ['ask'], {
      id: 'question.double-negative',
      message: { say: 'double-negative', text: match[0].replaceAll(/\s+/g, ' ') },
      fix: { say: 'double-negative-fix' },
      within: getMatchSpan(match),
    }),
  ]
}

const negation = "(?:not|never|cannot|no longer|[a-z]+n['’]t)"
const secondNegation =
  '(?:not|never|fail(?:s|ed)? to|without|unable|unwilling|unclear|unfair|unlikely|unaware|nobody|nothing|no one|none|refuse(?:s|d)?|avoid(?:s|ed)?|lack(?:s|ed)?)'
const pattern = new RegExp(`\\b${negation} (?:[a-z]+ ){0,2}${secondNegation}\\b`, 'i')
