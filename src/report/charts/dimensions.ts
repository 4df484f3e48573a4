import type { DimensionRow } from '../dimensions.ts'
import { formatList, formatQuantity } from '../display-names.ts'
import type { Mark } from './mark.ts'

/** The dimensions by partner. */
export interface DimensionsChart {
  readonly about: string
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
    about: [
      ...describeExtremes(rows),
      ...describeFurthestApart(rows),
      ...describeUnscored(rows),
    ].join(' '),
    rows: rows.map(({ title, score, partners }) => ({
      title,
      whole: { value: score.value, text: score.text },
      partners: partners.map((each) => ({ value: each.score.value, text: each.score.text })),
    })),
  }
}

function describeExtremes(rows: readonly DimensionRow[]): string[] {
  const scored = rows.flatMap(({ title, score: { value, text } }) =>
    value === null ? [] : [{ title, value, text }],
  )
  const sorted = scored.toSorted((a, b) => b.value - a.value)
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  if (scored.length === 1) return [`${first.title} stands at ${first.text}.`]
  if (isNearlyEqual(first.value, last.value)) return [`All that are scored stand at ${first.text}.`]
  const titlesAt = (value: number) =>
    scored.flatMap((row) => (isNearlyEqual(row.value, value) ? [row.title] : []))
  const highest = titlesAt(first.value)
  return [
    `${formatList(highest)} ${highest.length === 1 ? 'stands' : 'stand'} highest with ${first.text}, ${formatList(titlesAt(last.value))} lowest with ${last.text}.`,
  ]
}

function describeFurthestApart(rows: readonly DimensionRow[]): string[] {
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
  if (isNearlyEqual(widest.spread, 0)) return ['The partners see every dimension alike.']
  const titles = spreads.flatMap(({ title, spread }) =>
    isNearlyEqual(spread, widest.spread) ? [title] : [],
  )
  const { high, low } = widest
  const figures = titles.length === 1 ? `: ${high.name} ${high.text}, ${low.name} ${low.text}` : ''
  return [`The partners are furthest apart on ${formatList(titles)}${figures}.`]
}

function isNearlyEqual(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-7
}

function describeUnscored(rows: readonly DimensionRow[]): string[] {
  const titles = rows.flatMap(({ title, score }) => (score.value === null ? [title] : []))
  if (titles.length === 0) return []
  return [
    `${formatQuantity(titles.length, 'dimension has', 'dimensions have')} no score: ${formatList(titles)}.`,
  ]
}
