import type { Element } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import type { DimensionMarks, DimensionsChart } from '../../../report/charts/dimensions.ts'
import type { Mark } from '../../../report/charts/mark.ts'
import { getPartnerClass, partnerMark } from './marks.ts'
import { createScoreScale, fitText, picture, ruler, svgGroup, svgRect, svgText } from './svg.ts'

const width = 360
const left = 106
const right = 322
const top = 20
const rowSpacing = 8

/** The dimensions as bars, one for each partner; of one partner, or where the split is hidden, one bar each. */
export function barChart(charts: Charts, chart: DimensionsChart): Element {
  const x = createScoreScale(left, right)
  const several = charts.partners.length > 1
  const pitch = several ? (charts.partners.length > 3 ? 11 : 13) : 15
  const height = (several ? charts.partners.length : 1) * pitch
  const rows = chart.rows.map((row, index) => {
    const y = top + rowSpacing / 2 + index * (height + rowSpacing)
    return buildRow(row, { x, y, pitch, several, small: pitch < 12 })
  })
  const bottom = top + chart.rows.length * (height + rowSpacing)
  return picture(
    {
      id: 'chart:bars',
      title: { say: several ? 'chart-bars-title' : 'chart-bars-title-whole' },
      about: chart.about,
      width,
      height: bottom + 20,
    },
    ruler(charts, x, { top, bottom }),
    ...rows,
  )
}

interface RowLayout {
  readonly x: (score: number) => number
  readonly y: number
  readonly pitch: number
  readonly several: boolean
  readonly small: boolean
}

function buildRow({ title, whole, partners }: DimensionMarks, setting: RowLayout): Element {
  const { y, pitch, several } = setting
  const marks = several ? partners : [whole]
  const middle = y + (marks.length * pitch) / 2
  const lines = fitText(title, left - 14, { lines: 2 })
  const first = middle + 4 - (lines.length - 1) * 6.5
  return svgGroup(
    {},
    ...lines.map((text, index) => svgText(text, { x: 0, y: first + index * 13 })),
    ...marks.map((each, index) => buildBar(each, index, y + (index + 0.5) * pitch, setting)),
  )
}

function buildBar({ value, text }: Mark, index: number, y: number, setting: RowLayout): Element {
  const { x, several, small } = setting
  const type = small ? 'tiny' : 'small'
  if (value === null) return svgText(text, { x: left + 4, y: y + 3.5 }, 'soft', type)
  const thickness = several ? (small ? 3.5 : 5) : 8
  const size = { width: x(value) - left, height: thickness }
  const end = { x: x(value), y }
  return svgGroup(
    { className: [several ? getPartnerClass(index) : 'one'] },
    svgRect(['fill'], left, y - thickness / 2, size),
    ...(several ? [partnerMark(index, end, small ? 24 : 40)] : []),
    svgText(text, { x: end.x + (several ? 8 : 5), y: y + 3.5 }, 'onpaper', type),
  )
}
