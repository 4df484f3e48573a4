import type { Element } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import type { DimensionMarks, DimensionsChart } from '../../../report/charts/dimensions.ts'
import type { Mark } from '../../../report/charts/mark.ts'
import { element } from '../element.ts'
import { fitted } from './fitted.ts'
import { colourOf, mark } from './marks.ts'
import { ruler, scaled } from './scale.ts'
import { group, picture, rounded, words } from './svg.ts'

const width = 360
const left = 106
const right = 322
const top = 20
const between = 8

/** The dimensions as bars, one for each partner; of one partner, or where the split is hidden, one bar each. */
export function bars(charts: Charts, chart: DimensionsChart): Element {
  const x = scaled(left, right)
  const several = charts.partners.length > 1
  const pitch = several ? (charts.partners.length > 3 ? 9 : 13) : 15
  const height = (several ? charts.partners.length : 1) * pitch
  const rows = chart.rows.map((row, index) => {
    const y = top + between / 2 + index * (height + between)
    return rowOf(row, { x, y, pitch, several, small: pitch < 12 })
  })
  const bottom = top + chart.rows.length * (height + between)
  return picture(
    {
      id: 'chart:bars',
      title: several ? 'The dimensions by partner, as bars' : 'The dimensions, as bars',
      about: chart.about,
      width,
      height: bottom + 20,
    },
    ruler(charts, x, { top, bottom }),
    ...rows,
  )
}

interface Setting {
  readonly x: (score: number) => number
  readonly y: number
  readonly pitch: number
  readonly several: boolean
  readonly small: boolean
}

function rowOf({ title, whole, partners }: DimensionMarks, setting: Setting): Element {
  const { y, pitch, several } = setting
  const marks = several ? partners : [whole]
  const middle = y + (marks.length * pitch) / 2
  const lines = fitted(title, left - 14, { lines: 2 })
  const first = middle + 4 - (lines.length - 1) * 6.5
  return group(
    {},
    ...lines.map((text, index) => words(text, { x: 0, y: first + index * 13 })),
    ...marks.map((each, index) => barOf(each, index, y + (index + 0.5) * pitch, setting)),
  )
}

function barOf({ value, text }: Mark, index: number, y: number, setting: Setting): Element {
  const { x, several, small } = setting
  const size = small ? ['tiny'] : ['small']
  if (value === null) return words(text, { x: left + 4, y: y + 3.5 }, 'soft', ...size)
  const thickness = several ? (small ? 3.5 : 5) : 8
  const bar = element('rect', {
    className: ['fill'],
    x: rounded(left),
    y: rounded(y - thickness / 2),
    width: rounded(x(value) - left),
    height: thickness,
  })
  const end = { x: x(value), y }
  return group(
    { className: [several ? colourOf(index) : 'one'] },
    bar,
    ...(several ? [mark(index, end, small ? 24 : 40)] : []),
    words(text, { x: end.x + (several ? 8 : 5), y: y + 3.5 }, 'onpaper', ...size),
  )
}
