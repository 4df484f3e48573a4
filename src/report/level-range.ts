import type { ReportContext } from './report-context.ts'

/**
 * Which levels the open answers leave, in words: `“Emerging” or “Ready”`, with a third between them `anything from
 * “Emerging” to “Ready”`; null where they leave one or none.
 */
export function describeLevelRange({ questionnaire, result, names }: ReportContext): string | null {
  const { levelLow, levelHigh } = result.verdict
  if (levelLow === null || levelHigh === null || levelLow === levelHigh) return null
  const [low, high] = [names.level(levelLow), names.level(levelHigh)]
  const placeOf = (level: string) => questionnaire.levels.findIndex(({ id }) => id === level)
  return placeOf(levelLow) - placeOf(levelHigh) > 1
    ? `anything from “${low}” to “${high}”`
    : `“${low}” or “${high}”`
}
