import type { ReportSentence } from '../../words/message.ts'
import type { GapRow } from '../gaps.ts'
import type { ShownContext } from '../report-context.ts'
import type { Mark } from './mark.ts'

/** The largest gaps, with every partner's place on each. */
export interface GapsChart {
  readonly about: ReportSentence
  readonly rows: readonly GapMarks[]
}

export interface GapMarks {
  readonly ask: string
  /** How far the furthest are apart. */
  readonly gap: string
  /** In the order of the partners. */
  readonly partners: readonly Mark[]
}

/** Null where no two partners are far apart. */
export function buildGapsChart(
  { result, figures }: ShownContext,
  gaps: readonly GapRow[],
): GapsChart | null {
  const [first] = gaps
  if (first === undefined) return null
  const questions = new Map(result.questions.map((question) => [question.id, question]))
  const rows = gaps.map(({ question, ask, gap }) => ({
    ask,
    gap,
    partners: result.partners.map(({ id }) => {
      const own = questions.get(question)?.partners.find((partner) => partner.id === id)
      const value = own?.score ?? null
      return { value, text: figures.score(value) }
    }),
  }))
  const { high, low } = first
  const scores = rows[0]?.partners.flatMap(({ value }) => (value === null ? [] : [value])) ?? []
  return {
    about: {
      say: 'chart-gaps-about',
      gaps: gaps.length,
      isPartial: first.isPartial,
      ask: first.ask,
      high: high.map(({ partner }) => partner),
      highScore: figures.score(Math.max(...scores)),
      low: low.map(({ partner }) => partner),
      lowScore: figures.score(Math.min(...scores)),
      gap: first.gap,
    },
    rows,
  }
}
