import type { Element } from 'hast'
import type { BoundsChart, BoundsMarks } from '../../../report/charts/bounds.ts'
import type { Charts } from '../../../report/charts/charts.ts'
import {
  createScoreScale,
  fitText,
  picture,
  ruler,
  svgCircle,
  svgGroup,
  svgLine,
  svgRect,
  svgText,
} from './svg.ts'

const width = 360
const left = 106
const right = 306
const top = 20
const pitch = 26

/** From the lowest score that is still possible to the highest, with the present score between them. */
export function boundsChart(charts: Charts, chart: BoundsChart): Element {
  const x = createScoreScale(left, right)
  const bottom = top + chart.rows.length * pitch
  return picture(
    {
      id: 'chart:room',
      title: { say: 'chart-bounds-title' },
      about: chart.about,
      width,
      height: bottom + 20,
    },
    ruler(charts, x, { top, bottom }),
    svgText({ say: 'chart-bounds-column' }, { x: width, y: top - 7 }, 'soft', 'small', 'end'),
    ...chart.rows.map((row, index) => buildRow(row, x, top + (index + 0.5) * pitch)),
  )
}

function buildRow(
  { title, low, high, value, coverage }: BoundsMarks,
  x: (score: number) => number,
  y: number,
): Element {
  const lines = fitText(title, left - 14, { lines: 2, size: 10.5 })
  const first = y + 4 - (lines.length - 1) * 6
  const size = { width: Math.max(1.5, x(high) - x(low)), height: 8 }
  return svgGroup(
    {},
    ...lines.map((text, index) => svgText(text, { x: 0, y: first + index * 12 })),
    svgRect(['interval'], x(low), y - 4, size),
    svgLine({ x: x(low), y: y - 7 }, { x: x(low), y: y + 7 }, 'bound'),
    svgLine({ x: x(high), y: y - 7 }, { x: x(high), y: y + 7 }, 'bound'),
    ...(value === null ? [] : [svgCircle('stands', { x: x(value), y }, '3')]),
    svgText(coverage, { x: width, y: y + 4 }, 'soft', 'end'),
  )
}
