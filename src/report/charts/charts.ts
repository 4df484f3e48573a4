import type { DimensionRow } from '../dimensions.ts'
import type { GapRow } from '../gaps.ts'
import type { Telling } from '../telling.ts'
import { type DimensionsChart, dimensionsChart } from './dimensions.ts'
import { type GapsChart, gapsChart } from './gaps.ts'
import type { AxisMark } from './mark.ts'
import { type RisksChart, risksChart } from './risks.ts'
import { type RoomChart, roomChart } from './room.ts'
import { type TrendChart, trendChart } from './trend.ts'

/**
 * What there is to draw, as numbers, each with the sentence that says what it shows. Scores stand on 0..100; a chart that
 * would be empty is null.
 */
export interface Charts {
  /** Those that may be shown; a partner's place here gives it its colour and shape in every chart. */
  readonly partners: readonly string[]
  readonly axis: readonly AxisMark[]
  /** What every dimension has to reach for the next level. */
  readonly floor: AxisMark | null
  readonly dimensions: DimensionsChart | null
  readonly room: RoomChart | null
  readonly gaps: GapsChart | null
  readonly risks: RisksChart | null
  readonly trend: TrendChart | null
}

export function chartsOf(
  telling: Telling,
  rows: { readonly dimensions: readonly DimensionRow[]; readonly gaps: readonly GapRow[] },
): Charts {
  const { result, names, figures } = telling
  const at = (value: number) => ({ at: value, text: figures.limit(value) })
  return {
    partners: (result.partners ?? []).map(({ id }) => names.partner(id)),
    axis: [0, 25, 50, 75, 100].map(at),
    floor: floorOf(telling),
    dimensions: dimensionsChart(rows.dimensions),
    room: roomChart(telling, rows.dimensions),
    gaps: gapsChart(telling, rows.gaps),
    risks: risksChart(telling),
    trend: trendChart(telling),
  }
}

/** Null at the highest level, without one, and where the next asks nothing of a dimension. */
function floorOf({ result, questionnaire, figures }: Telling): AxisMark | null {
  const at = questionnaire.levels.findIndex(({ id }) => id === result.verdict.level)
  const next = questionnaire.levels[at - 1]
  if (next === undefined || next.weakest === 0) return null
  return { at: next.weakest, text: `${figures.limit(next.weakest)} for “${next.title}”` }
}
