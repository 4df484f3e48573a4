import type { QuestionPartner } from '../model/result.ts'
import type { ReportText } from '../words/message.ts'
import type { ScoredContext } from './report-context.ts'

export interface Strength {
  readonly question: string
  readonly ask: string
  readonly score: ReportText
}

const minStrongScore = 75
const maxStrengths = 5

/** Questions at 75 or more, at every partner that is shown; the highest first, in questionnaire order among equals. */
export function listStrengths({ result, names, figures }: ScoredContext): readonly Strength[] {
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
