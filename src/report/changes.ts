import type { Trend } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { buildPartnerMoves, formatSigned } from './moves.ts'
import type { ShownContext } from './report-context.ts'
import { listTimePoints, type TimePoint } from './time-points.ts'

/** What changed over time: the scores side by side, then each span, the latest first. */
export interface Changes {
  readonly scores: ScoreTable | null
  /** What can be said of the changes' errors; null where the table says it. */
  readonly error: ReportSentence | null
  readonly periods: readonly ChangePeriod[]
}

interface ScoreTable {
  /** Titles of the points, the oldest first. */
  readonly points: readonly ReportText[]
  /** Whether the error of any change could be computed. */
  readonly hasError: boolean
  readonly rows: readonly {
    readonly title: ReportText
    readonly scores: readonly ReportText[]
    /** From the last but one point to the last. */
    readonly change: ReportText
    readonly beyondError: ReportText
  }[]
}

/** From one point in time to the next. */
export interface ChangePeriod {
  readonly title: ReportSentence
  readonly sentences: readonly ReportSentence[]
  readonly partners: readonly ReturnType<typeof buildPartnerMoves>[]
  readonly lists: readonly {
    readonly title: ReportSentence
    readonly questions: readonly { readonly question: string; readonly ask: string }[]
  }[]
}

const maxTimePoints = 4

/** Null without an earlier point in time. Nothing is told of a change where a view of a partner is hidden at any point. */
export function buildChanges(context: ShownContext): Changes | null {
  const { trend = [] } = context.result
  if (trend.length === 0) return null
  const points = listTimePoints(context)
  const spans = trend
    .map((change, index) => buildChangePeriod(change, points[index], points[index + 1], context))
    .toReversed()
  if (points.length <= trend.length || trend.some(({ withheld }) => withheld === true))
    return { scores: null, error: null, periods: spans }
  const scores = buildScoreTable(points, trend.at(-1), context)
  const error: ReportSentence = { say: scores.hasError ? 'change-error' : 'change-error-unknown' }
  return {
    scores,
    error: scores.rows.some(isRounded)
      ? { say: 'sentences', all: [error, { say: 'changes-exact' }] }
      : error,
    periods: spans,
  }
}

/** Whether somebody who takes the shown scores from each other gets another figure than the change beside them. */
function isRounded({ scores, change }: ScoreTable['rows'][number]): boolean {
  const [before, now] = scores.slice(-2).map(Number)
  const difference = (now ?? Number.NaN) - (before ?? Number.NaN)
  const stated = typeof change === 'string' ? Number(change.replace('−', '-')) : Number.NaN
  return Math.abs(difference - stated) > 1e-9
}

function buildScoreTable(
  points: readonly TimePoint[],
  last: Trend | undefined,
  context: ShownContext,
): ScoreTable {
  const { figures, names } = context
  const shown = points.slice(-maxTimePoints)
  const [from, to] = points.slice(-2)
  const isComparable = (dimension?: string) =>
    from !== undefined && to !== undefined && findOtherPartners(from, to, dimension) === null
  const scoreIn = (value: number | null | undefined) => figures.score(value ?? null)
  const changed = new Map(
    last?.dimensions.filter(({ id }) => isComparable(id)).map((change) => [change.id, change]),
  )
  const rows = context.result.dimensions.map(({ id }) => {
    const change = changed.get(id)
    return {
      title: names.dimension(id),
      scores: shown.map(({ result }) =>
        scoreIn(result.dimensions.find((dimension) => dimension.id === id)?.score.value),
      ),
      change: formatSigned(change?.change ?? null, context),
      beyondError: formatBeyondError(change?.reliable ?? null),
    }
  })
  const overall = {
    title: { say: 'overall' } as const,
    scores: shown.map(({ result }) => scoreIn(result.score.value)),
    change: formatSigned(isComparable() ? (last?.score ?? null) : null, context),
    beyondError: '',
  }
  return {
    points: shown.map(({ title }) => title),
    hasError: context.result.dimensions.some(
      ({ id }) => (changed.get(id)?.reliable ?? null) !== null,
    ),
    rows: [overall, ...rows],
  }
}

function buildChangePeriod(
  trend: Trend,
  from: TimePoint | undefined,
  to: TimePoint | undefined,
  context: ShownContext,
): ChangePeriod {
  if (trend.withheld === true || from === undefined || to === undefined) {
    return {
      title: { say: 'change-period', from: trend.from, to: trend.to },
      sentences: [{ say: 'change-withheld' }],
      partners: [],
      lists: [],
    }
  }
  const asked = (question: string) => ({ question, ask: context.names.ask(question) })
  const lists = [
    { say: 'changes-fell', ids: trend.fell } as const,
    { say: 'changes-opened', ids: trend.opened } as const,
    { say: 'changes-closed', ids: trend.closed } as const,
    ...groupLeftOut(trend),
  ]
  return {
    title: { say: 'change-period', from: from.title, to: to.title },
    sentences: describePeriod(trend, from, to, context),
    partners: listPartnerIds(trend).map((partner) =>
      buildPartnerMoves(partner, trend, from, to, context),
    ),
    lists: lists.flatMap(({ say, ids }) =>
      ids.length === 0 ? [] : [{ title: { say }, questions: ids.map(asked) }],
    ),
  }
}

const leftOutReasons = ['version', 'scale', 'reworded', 'added', 'removed'] as const

function groupLeftOut({ left }: Trend) {
  return leftOutReasons.map((reason) => ({
    say: `changes-left-${reason}` as const,
    ids: left.filter((each) => each.reason === reason).map(({ id }) => id),
  }))
}

function describePeriod(
  trend: Trend,
  from: TimePoint,
  to: TimePoint,
  context: ShownContext,
): readonly ReportSentence[] {
  const overall = describeOverall(trend, from, to, null, context)
  if (overall === null) {
    const isMissing = from.result.score.value === null || to.result.score.value === null
    return [{ say: isMissing ? 'change-without-score' : 'change-incomparable' }]
  }
  return [overall, ...describePartnerChanges(from, to, context)]
}

/** `Since 12 May 2026 the score fell by 4.2 points. As Contoso sees it, …`; null where it can't be said. */
export function describeLatestChange(context: ShownContext): ReportSentence | null {
  const trend = context.result.trend?.at(-1)
  const [from, to] = listTimePoints(context).slice(-2)
  if (trend === undefined || from === undefined || to === undefined) return null
  const overall = describeOverall(trend, from, to, from.title, context)
  if (overall === null) return null
  return { say: 'sentences', all: [overall, ...describePartnerChanges(from, to, context)] }
}

/** In a sentence of its own, with the day where one is given; null where the scores are not of the same questions. */
function describeOverall(
  trend: Trend,
  from: TimePoint,
  to: TimePoint,
  day: ReportText | null,
  context: ShownContext,
): ReportSentence | null {
  if (trend.score === null) return null
  const { names } = context
  const others = findOtherPartners(from, to)
  if (others !== null) {
    const [gone, come] = [others.gone.map(names.partner), others.come.map(names.partner)]
    return { say: 'change-other-partners', day, gone, come }
  }
  const change = describeWholeChange(trend.score, from, to, context)
  return day === null ? { say: 'change-overall', change } : { say: 'change-since', day, change }
}

/**
 * Partners that have a score at only one of two points: overall, or in a dimension. Null where they are the same at both: only
 * then is a change of the whole a change of somebody's answers.
 */
function findOtherPartners(from: TimePoint, to: TimePoint, dimension?: string) {
  const [before, now] = [from, to].map(({ result }) =>
    result.partners.flatMap(({ id, score, dimensions }) => {
      const own =
        dimension === undefined ? score : dimensions.find((each) => each.id === dimension)?.score
      return typeof own?.value === 'number' ? [id] : []
    }),
  )
  const gone = (before ?? []).filter((id) => now?.includes(id) === false)
  const come = (now ?? []).filter((id) => before?.includes(id) === false)
  return gone.length + come.length === 0 ? null : { gone, come }
}

/** `score fell by 4.2 points, and the level went from “Ready” to “Emerging”`. */
function describeWholeChange(
  change: number,
  from: TimePoint,
  to: TimePoint,
  context: ShownContext,
): ReportSentence {
  const { names } = context
  const difference = describeDifference(change, context)
  const score = { say: 'change-of-score', difference } as const
  const before = from.result.verdict.level
  const now = to.result.verdict.level
  if (before === null || now === null) return score
  return before === now
    ? { say: 'change-same-level', score, level: names.level(now) }
    : { say: 'change-of-level', score, before: names.level(before), now: names.level(now) }
}

/** Of two points whose scores are of the same questions. One partner alone at both is the whole. */
function describePartnerChanges(
  from: TimePoint,
  to: TimePoint,
  context: ShownContext,
): readonly ReportSentence[] {
  const { partners } = to.result
  if (partners.length < 2 && findOtherPartners(from, to) === null) return []
  const changes = partners.flatMap(({ id, score: { value } }) => {
    const before = from.result.partners.find((partner) => partner.id === id)?.score.value ?? null
    if (before === null || value === null) return []
    return {
      say: 'change-of-partner',
      partner: context.names.partner(id),
      difference: describeDifference(value - before, context),
      score: context.figures.score(value),
    } as const
  })
  return changes.length === 0 ? [] : [{ say: 'change-of-partners', changes }]
}

/** `fell by 4.2 points`; null for what rounds to nothing. */
function describeDifference(change: number, { figures }: ShownContext): ReportSentence | null {
  const size = figures.difference(Math.abs(change))
  if (Number(size) === 0) return null
  return { say: change > 0 ? 'change-rose' : 'change-fell', size }
}

function listPartnerIds({ questions }: Trend): readonly string[] {
  return [...new Set(questions.map(({ partner }) => partner))].toSorted()
}

function formatBeyondError(reliable: boolean | null): ReportSentence {
  if (reliable === null) return { say: 'no-figure' }
  return { say: reliable ? 'yes' : 'no' }
}
