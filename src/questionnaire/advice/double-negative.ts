import type { SourcedFinding } from '../sourced.ts'
import { type AdvisedQuestion, advice, beginningOf, spanOf } from './advised.ts'

/** "We do not fail to tell": does whoever agrees tell, or not? */
export function doubleNegative({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  const match = pattern.exec(beginningOf(file.ask))
  if (match === null) return []
  return [
    advice(origin, ['ask'], {
      id: 'question.double-negative',
      message: `"${match[0].replaceAll(/\s+/g, ' ')}" says no twice`,
      fix: 'Say what is done, rather than what is not left undone',
      within: spanOf(match),
    }),
  ]
}

const no = "(?:not|never|cannot|no longer|[a-z]+n['’]t)"
const again =
  '(?:not|never|fail(?:s|ed)? to|without|unable|unwilling|unclear|unfair|unlikely|unaware|nobody|nothing|no one|none|refuse(?:s|d)?|avoid(?:s|ed)?|lack(?:s|ed)?)'
const pattern = new RegExp(`\\b${no} (?:[a-z]+ ){0,2}${again}\\b`, 'i')
