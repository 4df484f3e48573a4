import type { ReportSentence } from '../words/message.ts'
import type { ReportContext } from './report-context.ts'

/** Which levels the open answers leave; null where they leave one or none. */
export function describeLevelRange({
  questionnaire,
  result,
  names,
}: ReportContext): ReportSentence | null {
  const { levelLow, levelHigh } = result.verdict
  if (levelLow === null || levelHigh === null || levelLow === levelHigh) return null
  const findRank = (level: string) => questionnaire.levels.findIndex(({ id }) => id === level)
  const isWide = findRank(levelLow) - findRank(levelHigh) > 1
  return {
    say: isWide ? 'any-level-between' : 'either-level',
    low: names.level(levelLow),
    high: names.level(levelHigh),
  }
}
