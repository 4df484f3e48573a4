import type { ReportSentence } from '../words/message.ts'
import type { ShownContext } from './report-context.ts'

/** How far the verdict hangs on one person: the score and the level without any one of them. None where it was not worked out. */
export function describeFirmness({
  result,
  names,
  figures,
  respondentCount,
}: ShownContext): readonly ReportSentence[] {
  const { withoutOne, level } = result.verdict
  if (withoutOne.of === null) return []
  const { of, low, high, levels } = withoutOne
  const score: readonly ReportSentence[] =
    low === null || high === null
      ? []
      : [
          {
            say: 'firm-score',
            of,
            areAll: of === respondentCount,
            low: figures.score(low),
            high: figures.score(high),
          },
        ]
  const others = levels.filter((own) => own.level !== level)
  if (others.length === 0) return [...score, { say: 'firm-level' }]
  return [
    ...score,
    {
      say: 'border-level',
      others: others.map((own) => ({
        say: 'border-of-level',
        level: own.level === null ? null : names.level(own.level),
        count: own.count,
        of,
      })),
    },
  ]
}
