import type { ShownResult } from '../../model/result.ts'
import type { ReportSentence, ReportText } from '../../words/message.ts'
import type { ShownContext } from '../report-context.ts'
import { listTimePoints } from '../time-points.ts'
import type { Mark } from './mark.ts'

/** The scores over time. */
export interface TrendChart {
  readonly about: ReportSentence
  /** Titles of the points in time, the oldest first. */
  readonly points: readonly ReportText[]
  /** The overall score, then the dimensions. */
  readonly rows: readonly TrendMarks[]
}

export interface TrendMarks {
  readonly title: ReportText
  /** By point. */
  readonly whole: readonly Mark[]
  /** In the order of the partners, by point; none where the split may not be shown. */
  readonly partners: readonly (readonly Mark[])[]
}

const maxTimePoints = 4

/** Null without an earlier point that may be shown. */
export function buildTrendChart(context: ShownContext): TrendChart | null {
  const { result, names, figures } = context
  const points = listTimePoints(context).slice(-maxTimePoints)
  if (points.length < 2) return null
  const ids = result.partners.map(({ id }) => id)
  const markOf = (value: number | null | undefined): Mark => ({
    value: value ?? null,
    text: figures.score(value ?? null),
  })
  const row = (title: ReportText, id: string | null): TrendMarks => ({
    title,
    whole: points.map(({ result: own }) => markOf(getWholeScore(own, id))),
    partners: ids.map((partner) =>
      points.map(({ result: own }) => markOf(getPartnerScore(own, partner, id))),
    ),
  })
  const rows = [
    row({ say: 'overall' }, null),
    ...result.dimensions.map(({ id }) => row(names.dimension(id), id)),
  ]
  const [first, last] = [points[0]?.title ?? '', points.at(-1)?.title ?? '']
  return {
    about: {
      say: 'sentences',
      all: [
        { say: 'chart-trend-about', from: first, to: last },
        ...describeLargestChange(rows, ids.map(names.partner)),
      ],
    },
    points: points.map(({ title }) => title),
    rows,
  }
}

function getWholeScore({ score, dimensions }: ShownResult, id: string | null): number | null {
  const own = id === null ? score : dimensions.find((dimension) => dimension.id === id)?.score
  return own?.value ?? null
}

function getPartnerScore(
  { partners }: ShownResult,
  partner: string,
  id: string | null,
): number | null {
  const own = partners.find((each) => each.id === partner)
  const score = id === null ? own?.score : own?.dimensions.find((each) => each.id === id)?.score
  return score?.value ?? null
}

/** The largest change of a partner in a dimension over the whole time. */
function describeLargestChange(
  rows: readonly TrendMarks[],
  partners: readonly string[],
): readonly ReportSentence[] {
  const changes = rows.slice(1).flatMap(({ title, partners: marks }) =>
    marks.flatMap((own, index) => {
      const [from, to] = [own[0], own.at(-1)]
      if (from == null || to == null || from.value === null || to.value === null) return []
      return [{ title, partner: partners[index] ?? '', from, to, size: to.value - from.value }]
    }),
  )
  const [most] = changes.toSorted((a, b) => Math.abs(b.size) - Math.abs(a.size))
  if (most === undefined || Math.abs(most.size) < 1e-9) return []
  const { title, partner, from, to } = most
  return [{ say: 'chart-trend-largest', title, partner, from: from.text, to: to.text }]
}
