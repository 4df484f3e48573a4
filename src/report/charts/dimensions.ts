import type { ReportSentence } from '../../words/message.ts'
import type { DimensionRow } from '../dimensions.ts'
import type { Mark } from './mark.ts'

/** The dimensions by partner. */
export interface DimensionsChart {
  readonly about: ReportSentence
  readonly rows: readonly DimensionMarks[]
}

export interface DimensionMarks {
  readonly title: string
  readonly whole: Mark
  /** In the order of the partners; none where the split may not be shown. */
  readonly partners: readonly Mark[]
}

/** Null where nothing is scored. */
export function buildDimensionsChart(rows: readonly DimensionRow[]): DimensionsChart | null {
  const marks = rows.flatMap(({ score, partners }) => [
    score,
    ...partners.map((each) => each.score),
  ])
  if (marks.every(({ value }) => value === null)) return null
  return {
    about: {
      say: 'sentences',
      all: [...describeExtremes(rows), ...describeFurthestApart(rows), ...describeUnscored(rows)],
    },
    rows: rows.map(({ title, score, partners }) => ({
      title,
      whole: { value: score.value, text: score.text },
      partners: partners.map((each) => ({ value: each.score.value, text: each.score.text })),
    })),
  }
}

function describeExtremes(rows: readonly DimensionRow[]): ReportSentence[] {
  const scored = rows.flatMap(({ title, score: { value, text } }) =>
    value === null ? [] : [{ title, value, text }],
  )
  const sorted = scored.toSorted((a, b) => b.value - a.value)
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  if (scored.length === 1) {
    return [{ say: 'chart-one-dimension', title: first.title, score: first.text }]
  }
  if (isNearlyEqual(first.value, last.value)) return [{ say: 'chart-all-alike', score: first.text }]
  const titlesAt = (value: number) =>
    scored.flatMap((row) => (isNearlyEqual(row.value, value) ? [row.title] : []))
  const [highest, lowest] = [titlesAt(first.value), titlesAt(last.value)]
  return [{ say: 'chart-extremes', highest, high: first.text, lowest, low: last.text }]
}

function describeFurthestApart(rows: readonly DimensionRow[]): ReportSentence[] {
  const spreads = rows.flatMap(({ title, partners }) => {
    const scored = partners.flatMap(({ name, score: { value, text } }) =>
      value === null ? [] : [{ name, value, text }],
    )
    const [high, ...others] = scored.toSorted((a, b) => b.value - a.value)
    const low = others.at(-1)
    return high === undefined || low === undefined
      ? []
      : [{ title, high, low, spread: high.value - low.value }]
  })
  const [widest] = spreads.toSorted((a, b) => b.spread - a.spread)
  if (widest === undefined) return []
  if (isNearlyEqual(widest.spread, 0)) return [{ say: 'chart-partners-alike' }]
  const titles = spreads.flatMap(({ title, spread }) =>
    isNearlyEqual(spread, widest.spread) ? [title] : [],
  )
  if (titles.length > 1 && titles.length === spreads.length) return [{ say: 'chart-equally-apart' }]
  const ends = titles.length === 1 ? [widest.high, widest.low] : []
  const marks = ends.map(
    ({ name, text }) => ({ say: 'chart-partner-mark', partner: name, score: text }) as const,
  )
  return [{ say: 'chart-furthest-apart', titles, marks }]
}

function isNearlyEqual(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-7
}

function describeUnscored(rows: readonly DimensionRow[]): ReportSentence[] {
  const titles = rows.flatMap(({ title, score }) => (score.value === null ? [title] : []))
  return titles.length === 0 ? [] : [{ say: 'chart-unscored', titles }]
}
