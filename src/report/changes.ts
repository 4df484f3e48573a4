import type { Trend } from '../model/result.ts'
import { nearestWords } from './gaps.ts'
import { counted } from './names.ts'
import { type Point, pointsOf } from './points.ts'
import type { Telling } from './telling.ts'

/** What changed over time: the scores side by side, then each span, the latest first. */
export interface Changes {
  readonly scores: ScoreTable | null
  /** What can be said of the changes' errors; null where the table says it. */
  readonly error: string | null
  readonly spans: readonly Span[]
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
export interface Span {
  readonly title: string
  readonly sentences: readonly string[]
  readonly partners: readonly PartnerMoves[]
  readonly lists: readonly { readonly title: string; readonly questions: readonly Asked[] }[]
}

export interface PartnerMoves {
  readonly partner: string
  readonly lead: string
  /** The largest falls, then the largest rises. */
  readonly moves: readonly (Asked & { readonly move: string })[]
  /** How many more moved by as much. */
  readonly rest: number
}

export interface Asked {
  readonly question: string
  readonly ask: string
}

const leastMove = 10
const mostFalls = 5
const mostRises = 3
const mostPoints = 4

/** Null without an earlier point in time. */
export function changesOf(telling: Telling): Changes | null {
  const trend = telling.result.trend ?? []
  if (trend.length === 0) return null
  const points = pointsOf(telling)
  const spans = trend
    .map((change, index) => spanOf(change, points[index], points[index + 1], telling))
    .toReversed()
  if (trend.some(({ withheld }) => withheld === true)) return { scores: null, error: null, spans }
  const scores = scoreTable(points, trend.at(-1), telling)
  const error = scores.hasError
    ? 'A change is beyond its error where it is larger than what chance alone would bring about in 95 of 100 cases.'
    : 'Too few people answered to say whether a change is larger than its error.'
  return { scores, error: `${error}${scores.rows.some(isRounded) ? aboutRounding : ''}`, spans }
}

const aboutRounding =
  ' The changes come from the exact scores, so some are a little off what the rounded ones give.'

/** Whether somebody who takes the shown scores from each other gets another figure than the change beside them. */
function isRounded({ scores, change }: ScoreTable['rows'][number]): boolean {
  const [before, now] = scores.slice(-2).map(Number)
  const difference = (now ?? Number.NaN) - (before ?? Number.NaN)
  return Math.abs(difference - Number(change.replace('−', '-'))) > 1e-9
}

function scoreTable(
  points: readonly Point[],
  last: Trend | undefined,
  telling: Telling,
): ScoreTable {
  const { figures, names } = telling
  const shown = points.slice(-mostPoints)
  const scoreIn = (value: number | null | undefined) => figures.score(value ?? null)
  const changed = new Map(last?.dimensions.map((change) => [change.id, change]))
  const rows = (telling.result.dimensions ?? []).map(({ id }) => {
    const change = changed.get(id)
    return {
      title: names.dimension(id),
      scores: shown.map(({ result }) =>
        scoreIn(result.dimensions?.find((dimension) => dimension.id === id)?.score.value),
      ),
      change: signed(change?.change ?? null, telling),
      beyondError: { true: 'yes', false: 'no', null: 'n/a' }[`${change?.reliable ?? null}`],
    }
  })
  const overall = {
    title: 'Overall',
    scores: shown.map(({ result }) => scoreIn(result.score?.value)),
    change: signed(last?.score ?? null, telling),
    beyondError: '',
  }
  return {
    points: shown.map(({ title }) => title),
    hasError: rows.some(({ beyondError }) => beyondError !== 'n/a'),
    rows: [overall, ...rows],
  }
}

function spanOf(
  trend: Trend,
  from: Point | undefined,
  to: Point | undefined,
  telling: Telling,
): Span {
  const title = `From ${from?.title ?? trend.from} to ${to?.title ?? trend.to}`
  if (trend.withheld === true || from === undefined || to === undefined) {
    return {
      title: `From ${trend.from} to ${trend.to}`,
      sentences: ['Not shown: too few people changed, or a group is too small.'],
      partners: [],
      lists: [],
    }
  }
  const asked = (question: string) => ({ question, ask: telling.names.ask(question) })
  const lists = [
    { title: 'Fallen below what it must reach', ids: trend.fell },
    { title: 'Open now, and not before', ids: trend.opened },
    { title: 'No longer open', ids: trend.closed },
    ...leftOut(trend),
  ]
  return {
    title,
    sentences: sentencesOf(trend, from, to, telling),
    partners: partnersOf(trend).map((partner) => movesOf(partner, trend, from, to, telling)),
    lists: lists.flatMap(({ title: what, ids }) =>
      ids.length === 0 ? [] : [{ title: what, questions: ids.map(asked) }],
    ),
  }
}

const reasons = {
  version: 'Not compared: of a version of the questionnaire that is not at hand',
  scale: 'Not compared: answered on another scale',
  reworded: 'Not compared: worded otherwise',
  added: 'Not compared: asked for the first time',
  removed: 'Not compared: no longer asked',
} as const

function leftOut({ left }: Trend): readonly { title: string; ids: readonly string[] }[] {
  return Object.entries(reasons).map(([reason, title]) => ({
    title,
    ids: left.filter((each) => each.reason === reason).map(({ id }) => id),
  }))
}

function sentencesOf(trend: Trend, from: Point, to: Point, telling: Telling): readonly string[] {
  const whole = wholeChange(trend, from, to, telling)
  if (whole === null) return ['The scores of the two can’t be set against each other as a whole.']
  return [`The ${whole}.`, ...partnerChanges(from, to, telling)]
}

/** `Since 12 May 2026 the score fell by 4.2 points. Contoso fell by 5.8 points, to 50.7.`; null where it can't be said. */
export function sinceSentence(telling: Telling): string | null {
  const trend = telling.result.trend?.at(-1)
  const [from, to] = pointsOf(telling).slice(-2)
  if (trend === undefined || from === undefined || to === undefined) return null
  const whole = wholeChange(trend, from, to, telling)
  if (whole === null) return null
  return [`Since ${from.title} the ${whole}.`, ...partnerChanges(from, to, telling)].join(' ')
}

/** `score fell by 4.2 points, and the level from “Ready” to “Emerging”`; null where the scores are not of the same thing. */
function wholeChange(trend: Trend, from: Point, to: Point, telling: Telling): string | null {
  if (trend.score === null) return null
  const { names } = telling
  const score = `score ${went(trend.score, telling) ?? 'is the same'}`
  const before = from.result.verdict.level
  const now = to.result.verdict.level
  if (before === null || now === null) return score
  return before === now
    ? `${score}, and the level is “${names.level(now)}” as before`
    : `${score}, and the level went from “${names.level(before)}” to “${names.level(now)}”`
}

/** Of two points whose scores are of the same thing. One partner alone is the whole. */
function partnerChanges(from: Point, to: Point, telling: Telling): readonly string[] {
  const partners = to.result.partners ?? []
  if (partners.length < 2) return []
  const told = partners.flatMap(({ id, score: { value } }) => {
    const before = from.result.partners?.find((partner) => partner.id === id)?.score.value ?? null
    if (before === null || value === null) return []
    const name = telling.names.partner(id)
    const score = telling.figures.score(value)
    const change = went(value - before, telling)
    return [change === null ? `${name} is at ${score} as before` : `${name} ${change}, to ${score}`]
  })
  return told.length === 0 ? [] : [`${told.join('; ')}.`]
}

/** `fell by 4.2 points`; null for what rounds to nothing. */
function went(change: number, { figures }: Telling): string | null {
  const size = figures.difference(Math.abs(change))
  if (Number(size) === 0) return null
  return `${change > 0 ? 'rose' : 'fell'} by ${size} points`
}

function partnersOf({ questions }: Trend): readonly string[] {
  return [...new Set(questions.map(({ partner }) => partner))].toSorted()
}

/** How many answers of a partner went down and up. */
export function moved(
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

function movesOf(
  partner: string,
  trend: Trend,
  from: Point,
  to: Point,
  telling: Telling,
): PartnerMoves {
  const own = trend.questions.filter((each) => each.partner === partner)
  const large = own.filter(({ change }) => Math.abs(change) >= leastMove)
  const falls = large.filter(({ change }) => change < 0).toSorted((a, b) => a.change - b.change)
  const rises = large.filter(({ change }) => change > 0).toSorted((a, b) => b.change - a.change)
  const told = [...falls.slice(0, mostFalls), ...rises.slice(0, mostRises)]
  const { down, up, of } = moved(trend, partner)
  return {
    partner: telling.names.partner(partner),
    lead: `${counted(of, 'question', 'questions')}: ${down} lower, ${up} higher, ${of - down - up} as before.`,
    moves: told.map(({ id, change }) => ({
      question: id,
      ask: telling.names.ask(id),
      move: `${signed(change, telling)}, ${fromTo(id, partner, from, to, telling)}`,
    })),
    rest: large.length - told.length,
  }
}

/** `from “When they ask” (25) to “Within days” (75)`. */
function fromTo(id: string, partner: string, from: Point, to: Point, telling: Telling): string {
  const question = telling.names.question(id)
  const former = [id, ...(question?.formerly ?? [])]
  const [before, now] = [from, to].map(({ result }) => {
    const own = result.questions
      ?.find((each) => former.includes(each.id))
      ?.partners?.find((each) => each.id === partner)
    const mean = own?.mean ?? null
    const words = question === null || mean === null ? null : nearestWords(question, mean)
    return { score: telling.figures.score(own?.score ?? null), words }
  })
  if (before === undefined || now === undefined) return ''
  if (before.words === null || now.words === null) return `from ${before.score} to ${now.score}`
  if (before.words === now.words)
    return `from ${before.score} to ${now.score}, both near “${now.words}”`
  return `from “${before.words}” (${before.score}) to “${now.words}” (${now.score})`
}

/** On the shown range, with its sign; `n/a` where there is none. */
function signed(change: number | null, { figures }: Telling): string {
  if (change === null) return 'n/a'
  const size = figures.difference(Math.abs(change))
  return Number(size) === 0 ? '0' : `${change > 0 ? '+' : '−'}${size}`
}
