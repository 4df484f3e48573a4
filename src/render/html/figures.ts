import type { Element, ElementContent } from 'hast'
import { visibleLine } from '../../model/visible.ts'
import type { Charts } from '../../report/charts/charts.ts'
import type { DimensionsChart } from '../../report/charts/dimensions.ts'
import type { TrendChart } from '../../report/charts/trend.ts'
import type { ChartName } from '../nodes.ts'
import { bars } from './charts/bars.ts'
import { dumbbells } from './charts/dumbbells.ts'
import { ems } from './charts/fitted.ts'
import { legend } from './charts/marks.ts'
import { mostTogether, radar } from './charts/radar.ts'
import { riskGrid } from './charts/risk-grid.ts'
import { room } from './charts/room.ts'
import { slopes } from './charts/slopes.ts'
import { element } from './element.ts'
import { plainTable } from './table.ts'

/** A chart's figure; null where there is nothing to draw. */
export function figureOf(name: ChartName, charts: Charts): Element | null {
  switch (name) {
    case 'dimensions':
      return charts.dimensions === null ? null : dimensionsFigure(charts, charts.dimensions)
    case 'room':
      return charts.room === null ? null : figure(charts.room.about, [room(charts, charts.room)])
    case 'gaps':
      return charts.gaps === null
        ? null
        : figure(
            charts.gaps.about,
            [
              ...legend(charts.partners),
              beside(charts, dumbbells(charts, charts.gaps), ...outlines(charts)),
            ],
            [inFigures(gapsTable(charts.gaps, charts.partners))],
          )
    case 'risks':
      return charts.risks === null ? null : figure(charts.risks.about, [riskGrid(charts.risks)])
    case 'trend':
      return charts.trend === null
        ? null
        : figure(
            charts.trend.about,
            [...legend(charts.partners), slopes(charts, charts.trend)],
            charts.partners.length < 2
              ? []
              : [inFigures(trendTable(charts.trend, charts.partners))],
          )
    default:
      return name satisfies never
  }
}

/** The outlines stand with the gaps, where there are any, since that is what they show best. */
function dimensionsFigure(charts: Charts, chart: DimensionsChart): Element {
  const drawing = bars(charts, chart)
  if (charts.gaps === null)
    return figure(chart.about, [
      ...legend(charts.partners),
      beside(charts, drawing, ...outlines(charts)),
    ])
  const made = figure(chart.about, [...legend(charts.partners), drawing])
  const isNarrow =
    charts.partners.length <= mostBesideTable &&
    charts.partners.every((name) => ems(name) <= mostEmsBesideTable)
  return isNarrow ? { ...made, properties: { className: [besideTable] } } : made
}

/** The class of a figure that leaves room for the table after it. */
export const besideTable = 'beside-table'

const mostBesideTable = 2
const mostEmsBesideTable = 16

function outlines(charts: Charts): readonly Element[] {
  return charts.dimensions === null ? [] : radar(charts, charts.dimensions)
}

function beside({ partners }: Charts, ...drawings: readonly Element[]): Element {
  const className = [partners.length > mostTogether ? 'stack' : 'pair']
  return element('div', { className }, ...drawings)
}

/** The drawing, what it shows in words, and what else there is to see. */
function figure(
  about: string,
  drawing: readonly ElementContent[],
  more: readonly ElementContent[] = [],
): Element {
  return element('figure', {}, ...drawing, element('figcaption', {}, visibleLine(about)), ...more)
}

function inFigures(table: Element): Element {
  return element('details', {}, element('summary', {}, 'In figures'), table)
}

function trendTable({ points, rows }: TrendChart, partners: readonly string[]): Element {
  return plainTable({
    id: 'table:trend',
    caption: 'The scores of each partner over time',
    head: ['', 'Partner', ...points],
    rows: rows.flatMap(({ title, partners: marks }) =>
      marks.map((own, index) => [title, partners[index] ?? '', ...own.map(({ text }) => text)]),
    ),
  })
}

function gapsTable({ rows }: NonNullable<Charts['gaps']>, partners: readonly string[]): Element {
  return plainTable({
    id: 'table:gaps',
    caption: 'The largest gaps in figures',
    head: ['Question', ...partners, 'Apart'],
    rows: rows.map(({ ask, gap, partners: marks }) => [ask, ...marks.map(({ text }) => text), gap]),
  })
}
