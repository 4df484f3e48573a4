import type { Element } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import type { Mark } from '../../../report/charts/mark.ts'
import type { TrendChart, TrendMarks } from '../../../report/charts/trend.ts'
import { fitted } from './fitted.ts'
import { colourOf, mark } from './marks.ts'
import { scaled } from './scale.ts'
import { group, line, type Point, path, picture, shifted, words } from './svg.ts'

const [perRow, cell, height] = [3, 120, 136]
const [left, right, top, bottom] = [35, 85, 28, 122]
/** Two figures closer than this would stand on each other. */
const between = 9

/** A small drawing for the whole and each dimension, from the oldest point on the left to now; one line for each partner. */
export function slopes({ partners }: Charts, chart: TrendChart): Element {
  const rows = Math.ceil(chart.rows.length / perRow)
  const small = chart.rows.map((row, index) =>
    group(
      shifted({ x: (index % perRow) * cell, y: Math.floor(index / perRow) * height }),
      ...panel(row, chart, partners.length),
    ),
  )
  return picture(
    {
      id: 'chart:trend',
      title: 'The scores over time, as slopes',
      about: chart.about,
      width: perRow * cell,
      height: rows * height + 2,
    },
    ...small,
  )
}

function panel(row: TrendMarks, { points }: TrendChart, partners: number): Element[] {
  const y = scaled(bottom, top)
  const x = (index: number) => left + ((right - left) * index) / (points.length - 1)
  const lines = partners > 1 ? row.partners : [row.whole]
  const title = fitted(row.title, cell - 12)[0] ?? ''
  return [
    words(title, { x: 4, y: 14 }, 'strong'),
    ...[0, 50, 100].map((at) => line({ x: left, y: y(at) }, { x: right, y: y(at) }, 'grid')),
    ...lines.flatMap((marks, index) => slope(marks, partners > 1 ? index : null, { x, y })),
    ...endWords(lines, 0, { x: left - 7, y }, 'end'),
    ...endWords(lines, points.length - 1, { x: right + 7, y }, 'start'),
  ]
}

interface Setting {
  readonly x: (index: number) => number
  readonly y: (score: number) => number
}

/** A line breaks off where there is no score. */
function slope(marks: readonly Mark[], partner: number | null, { x, y }: Setting): Element[] {
  const className = [partner === null ? 'one' : colourOf(partner)]
  const at = marks.map(({ value }, index): Point | null =>
    value === null ? null : { x: x(index), y: y(value) },
  )
  const parts = at.flatMap((to, index) => {
    const from = at[index - 1]
    return from == null || to === null ? [] : [`M${from.x},${from.y}L${to.x},${to.y}`]
  })
  return [
    ...(parts.length === 0
      ? []
      : [group({ className }, path(roundedPath(parts.join('')), ['slope']))]),
    ...at.flatMap((point) => {
      if (point === null) return []
      return partner === null
        ? [group({ className }, mark(0, point, 24))]
        : [mark(partner, point, 28)]
    }),
  ]
}

function roundedPath(d: string): string {
  return d.replaceAll(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
}

/** The figures at one end, the highest first, moved apart where they would stand on each other. */
function endWords(
  lines: readonly (readonly Mark[])[],
  point: number,
  { x, y }: { readonly x: number; readonly y: (score: number) => number },
  side: 'start' | 'end',
): Element[] {
  const marks = lines
    .flatMap((marks) => marks[point] ?? [])
    .flatMap(({ value, text }) => (value === null ? [] : [{ text, at: y(value) + 3.5 }]))
    .toSorted((a, b) => a.at - b.at)
  let last = Number.NEGATIVE_INFINITY
  return marks.map(({ text, at }) => {
    last = Math.max(at, last + between)
    return words(text, { x, y: last }, 'small', ...(side === 'end' ? ['end'] : []))
  })
}
