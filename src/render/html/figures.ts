import type { Element, ElementContent } from 'hast'
import type { Charts } from '../../report/charts/charts.ts'
import type { DimensionsChart } from '../../report/charts/dimensions.ts'
import type { TrendChart } from '../../report/charts/trend.ts'
import type { ReportText } from '../../words/message.ts'
import type { ChartName } from '../nodes.ts'
import { barChart } from './charts/bars.ts'
import { boundsChart } from './charts/bounds.ts'
import { dumbbellChart } from './charts/dumbbells.ts'
import { measureEms } from './charts/fit-text.ts'
import { legend } from './charts/marks.ts'
import { maxOutlinesTogether, radarChart } from './charts/radar.ts'
import { riskGrid } from './charts/risk-grid.ts'
import { slopeChart } from './charts/slopes.ts'
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
      return charts.gaps === null
        ? null
        : chartFigure(
            charts.gaps.about,
            [
              ...legend(charts.partners),
              groupDrawings(charts, dumbbellChart(charts, charts.gaps), ...buildOutlines(charts)),
            ],
            [wrapInDetails(buildGapsTable(charts.gaps, charts.partners))],
          )
    case 'risks':
      return charts.risks === null
        ? null
        : chartFigure(charts.risks.about, [riskGrid(charts.risks)])
    case 'trend':
      return charts.trend === null
        ? null
        : chartFigure(
            charts.trend.about,
            [...legend(charts.partners), slopeChart(charts, charts.trend)],
            charts.partners.length < 2
              ? []
              : [wrapInDetails(buildTrendTable(charts.trend, charts.partners))],
          )
    default:
      return name satisfies never
  }
}

/** The outlines are drawn with the gaps, where there are any, because they show gaps best. */
function buildDimensionsFigure(charts: Charts, chart: DimensionsChart): Element {
  const drawing = barChart(charts, chart)
  if (charts.gaps === null)
    return chartFigure(chart.about, [
      ...legend(charts.partners),
      groupDrawings(charts, drawing, ...buildOutlines(charts)),
    ])
  const made = chartFigure(chart.about, [...legend(charts.partners), drawing])
  const isNarrow =
    charts.partners.length <= maxPartnersBesideTable &&
    charts.partners.every((name) => measureEms(name) <= maxNameEmsBesideTable)
  return isNarrow ? { ...made, properties: { className: [besideTableClass] } } : made
}

/** The class of a figure that leaves room for the table after it. */
export const besideTableClass = 'beside-table'

const maxPartnersBesideTable = 2
const maxNameEmsBesideTable = 16

function buildOutlines(charts: Charts): readonly Element[] {
  return charts.dimensions === null ? [] : radarChart(charts, charts.dimensions)
}

function groupDrawings({ partners }: Charts, ...drawings: readonly Element[]): Element {
  const className = [partners.length > maxOutlinesTogether ? 'stack' : 'pair']
  return pageElement('div', { className }, ...drawings)
}

/** The drawing, what it shows in words, and what else there is to see. */
function chartFigure(
  about: ReportText,
  drawing: readonly ElementContent[],
  more: readonly ElementContent[] = [],
): Element {
  return pageElement('figure', {}, ...drawing, pageElement('figcaption', {}, about), ...more)
}

function wrapInDetails(table: Element): Element {
  return pageElement('details', {}, pageElement('summary', {}, { say: 'chart-in-figures' }), table)
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
