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
  const [first, ...more] = others
  if (first === undefined)
    return [...score, { say: 'firm-level', of: score.length === 0 ? of : null }]
  if (first.level === null && more.length === 0) {
    return [...score, { say: 'level-of-few', times: first.count, of }]
  }
  const named = others.map(
    (own): ReportSentence => ({
      say: 'border-of-level',
      level: own.level === null ? null : names.level(own.level),
      times: own.count,
      of,
    }),
  )
  return [...score, { say: 'border-level', others: named }]
}
