import type { Trend } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { findPartnerScore } from './gaps.ts'
import type { ShownContext } from './report-context.ts'
import type { TimePoint } from './time-points.ts'

interface PartnerMoves {
  readonly partner: string
  readonly lead: ReportSentence
  /** The largest falls, then the largest rises. */
  readonly moves: readonly {
    readonly question: string
    readonly ask: string
    readonly move: ReportSentence
  }[]
  /** How many more moved by as much. */
  readonly rest: number
}

const minMove = 10
const maxFalls = 3
const maxRises = 2

/** How many answers of a partner went down and up. */
export function countMoves(
  { questions }: Trend,
  partner: string,
): { readonly down: number; readonly up: number; readonly of: number } {
  const own = questions.filter((each) => each.partner === partner)
  return {
    down: own.filter(({ change }) => change < -1e-9).length,
    up: own.filter(({ change }) => change > 1e-9).length,
    of: own.length,
  }
}

export function buildPartnerMoves(
  partner: string,
  trend: Trend,
  from: TimePoint,
  to: TimePoint,
  context: ShownContext,
): PartnerMoves {
  const own = trend.questions.filter((each) => each.partner === partner)
  const large = own.filter(({ change }) => Math.abs(change) >= minMove)
  const falls = large.filter(({ change }) => change < 0).toSorted((a, b) => a.change - b.change)
  const rises = large.filter(({ change }) => change > 0).toSorted((a, b) => b.change - a.change)
  const shown = [...falls.slice(0, maxFalls), ...rises.slice(0, maxRises)]
  const { down, up, of } = countMoves(trend, partner)
  return {
    partner: context.names.partner(partner),
    lead: { say: 'moves-lead', asked: of, down, up },
    moves: shown.map(({ id, change }) => ({
      question: id,
      ask: context.names.ask(id),
      move: {
        say: 'move',
        change: formatSigned(change, context),
        from: describeMove(id, partner, from, to, context),
      },
    })),
    rest: large.length - shown.length,
  }
}

/** `from 25 to 75`; the question may have had other ids before. */
function describeMove(
  id: string,
  partner: string,
  from: TimePoint,
  to: TimePoint,
  context: ShownContext,
): ReportText {
  const former = [id, ...(context.names.question(id)?.formerly ?? [])]
  const scoreAt = ({ result }: TimePoint) => {
    const own = former.map((each) => findPartnerScore(each, partner, { result }))
    return context.figures.score(own.find((score) => score !== null) ?? null)
  }
  return { say: 'move-scores', before: scoreAt(from), now: scoreAt(to) }
}

/** On the shown range, with its sign; `n/a` where there is none. */
export function formatSigned(change: number | null, { figures }: ShownContext): ReportText {
  if (change === null) return { say: 'no-figure' }
  const size = figures.difference(Math.abs(change))
  return Number(size) === 0 ? '0' : `${change > 0 ? '+' : '−'}${size}`
}
