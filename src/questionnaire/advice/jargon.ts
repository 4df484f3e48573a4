import type { SourcedFinding } from '../sourced.ts'
import { type AdvisedQuestion, advice, spanOf, wordingsOf } from './advised.ts'
import { plainWords } from './plain-words.ts'

/** Words of the trade that some readers guess at, with the plain word. */
export function jargon(question: AdvisedQuestion): readonly SourcedFinding[] {
  return wordingsOf(question).flatMap(({ text, path }) =>
    patterns.flatMap(({ pattern, plain }) =>
      [...text.matchAll(pattern)].map((match) =>
        advice(question.origin, path, {
          id: 'question.jargon',
          message: `"${match[0].replaceAll(/\s+/g, ' ')}" is jargon; some readers will guess at it`,
          fix: `Say ${plain}`,
          within: spanOf(match),
        }),
      ),
    ),
  )
}

const patterns = plainWords.map(([word, plain]) => ({
  pattern: new RegExp(`\\b(?:${word.replaceAll(' ', '\\s+')})\\b`, 'gi'),
  plain,
}))
