import type { Path } from '../../model/finding.ts'
import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, createAdvice, getMatchSpan, listWordings } from './advice-input.ts'
import { plainWordsForJargon } from './plain-words.ts'

/** Jargon that some readers have to guess at, with the plain word. */
export function checkJargon(question: AdvisedQuestion): readonly SourcedFinding[] {
  return listWordings(question).flatMap(({ text, path }) => [
    ...checkAbbreviations(question, text, path),
    ...patterns.flatMap(({ pattern, plain }) =>
      [...text.matchAll(pattern)].map((match) =>
        createAdvice(question.origin, path, {
          id: 'question.jargon',
          message: { say: 'jargon-used', text: match[0].replaceAll(/\s+/g, ' ') },
          fix: { say: 'jargon-fix', plain },
          within: getMatchSpan(match),
        }),
      ),
    ),
  ])
}

/** Abbreviations that nobody spells out; one in brackets after its words is explained. */
function checkAbbreviations(
  { origin }: AdvisedQuestion,
  text: string,
  path: Path,
): readonly SourcedFinding[] {
  const isShouted = text === text.toUpperCase()
  return [...text.matchAll(/(?<!\()\b[A-Z][A-Z&]{1,4}s?\b/g)]
    .filter(([word]) => !isShouted && !wellKnownAbbreviations.has(word) && !isJargon(word))
    .filter(([word]) => !text.includes(`(${word})`))
    .map((match) =>
      createAdvice(origin, path, {
        id: 'question.jargon',
        message: { say: 'abbreviation-used', text: match[0] },
        fix: { say: 'abbreviation-fix' },
        within: getMatchSpan(match),
      }),
    )
}

const wellKnownAbbreviations: ReadonlySet<string> = new Set(
  'AI CO2 EU GB HR ID IT NGO NGOs NHS NO OK OR PC PDF TV UK UN US USA VAT WHO'.split(' '),
)

function isJargon(word: string): boolean {
  return patterns.some(({ pattern }) => word.search(pattern) === 0)
}

const patterns = plainWordsForJargon.map(([word, plain]) => ({
  pattern: new RegExp(`\\b(?:${word.replaceAll(' ', '\\s+')})\\b`, 'gi'),
  plain,
}))
