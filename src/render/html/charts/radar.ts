import { curveLinearClosed, lineRadial } from 'd3-shape'
import type { Element, ElementContent } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import type { DimensionsChart } from '../../../report/charts/dimensions.ts'
import type { Mark } from '../../../report/charts/mark.ts'
import { getPartnerClass, partnerMark } from './marks.ts'
import {
  fitText,
  picture,
  type SvgPoint,
  svgGroup,
  svgLine,
  svgPath,
  svgText,
  toTranslation,
} from './svg.ts'

/** More outlines than this cannot be distinguished in one drawing. */
export const maxOutlinesTogether = 3
const minSpokes = 3

/**
 * The dimensions as outlines around one centre. Up to three partners share a drawing; more get a drawing each, with the whole
 * behind. Nothing for fewer than three dimensions.
 */
export function radarChart(charts: Charts, chart: DimensionsChart): readonly Element[] {
  if (chart.rows.length < minSpokes) return []
  return [
    charts.partners.length > maxOutlinesTogether
      ? buildSeparateRadars(charts, chart)
      : buildCombinedRadar(charts, chart),
  ]
}

function buildCombinedRadar({ partners }: Charts, chart: DimensionsChart): Element {
  const [width, height, radius] = [312, 244, 80]
  const centre = { x: width / 2, y: height / 2 + 2 }
  const several = partners.length > 1
  const wholes = chart.rows.map(({ whole }) => whole)
  const outlines = several
    ? partners.map((_, index) => outline(listPartnerMarks(chart, index), radius, index))
    : [outline(wholes, radius, null)]
  return picture(
    { ...describeRadar(chart), width, height },
    svgGroup(
      toTranslation(centre),
      ...web(chart.rows.length, radius),
      ...chart.rows.flatMap(({ title }, index) =>
        spokeLabels(title, index, chart.rows.length, radius),
      ),
      ...outlines.flat(),
    ),
  )
}

function describeRadar({ about }: DimensionsChart) {
  return {
    id: 'chart:radar',
    title: { say: 'chart-radar-title' },
    about: { say: 'chart-radar-about', about },
  } as const
}

function listPartnerMarks(chart: DimensionsChart, partner: number): readonly Mark[] {
  return chart.rows.map(({ partners }) => partners[partner] ?? { value: null, text: '' })
}

/** A closed outline; where a dimension is not scored only marks, since a line would pass through a score nobody has. */
function outline(marks: readonly Mark[], radius: number, partner: number | null): Element[] {
  const scored = marks.flatMap(({ value }, index) =>
    value === null
      ? []
      : [{ angle: getSpokeAngle(index, marks.length), reach: (radius * value) / 100 }],
  )
  const isWhole = scored.length === marks.length
  const drawn = lineRadial<(typeof scored)[number]>()
    .angle(({ angle }) => angle)
    .radius(({ reach }) => reach)
    .digits(1)
    .curve(curveLinearClosed)(scored)
  const className = [partner === null ? 'one' : getPartnerClass(partner)]
  return [
    ...(isWhole ? [svgGroup({ className }, svgPath(drawn ?? '', ['outline']))] : []),
    ...scored.map(({ angle, reach }) => {
      const at = toPoint(angle, reach)
      return partner === null
        ? svgGroup({ className }, partnerMark(0, at, 22))
        : partnerMark(partner, at, 26)
    }),
  ]
}

/** From the top, with the clock. */
function getSpokeAngle(index: number, count: number): number {
  return (2 * Math.PI * index) / count
}

function toPoint(angle: number, reach: number): SvgPoint {
  return { x: Math.sin(angle) * reach, y: -Math.cos(angle) * reach }
}

const rings = [25, 50, 75, 100]

function web(count: number, radius: number): ElementContent[] {
  const corners = Array.from({ length: count }, (_, index) => getSpokeAngle(index, count))
  const ring = lineRadial<number>()
    .angle((angle) => angle)
    .digits(1)
    .curve(curveLinearClosed)
  return [
    ...rings.map((share) => svgPath(ring.radius((radius * share) / 100)(corners) ?? '', ['grid'])),
    ...corners.map((angle) => svgLine({ x: 0, y: 0 }, toPoint(angle, radius), 'grid')),
  ]
}

function spokeLabels(title: string, index: number, count: number, radius: number): Element[] {
  const angle = getSpokeAngle(index, count)
  const { x, y } = toPoint(angle, radius + 9)
  const side = Math.abs(x) < 12 ? 'middle' : x > 0 ? 'start' : 'end'
  const room = side === 'middle' ? 160 : 156 - Math.abs(x)
  const lines = fitText(title, room, { lines: 2 })
  const first = y + 4 - (lines.length - 1) * (y < -radius / 2 ? 13 : y > radius / 2 ? 0 : 6.5)
  return lines.map((text, at) => svgText(text, { x, y: first + at * 13 }, side))
}

/** One outline each, with the whole partnership's behind it. The spokes have numbers, which the words below explain. */
function buildSeparateRadars({ partners }: Charts, chart: DimensionsChart): Element {
  const [cell, radius, perRow] = [120, 38, 3]
  const rows = Math.ceil(partners.length / perRow)
  const keys = chart.rows.map(({ title }, index) => `${index + 1} ${title}`)
  const whole = chart.rows.map((row) => row.whole)
  const small = partners.map((name, index) => {
    const at = {
      x: ((index % perRow) + 0.5) * cell,
      y: (Math.floor(index / perRow) + 0.5) * cell + 8,
    }
    const numbers = chart.rows.map((_, spoke) => {
      const { x, y } = toPoint(getSpokeAngle(spoke, chart.rows.length), radius + 8)
      return svgText(String(spoke + 1), { x, y: y + 3 }, 'soft', 'tiny', 'middle')
    })
    const title = fitText(name, cell - 12, { size: 10 })[0] ?? ''
    return svgGroup(
      toTranslation(at),
      svgText(title, { x: 0, y: -radius - 16 }, 'small', 'middle'),
      ...web(chart.rows.length, radius),
      ...numbers,
      ...backgroundOutline(whole, radius),
      ...outline(listPartnerMarks(chart, index), radius, index),
    )
  })
  const lines = keys.map((key) => fitText(key, 170, { size: 10 })[0] ?? '')
  const top = rows * cell + 22
  const bottom = top + Math.ceil(lines.length / 2) * 14
  return picture(
    { ...describeRadar(chart), width: perRow * cell, height: bottom + 18 },
    ...small,
    ...lines.map((text, index) => {
      const at = { x: (index % 2) * 180 + 4, y: top + Math.floor(index / 2) * 14 }
      return svgText(text, at, 'soft', 'small')
    }),
    svgText({ say: 'chart-radar-whole' }, { x: 4, y: bottom }, 'soft', 'small'),
  )
}

function backgroundOutline(marks: readonly Mark[], radius: number): Element[] {
  if (marks.some(({ value }) => value === null)) return []
  const drawn = lineRadial<Mark>()
    .angle((_, index) => getSpokeAngle(index, marks.length))
    .radius(({ value }) => (radius * (value ?? 0)) / 100)
    .digits(1)
    .curve(curveLinearClosed)([...marks])
  return [svgPath(drawn ?? '', ['behind'])]
}
