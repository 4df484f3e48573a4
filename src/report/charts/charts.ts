import type { ReportText } from '../../words/message.ts'
import type { DimensionRow } from '../dimensions.ts'
import type { GapRow } from '../gaps.ts'
import type { ScoredContext } from '../report-context.ts'
import { type BoundsChart, buildBoundsChart } from './bounds.ts'
import { buildDimensionsChart, type DimensionsChart } from './dimensions.ts'
import { buildGapsChart, type GapsChart } from './gaps.ts'
import { buildRisksChart, type RisksChart } from './risks.ts'
import { buildTrendChart, type TrendChart } from './trend.ts'

/**
 * What there is to draw, as numbers, each with the sentence that says what it shows. Scores stand on 0..100; a chart that
 * would be empty is null.
 */
export interface Charts {
  /** Those that may be shown; a partner's place here gives it its colour and shape in every chart. */
  readonly partners: readonly string[]
  readonly axis: readonly AxisMark[]
  /** What every dimension has to reach for the next level. */
  readonly nextLevelMark: AxisMark | null
  readonly dimensions: DimensionsChart | null
  readonly bounds: BoundsChart | null
  readonly gaps: GapsChart | null
  readonly risks: RisksChart | null
  readonly trend: TrendChart | null
}

/** Where no figure may be shown. */
export const noCharts: Charts = {
  partners: [],
  axis: [],
  nextLevelMark: null,
  dimensions: null,
  bounds: null,
  gaps: null,
  risks: null,
  trend: null,
}

interface AxisMark {
  /** 0..100 */
  readonly at: number
  readonly text: ReportText
}

export function buildCharts(
  context: ScoredContext,
  rows: { readonly dimensions: readonly DimensionRow[]; readonly gaps: readonly GapRow[] },
): Charts {
  const { result, names, figures } = context
  const shown = result.hidden === undefined ? { ...context, result } : null
  const at = (value: number) => ({ at: value, text: figures.limit(value) })
  return {
    partners: (shown?.result.partners ?? []).map(({ id }) => names.partner(id)),
    axis: [0, 25, 50, 75, 100].map(at),
    nextLevelMark: buildNextLevelMark(context),
    dimensions: buildDimensionsChart(rows.dimensions),
    bounds: buildBoundsChart(context, rows.dimensions),
    gaps: shown === null ? null : buildGapsChart(shown, rows.gaps),
    risks: buildRisksChart(context),
    trend: shown === null ? null : buildTrendChart(shown),
  }
}

/** Null at the highest level, without one, and where the next asks nothing of a dimension. */
function buildNextLevelMark({ result, questionnaire, figures }: ScoredContext): AxisMark | null {
  const at = questionnaire.levels.findIndex(({ id }) => id === result.verdict.level)
  const next = questionnaire.levels[at - 1]
  if (next === undefined || next.weakest === 0) return null
  return {
    at: next.weakest,
    text: { say: 'chart-next-level', needs: figures.limit(next.weakest), level: next.title },
  }
}
