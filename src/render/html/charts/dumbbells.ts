import type { Element } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import type { GapMarks, GapsChart } from '../../../report/charts/gaps.ts'
import { fitText } from './fit-text.ts'
import { partnerMark } from './marks.ts'
import { createScoreScale, ruler } from './scale.ts'
import { picture, svgGroup, svgLine, svgText } from './svg.ts'

const width = 360
const left = 34
const right = 326
const top = 4
const pitch = 54

/** Each question on two lines, and under it a mark for the score of every partner. */
export function dumbbellChart({ axis }: Charts, chart: GapsChart): Element {
  const x = createScoreScale(left, right)
  const bottom = top + chart.rows.length * pitch
  return picture(
    {
      id: 'chart:gaps',
      title: { say: 'chart-gaps-title' },
      about: chart.about,
      width,
      height: bottom + 20,
    },
    ...chart.rows.map((row, index) => buildRow(row, x, top + index * pitch)),
    ruler({ axis, nextLevelMark: null }, x, { top: bottom - 2, bottom: bottom + 2 }),
  )
}

function buildRow({ ask, partners }: GapMarks, x: (score: number) => number, top: number): Element {
  const y = top + 40
  const marks = partners
    .flatMap(({ value, text }, partner) => (value === null ? [] : [{ value, text, partner }]))
    .toSorted((a, b) => a.value - b.value)
  const [low] = marks
  const high = marks.at(-1)
  if (low === undefined || high === undefined) return svgGroup({})
  const lines = fitText(ask, width - 4, { lines: 2 })
  return svgGroup(
    {},
    ...lines.map((text, index) =>
      svgText(text, { x: 0, y: top + 26 - (lines.length - 1 - index) * 13 }),
    ),
    svgLine({ x: x(0), y }, { x: x(100), y }, 'grid'),
    svgLine({ x: x(low.value), y }, { x: x(high.value), y }, 'span'),
    ...marks.map(({ value, partner }) => partnerMark(partner, { x: x(value), y }, 60)),
    svgText(low.text, { x: x(low.value) - 9, y: y + 4 }, 'end', 'small', 'onpaper'),
    svgText(high.text, { x: x(high.value) + 9, y: y + 4 }, 'small', 'onpaper'),
  )
}
