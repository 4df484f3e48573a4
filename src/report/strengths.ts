import type { QuestionPartner } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import type { ScoredContext } from './report-context.ts'

/** What is lowest, and what every partner rates high. */
interface StrengthsAndWeakness {
  /** The dimension with the lowest score; null where one is not scored, or all are alike. */
  readonly lowest: ReportSentence | null
  readonly strongest: readonly Strength[]
}

interface Strength {
  readonly question: string
  readonly ask: string
  readonly score: ReportText
}

const minStrongScore = 75
const maxStrengths = 5
/** Of equally low ones the first three are named. */
const maxLowest = 3

export function buildStrengths(context: ScoredContext): StrengthsAndWeakness {
  return { lowest: describeLowest(context), strongest: listStrengths(context) }
}

/** None where a dimension is too open to be scored: it may be the lower one. */
function describeLowest({ result, names, figures }: ScoredContext): ReportSentence | null {
  const scored = result.dimensions.flatMap(({ id, score: { value } }) =>
    value === null ? [] : [{ id, value }],
  )
  const isOpen = result.dimensions.some(
    ({ score: { value, reason } }) => value === null && reason !== 'not-applicable',
  )
  const least = Math.min(...scored.map(({ value }) => value))
  const lowest = scored.filter(({ value }) => value < least + 1e-7)
  if (isOpen || lowest.length === scored.length) return null
  return {
    say: 'lowest-dimensions',
    dimensions: lowest.slice(0, maxLowest).map(({ id }) => names.dimension(id)),
    more: Math.max(0, lowest.length - maxLowest),
    score: figures.score(least),
  }
}

/** Questions at 75 or more, at every partner that is shown; the highest first, in questionnaire order among equals. */
function listStrengths({ result, names, figures }: ScoredContext): readonly Strength[] {
  const strong =
    result.hidden === undefined
      ? result.questions.filter(({ partners }) => partners.every(isRatedHigh))
      : result.questions
  return strong
    .flatMap(({ id, score }) => (isStrong(score) ? [{ id, score: score ?? 0 }] : []))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, maxStrengths)
    .map(({ id, score }) => ({ question: id, ask: names.ask(id), score: figures.score(score) }))
}

function isStrong(score: number | null): boolean {
  return score !== null && score >= minStrongScore - 1e-9
}

/** By more people than have left it open; a partner to which the question does not apply takes nothing away. */
function isRatedHigh({ score, answered, dontKnow, skipped }: QuestionPartner): boolean {
  if (answered === null) return false
  const open = (dontKnow ?? 0) + (skipped ?? 0)
  return answered + open === 0 || (isStrong(score) && answered > open)
}
