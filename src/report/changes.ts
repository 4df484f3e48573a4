import type { Trend } from '../model/result.ts'
import { formatQuantity } from './display-names.ts'
import { findNearestWords } from './gaps.ts'
import type { ReportContext } from './report-context.ts'
import { listTimePoints, type TimePoint } from './time-points.ts'

/** What changed over time: the scores side by side, then each span, the latest first. */
export interface Changes {
  readonly scores: ScoreTable | null
  /** What can be said of the changes' errors; null where the table says it. */
  readonly error: string | null
  readonly periods: readonly ChangePeriod[]
}

export interface ScoreTable {
  /** Titles of the points, the oldest first. */
  readonly points: readonly string[]
  /** Whether any change has a known error. */
  readonly hasError: boolean
  readonly rows: readonly {
    readonly title: string
    readonly scores: readonly string[]
    /** From the last but one point to the last. */
    readonly change: string
    readonly beyondError: string
  }[]
}

/** From one point in time to the next. */
export interface ChangePeriod {
  readonly title: string
  readonly sentences: readonly string[]
  readonly partners: readonly PartnerMoves[]
  readonly lists: readonly {
    readonly title: string
    readonly questions: readonly QuestionReference[]
  }[]
}

export interface PartnerMoves {
  readonly partner: string
  readonly lead: string
  /** The largest falls, then the largest rises. */
  readonly moves: readonly (QuestionReference & { readonly move: string })[]
  /** How many more moved by as much. */
  readonly rest: number
}

export interface QuestionReference {
  readonly question: string
  readonly ask: string
}

const minMove = 10
const maxFalls = 5
const maxRises = 3
const maxTimePoints = 4

/** Null without an earlier point in time. */
export function buildChanges(context: ReportContext): Changes | null {
  const trend = context.result.trend ?? []
  if (trend.length === 0) return null
  const points = listTimePoints(context)
  const spans = trend
    .map((change, index) => buildChangePeriod(change, points[index], points[index + 1], context))
    .toReversed()
  if (trend.some(({ withheld }) => withheld === true))
    return { scores: null, error: null, periods: spans }
  const scores = buildScoreTable(points, trend.at(-1), context)
  const error = scores.hasError
    ? 'A change is beyond its error where it is larger than what chance alone would bring about in 95 of 100 cases.'
    : 'Too few people answered to say whether a change is larger than its error.'
  return {
    scores,
    error: `${error}${scores.rows.some(isRounded) ? roundingNote : ''}`,
    periods: spans,
  }
}

const roundingNote =
  ' The changes come from the exact scores, so some are a little off what the rounded ones give.'

/** Whether somebody who takes the shown scores from each other gets another figure than the change beside them. */
function isRounded({ scores, change }: ScoreTable['rows'][number]): boolean {
  const [before, now] = scores.slice(-2).map(Number)
  const difference = (now ?? Number.NaN) - (before ?? Number.NaN)
  return Math.abs(difference - Number(change.replace('−', '-'))) > 1e-9
}

function buildScoreTable(
  points: readonly TimePoint[],
  last: Trend | undefined,
  context: ReportContext,
): ScoreTable {
  const { figures, names } = context
  const shown = points.slice(-maxTimePoints)
  const scoreIn = (value: number | null | undefined) => figures.score(value ?? null)
  const changed = new Map(last?.dimensions.map((change) => [change.id, change]))
  const rows = (context.result.dimensions ?? []).map(({ id }) => {
    const change = changed.get(id)
    return {
      title: names.dimension(id),
      scores: shown.map(({ result }) =>
        scoreIn(result.dimensions?.find((dimension) => dimension.id === id)?.score.value),
      ),
      change: formatSigned(change?.change ?? null, context),
      beyondError: { true: 'yes', false: 'no', null: 'n/a' }[`${change?.reliable ?? null}`],
    }
  })
  const overall = {
    title: 'Overall',
    scores: shown.map(({ result }) => scoreIn(result.score?.value)),
    change: formatSigned(last?.score ?? null, context),
    beyondError: '',
  }
  return {
    points: shown.map(({ title }) => title),
    hasError: rows.some(({ beyondError }) => beyondError !== 'n/a'),
    rows: [overall, ...rows],
  }
}

function buildChangePeriod(
  trend: Trend,
  from: TimePoint | undefined,
  to: TimePoint | undefined,
  context: ReportContext,
): ChangePeriod {
  const title = `From ${from?.title ?? trend.from} to ${to?.title ?? trend.to}`
  if (trend.withheld === true || from === undefined || to === undefined) {
    return {
      title: `From ${trend.from} to ${trend.to}`,
      sentences: ['Not shown: too few people changed, or a group is too small.'],
      partners: [],
      lists: [],
    }
  }
  const asked = (question: string) => ({ question, ask: context.names.ask(question) })
  const lists = [
    { title: 'Fallen below what it must reach', ids: trend.fell },
    { title: 'Open now, and not before', ids: trend.opened },
    { title: 'No longer open', ids: trend.closed },
    ...groupLeftOut(trend),
  ]
  return {
    title,
    sentences: describePeriod(trend, from, to, context),
    partners: listPartnerIds(trend).map((partner) =>
      buildPartnerMoves(partner, trend, from, to, context),
    ),
    lists: lists.flatMap(({ title: what, ids }) =>
      ids.length === 0 ? [] : [{ title: what, questions: ids.map(asked) }],
    ),
  }
}

const leftOutTitles = {
  version: 'Not compared: of a version of the questionnaire that is not at hand',
  scale: 'Not compared: answered on another scale',
  reworded: 'Not compared: worded otherwise',
  added: 'Not compared: asked for the first time',
  removed: 'Not compared: no longer asked',
} as const

function groupLeftOut({ left }: Trend): readonly { title: string; ids: readonly string[] }[] {
  return Object.entries(leftOutTitles).map(([reason, title]) => ({
    title,
    ids: left.filter((each) => each.reason === reason).map(({ id }) => id),
  }))
}

function describePeriod(
  trend: Trend,
  from: TimePoint,
  to: TimePoint,
  context: ReportContext,
): readonly string[] {
  const whole = describeWholeChange(trend, from, to, context)
  if (whole === null) return ['The scores of the two can’t be set against each other as a whole.']
  return [`The ${whole}.`, ...describePartnerChanges(from, to, context)]
}

/** `Since 12 May 2026 the score fell by 4.2 points. Contoso fell by 5.8 points, to 50.7.`; null where it can't be said. */
export function describeLatestChange(context: ReportContext): string | null {
  const trend = context.result.trend?.at(-1)
  const [from, to] = listTimePoints(context).slice(-2)
  if (trend === undefined || from === undefined || to === undefined) return null
  const whole = describeWholeChange(trend, from, to, context)
  if (whole === null) return null
  return [`Since ${from.title} the ${whole}.`, ...describePartnerChanges(from, to, context)].join(
    ' ',
  )
}

/** `score fell by 4.2 points, and the level from “Ready” to “Emerging”`; null where the scores are not of the same thing. */
function describeWholeChange(
  trend: Trend,
  from: TimePoint,
  to: TimePoint,
  context: ReportContext,
): string | null {
  if (trend.score === null) return null
  const { names } = context
  const score = `score ${describeDifference(trend.score, context) ?? 'is the same'}`
  const before = from.result.verdict.level
  const now = to.result.verdict.level
  if (before === null || now === null) return score
  return before === now
    ? `${score}, and the level is “${names.level(now)}” as before`
    : `${score}, and the level went from “${names.level(before)}” to “${names.level(now)}”`
}

/** Of two points whose scores are of the same thing. One partner alone is the whole. */
function describePartnerChanges(
  from: TimePoint,
  to: TimePoint,
  context: ReportContext,
): readonly string[] {
  const partners = to.result.partners ?? []
  if (partners.length < 2) return []
  const told = partners.flatMap(({ id, score: { value } }) => {
    const before = from.result.partners?.find((partner) => partner.id === id)?.score.value ?? null
    if (before === null || value === null) return []
    const name = context.names.partner(id)
    const score = context.figures.score(value)
    const change = describeDifference(value - before, context)
    return [change === null ? `${name} is at ${score} as before` : `${name} ${change}, to ${score}`]
  })
  return told.length === 0 ? [] : [`${told.join('; ')}.`]
}

/** `fell by 4.2 points`; null for what rounds to nothing. */
function describeDifference(change: number, { figures }: ReportContext): string | null {
  const size = figures.difference(Math.abs(change))
  if (Number(size) === 0) return null
  return `${change > 0 ? 'rose' : 'fell'} by ${size} points`
}

function listPartnerIds({ questions }: Trend): readonly string[] {
  return [...new Set(questions.map(({ partner }) => partner))].toSorted()
}

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

function buildPartnerMoves(
  partner: string,
  trend: Trend,
  from: TimePoint,
  to: TimePoint,
  context: ReportContext,
): PartnerMoves {
  const own = trend.questions.filter((each) => each.partner === partner)
  const large = own.filter(({ change }) => Math.abs(change) >= minMove)
  const falls = large.filter(({ change }) => change < 0).toSorted((a, b) => a.change - b.change)
  const rises = large.filter(({ change }) => change > 0).toSorted((a, b) => b.change - a.change)
  const told = [...falls.slice(0, maxFalls), ...rises.slice(0, maxRises)]
  const { down, up, of } = countMoves(trend, partner)
  return {
    partner: context.names.partner(partner),
    lead: `${formatQuantity(of, 'question', 'questions')}: ${down} lower, ${up} higher, ${of - down - up} as before.`,
    moves: told.map(({ id, change }) => ({
      question: id,
      ask: context.names.ask(id),
      move: `${formatSigned(change, context)}, ${describeMove(id, partner, from, to, context)}`,
    })),
    rest: large.length - told.length,
  }
}

/** `from “When they ask” (25) to “Within days” (75)`. */
function describeMove(
  id: string,
  partner: string,
  from: TimePoint,
  to: TimePoint,
  context: ReportContext,
): string {
  const question = context.names.question(id)
  const former = [id, ...(question?.formerly ?? [])]
  const [before, now] = [from, to].map(({ result }) => {
    const own = result.questions
      ?.find((each) => former.includes(each.id))
      ?.partners?.find((each) => each.id === partner)
    const mean = own?.mean ?? null
    const words = question === null || mean === null ? null : findNearestWords(question, mean)
    return { score: context.figures.score(own?.score ?? null), words }
  })
  if (before === undefined || now === undefined) return ''
  if (before.words === null || now.words === null) return `from ${before.score} to ${now.score}`
  if (before.words === now.words)
    return `from ${before.score} to ${now.score}, both near “${now.words}”`
  return `from “${before.words}” (${before.score}) to “${now.words}” (${now.score})`
}

/** On the shown range, with its sign; `n/a` where there is none. */
function formatSigned(change: number | null, { figures }: ReportContext): string {
  if (change === null) return 'n/a'
  const size = figures.difference(Math.abs(change))
  return Number(size) === 0 ? '0' : `${change > 0 ? '+' : '−'}${size}`
}
