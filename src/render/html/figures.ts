import type { Element, ElementContent } from 'hast'
import type { Charts } from '../../report/charts/charts.ts'
import type { DimensionsChart } from '../../report/charts/dimensions.ts'
import type { GapMarks, GapsChart } from '../../report/charts/gaps.ts'
import type { TrendChart } from '../../report/charts/trend.ts'
import type { ReportText } from '../../words/message.ts'
import type { ChartName } from '../nodes.ts'
import { barChart } from './charts/bars.ts'
import { boundsChart } from './charts/bounds.ts'
import { legend, partnerMark } from './charts/marks.ts'
import { riskGrid } from './charts/risk-grid.ts'
import { slopeChart } from './charts/slopes.ts'
import {
  createScoreScale,
  fitText,
  picture,
  ruler,
  svgGroup,
  svgLine,
  svgText,
} from './charts/svg.ts'
import { pageElement } from './element.ts'
import { plainTable } from './table.ts'

/** A chart's figure; null where there is nothing to draw. */
export function buildFigure(name: ChartName, charts: Charts): Element | null {
  switch (name) {
    case 'dimensions':
      return charts.dimensions === null ? null : buildDimensionsFigure(charts, charts.dimensions)
    case 'room':
      return charts.bounds === null
        ? null
        : chartFigure(charts.bounds.about, [boundsChart(charts, charts.bounds)])
    case 'gaps':
      return charts.gaps === null ? null : buildGapsFigure(charts, charts.gaps)
    case 'risks':
      return charts.risks === null
        ? null
        : chartFigure(charts.risks.about, [riskGrid(charts.risks)])
    case 'trend':
      return charts.trend === null ? null : buildTrendFigure(charts, charts.trend)
    default:
      return name satisfies never
  }
}

function buildDimensionsFigure(charts: Charts, chart: DimensionsChart): Element {
  const made = chartFigure(chart.about, [...legend(charts.partners), barChart(charts, chart)])
  return { ...made, properties: { className: ['dimensions'] } }
}

function buildGapsFigure(charts: Charts, chart: GapsChart): Element {
  const table = wrapInDetails(buildGapsTable(chart, charts.partners))
  return chartFigure(
    chart.about,
    [...legend(charts.partners), dumbbellChart(charts, chart)],
    [table],
  )
}

function buildTrendFigure(charts: Charts, chart: TrendChart): Element {
  const drawings = [...legend(charts.partners), slopeChart(charts, chart)]
  if (charts.partners.length < 2) return chartFigure(chart.about, drawings)
  return chartFigure(chart.about, drawings, [
    wrapInDetails(buildTrendTable(chart, charts.partners)),
  ])
}

/** The drawing, what it shows in words, and what else there is to see. */
function chartFigure(
  about: ReportText,
  drawing: readonly ElementContent[],
  more: readonly ElementContent[] = [],
): Element {
  return pageElement('figure', {}, ...drawing, pageElement('figcaption', {}, about), ...more)
}

/** What a drawing has in figures already: shown on demand, and not printed. */
export function wrapInDetails(table: Element): Element {
  const summary = pageElement('summary', {}, { say: 'chart-in-figures' })
  return pageElement('details', { className: ['figures'] }, summary, table)
}

function buildTrendTable({ points, rows }: TrendChart, partners: readonly string[]): Element {
  return plainTable({
    id: 'table:trend',
    caption: { say: 'chart-trend-table' },
    head: ['', { say: 'column-partner' }, ...points],
    rows: rows.flatMap(({ title, partners: marks }) =>
      marks.map((own, index) => [title, partners[index] ?? '', ...own.map(({ text }) => text)]),
    ),
  })
}

function buildGapsTable(
  { rows }: NonNullable<Charts['gaps']>,
  partners: readonly string[],
): Element {
  return plainTable({
    id: 'table:gaps',
    caption: { say: 'chart-gaps-table' },
    head: [{ say: 'column-question' }, ...partners, { say: 'chart-gaps-apart' }],
    rows: rows.map(({ ask, gap, partners: marks }) => [ask, ...marks.map(({ text }) => text), gap]),
  })
}

const width = 360
const left = 34
const right = 326
const top = 4
const pitch = 54

/** Each question on two lines, and under it a mark for the score of every partner. */
function dumbbellChart({ axis }: Charts, chart: GapsChart): Element {
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
