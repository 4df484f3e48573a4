import type { Element } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import type { Mark } from '../../../report/charts/mark.ts'
import type { TrendChart, TrendMarks } from '../../../report/charts/trend.ts'
import { getPartnerClass, partnerMark } from './marks.ts'
import {
  createScoreScale,
  fitText,
  picture,
  type SvgPoint,
  svgGroup,
  svgLine,
  svgPath,
  svgText,
  toTranslation,
} from './svg.ts'

const [perRow, cell, height] = [3, 120, 136]
const [left, right, top, bottom] = [35, 85, 28, 122]
/** Two figures closer than this would overlap. */
const minLabelDistance = 9

/** A small drawing for the whole and each dimension, from the oldest point on the left to now; one line for each partner. */
export function slopeChart({ partners }: Charts, chart: TrendChart): Element {
  const rows = Math.ceil(chart.rows.length / perRow)
  const small = chart.rows.map((row, index) =>
    svgGroup(
      toTranslation({ x: (index % perRow) * cell, y: Math.floor(index / perRow) * height }),
      ...slopePanel(row, chart, partners.length),
    ),
  )
  return picture(
    {
      id: 'chart:trend',
      title: { say: 'chart-trend-title' },
      about: chart.about,
      width: perRow * cell,
      height: rows * height + 2,
    },
    ...small,
  )
}

function slopePanel(row: TrendMarks, { points }: TrendChart, partners: number): Element[] {
  const y = createScoreScale(bottom, top)
  const x = (index: number) => left + ((right - left) * index) / (points.length - 1)
  const lines = partners > 1 ? row.partners : [row.whole]
  const title = fitText(row.title, cell - 12)[0] ?? ''
  return [
    svgText(title, { x: 4, y: 14 }, 'strong'),
    ...[0, 50, 100].map((at) => svgLine({ x: left, y: y(at) }, { x: right, y: y(at) }, 'grid')),
    ...lines.flatMap((marks, index) => slopeLines(marks, partners > 1 ? index : null, { x, y })),
    ...endLabels(lines, 0, { x: left - 7, y }, 'end'),
    ...endLabels(lines, points.length - 1, { x: right + 7, y }, 'start'),
  ]
}

interface PanelScales {
  readonly x: (index: number) => number
  readonly y: (score: number) => number
}

/** A line breaks off where there is no score. */
function slopeLines(
  marks: readonly Mark[],
  partner: number | null,
  { x, y }: PanelScales,
): Element[] {
  const className = [partner === null ? 'one' : getPartnerClass(partner)]
  const at = marks.map(({ value }, index): SvgPoint | null =>
    value === null ? null : { x: x(index), y: y(value) },
  )
  const parts = at.flatMap((to, index) => {
    const from = at[index - 1]
    return from == null || to === null ? [] : [`M${from.x},${from.y}L${to.x},${to.y}`]
  })
  return [
    ...(parts.length === 0
      ? []
      : [svgGroup({ className }, svgPath(roundPath(parts.join('')), ['slope']))]),
    ...at.flatMap((point) => {
      if (point === null) return []
      return partner === null
        ? [svgGroup({ className }, partnerMark(0, point, 24))]
        : [partnerMark(partner, point, 28)]
    }),
  ]
}

function roundPath(d: string): string {
  return d.replaceAll(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
}

/** The figures at one end, the highest first, moved apart where they would overlap. */
function endLabels(
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
    last = Math.max(at, last + minLabelDistance)
    return svgText(text, { x, y: last }, 'small', ...(side === 'end' ? ['end'] : []))
  })
}
