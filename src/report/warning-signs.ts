import type { Result } from '../model/result.ts'
import { countMoves } from './changes.ts'
import { formatDay } from './dates.ts'
import { formatQuantity } from './display-names.ts'
import { findNearestWords } from './gaps.ts'
import type { ReportContext } from './report-context.ts'
import { listTimePoints, type TimePoint } from './time-points.ts'

/** What tells early that a partnership begins to fade (docs/scoring.md, "Signs to watch"). */
export interface WarningSigns {
  /** Partners whose interest may be fading, each with what shows it. */
  readonly fading: readonly { readonly lead: string; readonly shown: readonly string[] }[]
  /** Where a partner's people think that they do more than the other. */
  readonly burden: readonly {
    readonly question: string
    readonly ask: string
    readonly sentence: string
  }[]
  /** What the plan holds that is past its day. */
  readonly overdue: readonly { readonly sentence: string; readonly place: string | null }[]
}

/** Points of a partner's score; answers lower for each that is higher, and of all; the share of answers given. */
const minScoreFall = 5
const minLowerToHigherRatio = 2
const minLowerShare = 1 / 3
const minAnsweredShareFall = 0.05
const minBurdenGap = 25
const maxBurdens = 3

export function buildWarningSigns(context: ReportContext): WarningSigns {
  return {
    fading: buildFadingSigns(context),
    burden: buildBurdenSigns(context),
    overdue: buildOverdueSigns(context),
  }
}

/** Between the last two points in time. */
function buildFadingSigns(context: ReportContext): WarningSigns['fading'] {
  const [from, to] = listTimePoints(context).slice(-2)
  if (from === undefined || to === undefined) return []
  return (to.result.partners ?? []).flatMap(({ id }) => {
    const shown = [
      ...describeFewerPeople(id, from, to),
      ...describeFewerAnswers(id, from, to, context),
      ...describeLowerScores(id, from, context),
    ]
    if (shown.length === 0) return []
    return [{ lead: `${context.names.partner(id)}, since ${from.title}`, shown }]
  })
}

function describeFewerPeople(id: string, from: TimePoint, to: TimePoint): readonly string[] {
  const [before = 0, now = 0] = [from, to].map(
    ({ result }) => result.partners?.find((partner) => partner.id === id)?.respondents,
  )
  if (now >= before) return []
  return [`${formatQuantity(now, 'person', 'people')} answered, ${before} before`]
}

function describeFewerAnswers(
  id: string,
  from: TimePoint,
  to: TimePoint,
  { figures }: ReportContext,
): readonly string[] {
  const [before, now] = [from, to].map(({ result }) => getAnsweredShare(result, id))
  if (before == null || now == null || before - now < minAnsweredShareFall - 1e-9) return []
  return [
    `${figures.percent(now)} of the questions have an answer, ${figures.percent(before)} before`,
  ]
}

/** Of what was asked and applies, what has a score-giving answer; null where nothing was asked. */
function getAnsweredShare({ questions = [] }: Result, id: string): number | null {
  const own = questions.flatMap(({ partners = [] }) => partners.filter((each) => each.id === id))
  const answered = own.reduce((sum, each) => sum + each.answered, 0)
  const open = own.reduce((sum, { dontKnow, skipped }) => sum + dontKnow + skipped, 0)
  return answered + open === 0 ? null : answered / (answered + open)
}

function describeLowerScores(
  id: string,
  from: TimePoint,
  { result, figures }: ReportContext,
): readonly string[] {
  const last = result.trend?.at(-1)
  if (last === undefined) return []
  const shown: string[] = []
  const scores = [from.result, result].map(
    ({ partners }) => partners?.find((partner) => partner.id === id)?.score.value ?? null,
  )
  const [before = null, now = null] = scores
  // Where questions were left out, the two scores are not of the same thing.
  if (last.score !== null && before !== null && now !== null && before - now >= minScoreFall) {
    shown.push(
      `its score is ${figures.score(now)}, ${figures.difference(before - now)} points lower than before`,
    )
  }
  const { down, up, of } = countMoves(last, id)
  if (down >= minLowerToHigherRatio * Math.max(1, up) && down >= minLowerShare * of) {
    shown.push(`answers lower than before: ${down} of ${of}; higher: ${up}`)
  }
  return shown
}

/** Questions asked about oneself and about the other, where a partner puts itself far above the other. */
function buildBurdenSigns(context: ReportContext): WarningSigns['burden'] {
  const { result, names, figures } = context
  const pairs = new Map((result.directed ?? []).map(({ question, mirror }) => [question, mirror]))
  const partners = result.partners ?? []
  if (partners.length < 2) return []
  const others = partners.length === 2 ? 'the other' : 'the others'
  return [...pairs]
    .flatMap(([question, mirror]) =>
      partners.flatMap(({ id }) => {
        const own = findPartnerAnswer(question, id, context)
        const other = findPartnerAnswer(mirror, id, context)
        if (own === null || other === null || own.score - other.score < minBurdenGap) return []
        return [{ question, mirror, id, own, other, gap: own.score - other.score }]
      }),
    )
    .toSorted((a, b) => b.gap - a.gap)
    .slice(0, maxBurdens)
    .map(({ mirror, id, own, other, gap }) => ({
      question: mirror,
      ask: names.ask(mirror),
      sentence: `${names.partner(id)} puts itself ${figures.difference(gap)} points above ${others}: of itself ${formatPartnerAnswer(own, context)}, of ${others} ${formatPartnerAnswer(other, context)}`,
    }))
}

interface PartnerAnswer {
  readonly score: number
  readonly words: string | null
}

function findPartnerAnswer(
  id: string,
  partner: string,
  { result, names }: ReportContext,
): PartnerAnswer | null {
  const own = result.questions
    ?.find((question) => question.id === id)
    ?.partners?.find((each) => each.id === partner)
  const question = names.question(id)
  if (own?.score == null || own.mean === null || question === null) return null
  return { score: own.score, words: findNearestWords(question, own.mean) }
}

function formatPartnerAnswer({ score, words }: PartnerAnswer, { figures }: ReportContext): string {
  return words === null ? figures.score(score) : `“${words}” (${figures.score(score)})`
}

/** Promises and the review that are past their day, the longest first. */
function buildOverdueSigns(context: ReportContext): WarningSigns['overdue'] {
  const { plan, result, placeInPlan } = context
  const { today } = result
  if (plan === null || today === undefined || (result.plan ?? null) === null) return []
  const promises = (plan.commitments ?? []).flatMap(({ what, owner, due, status }, index) => {
    if (due === undefined || due >= today || (status ?? 'open') !== 'open') return []
    const whose = owner === undefined ? 'nobody’s' : formatOwner(owner, context)
    const path = ['commitments', index]
    return [{ due, what: `“${what ?? `Commitment ${index + 1}`}”, ${whose}`, path }]
  })
  const next = plan.reviews?.next
  const review =
    next === undefined || next >= today
      ? []
      : [{ due: next, what: 'The review', path: ['reviews', 'next'] }]
  return [...promises, ...review]
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ due, what, path }) => ({
      sentence: `${what}: due on ${formatDay(context.style.dates, due)}, ${formatQuantity(countDaysBetween(due, today), 'day', 'days')} ago`,
      place: placeInPlan(path),
    }))
}

function formatOwner(id: string, { plan, names }: ReportContext): string {
  const partner = plan?.people?.find((person) => person.id === id)?.partner
  const name = names.person(id)
  return partner === undefined ? name : `${name} of ${names.partner(partner)}`
}

function countDaysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
