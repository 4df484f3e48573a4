import type { ReportSentence, ReportText } from '../../words/message.ts'
import type { DimensionRow } from '../dimensions.ts'
import type { ScoredContext } from '../report-context.ts'

/** How far the open answers can still move each dimension. */
export interface BoundsChart {
  readonly about: ReportSentence
  readonly rows: readonly BoundsMarks[]
}

export interface BoundsMarks {
  readonly title: string
  /** 0..100 */
  readonly low: number
  readonly high: number
  readonly value: number | null
  /** `55.7–57.8`, or the one score where nothing is open. */
  readonly text: ReportText
  /** `98 %` */
  readonly coverage: ReportText
}

/** Null where nothing is open. */
export function buildBoundsChart(
  { result }: ScoredContext,
  rows: readonly DimensionRow[],
): BoundsChart | null {
  if (rows.every(({ score }) => score.bounds === null)) return null
  const marks = rows.flatMap(({ id, title, score: shown }) => {
    const {
      low = null,
      high = null,
      value = null,
    } = result.dimensions.find((dimension) => dimension.id === id)?.score ?? {}
    if (low === null || high === null) return []
    return [{ title, low, high, value, text: shown.bounds ?? shown.text, coverage: shown.coverage }]
  })
  return { about: describeBounds(marks), rows: marks }
}

function describeBounds(marks: readonly BoundsMarks[]): ReportSentence {
  const open = marks.filter(({ low, high }) => high - low > 1e-9)
  const [widest] = open.toSorted((a, b) => b.high - b.low - (a.high - a.low))
  const rest = marks.length - open.length
  const all: ReportSentence[] = []
  if (widest !== undefined) {
    const { title, coverage, text: range } = widest
    all.push({ say: 'chart-bounds-widest', title, coverage, range })
  }
  if (rest > 0) all.push({ say: 'chart-bounds-answered', rest })
  return { say: 'sentences', all }
}
