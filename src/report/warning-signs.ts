import type { ShownResult } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { findPartnerScore } from './gaps.ts'
import { nameOthers } from './mirrors.ts'
import { countMoves } from './moves.ts'
import type { ReportContext, ScoredContext, ShownContext } from './report-context.ts'
import { formatDay, listTimePoints, type TimePoint } from './time-points.ts'

/** Early signs that a partnership begins to fade (docs/scoring.md, "Signs to watch"). */
interface WarningSigns {
  /** Partners whose interest may be fading, each with what shows it. */
  readonly fading: readonly {
    readonly lead: ReportSentence
    readonly shown: readonly ReportSentence[]
  }[]
  /** Where a partner's people think that they do more than the other. */
  readonly burden: readonly {
    readonly question: string
    readonly ask: string
    readonly sentence: ReportSentence
  }[]
  /** What the plan holds that is past its day. */
  readonly overdue: readonly {
    readonly sentence: ReportSentence
    readonly place: string | null
  }[]
}

/** Points of a partner's score; answers lower for each that is higher, and of all; the share of answers given. */
const minScoreFall = 10
const minLowerToHigherRatio = 2
const minLowerShare = 1 / 3
const minAnsweredShareFall = 0.05
const minBurdenGap = 25
const maxBurdens = 3

export function buildWarningSigns(context: ScoredContext): WarningSigns {
  const { result } = context
  const shown = result.hidden === undefined ? { ...context, result } : null
  return {
    fading: shown === null ? [] : buildFadingSigns(shown),
    burden: shown === null ? [] : buildBurdenSigns(shown),
    overdue: buildOverdueSigns(context),
  }
}

/** Between the last two points in time. */
function buildFadingSigns(context: ShownContext): WarningSigns['fading'] {
  const [from, to] = listTimePoints(context).slice(-2)
  if (from === undefined || to === undefined) return []
  return to.result.partners.flatMap(({ id }) => {
    const shown = [
      ...describeFewerPeople(id, from, to),
      ...describeFewerAnswers(id, from, to, context),
      ...describeLowerScores(id, from, context),
    ]
    if (shown.length === 0) return []
    return [
      {
        lead: { say: 'sign-lead', partner: context.names.partner(id), day: from.title } as const,
        shown,
      },
    ]
  })
}

function describeFewerPeople(
  id: string,
  from: TimePoint,
  to: TimePoint,
): readonly ReportSentence[] {
  const [before = 0, now = 0] = [from, to].map(
    ({ result }) => result.partners.find((partner) => partner.id === id)?.respondents,
  )
  if (now >= before) return []
  return [{ say: 'sign-fewer-people', now, before }]
}

function describeFewerAnswers(
  id: string,
  from: TimePoint,
  to: TimePoint,
  { figures }: ShownContext,
): readonly ReportSentence[] {
  const [before, now] = [from, to].map(({ result }) => getAnsweredShare(result, id))
  if (before == null || now == null || before - now < minAnsweredShareFall - 1e-9) return []
  return [{ say: 'sign-fewer-answers', now: figures.percent(now), before: figures.percent(before) }]
}

/** Of what was asked and applies, what has a score-giving answer; null where nothing was asked. */
function getAnsweredShare({ questions }: ShownResult, id: string): number | null {
  const own = questions.flatMap(({ partners }) => partners.filter((each) => each.id === id))
  const answered = own.reduce((sum, each) => sum + (each.answered ?? 0), 0)
  const open = own.reduce((sum, each) => sum + (each.dontKnow ?? 0) + (each.skipped ?? 0), 0)
  return answered + open === 0 ? null : answered / (answered + open)
}

function describeLowerScores(
  id: string,
  from: TimePoint,
  { result, figures }: ShownContext,
): readonly ReportSentence[] {
  const last = result.trend?.at(-1)
  if (last === undefined) return []
  const shown: ReportSentence[] = []
  const scores = [from.result, result].map(
    ({ partners }) => partners.find((partner) => partner.id === id)?.score.value ?? null,
  )
  const [before = null, now = null] = scores
  // Where questions were left out, the two scores are not of the same thing.
  if (last.score !== null && before !== null && now !== null && before - now >= minScoreFall) {
    shown.push({
      say: 'sign-lower-score',
      score: figures.score(now),
      fall: figures.difference(before - now),
    })
  }
  const { down, up, of } = countMoves(last, id)
  if (down >= minLowerToHigherRatio * Math.max(1, up) && down >= minLowerShare * of) {
    shown.push({ say: 'sign-lower-answers', down, up, of })
  }
  return shown
}

/** Questions asked about oneself and about the other, where a partner rates itself far above the other. */
function buildBurdenSigns(context: ShownContext): WarningSigns['burden'] {
  const { result, names, figures } = context
  const pairs = new Map(result.directed.map(({ question, mirror }) => [question, mirror]))
  if (result.partners.length < 2) return []
  return [...pairs]
    .flatMap(([question, mirror]) =>
      result.partners.flatMap(({ id }) => {
        const own = findPartnerScore(question, id, context)
        const other = findPartnerScore(mirror, id, context)
        if (own === null || other === null) return []
        const gap = own - other
        return gap < minBurdenGap ? [] : [{ mirror, id, own, other, gap }]
      }),
    )
    .toSorted((a, b) => b.gap - a.gap)
    .slice(0, maxBurdens)
    .map(({ mirror, id, own, other, gap }) => ({
      question: mirror,
      ask: names.ask(mirror),
      sentence: {
        say: 'sign-burden',
        partner: names.partner(id),
        gap: figures.difference(gap),
        others: nameOthers(id, context),
        own: figures.score(own),
        other: figures.score(other),
      },
    }))
}

/** Promises and the review that are past their day, the longest first. */
function buildOverdueSigns(context: ScoredContext): WarningSigns['overdue'] {
  const { plan, result, placeInPlan } = context
  const { today } = result
  if (plan === null || today === undefined || result.plan === null) return []
  const promises = (plan.commitments ?? []).flatMap(({ what, owner, due, status }, index) => {
    if (due === undefined || due >= today || (status ?? 'open') !== 'open') return []
    const promise = {
      say: 'overdue-promise',
      what: what ?? { say: 'overdue-commitment', number: index + 1 },
      owner: owner === undefined ? null : formatOwner(owner, context),
    } as const
    return [{ due, what: promise, path: ['commitments', index] }]
  })
  const next = plan.reviews?.next
  const review =
    next === undefined || next >= today
      ? []
      : [{ due: next, what: { say: 'overdue-review' } as const, path: ['reviews', 'next'] }]
  return [...promises, ...review]
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ due, what, path }) => ({
      sentence: {
        say: 'sign-overdue',
        what,
        day: formatDay(context.style.dates, due),
        days: countDaysBetween(due, today),
      },
      place: placeInPlan(path),
    }))
}

function formatOwner(id: string, { plan, names }: ReportContext): ReportText {
  const partner = plan?.people?.find((person) => person.id === id)?.partner
  const person = names.person(id)
  return partner === undefined
    ? person
    : { say: 'person-of-partner', person, partner: names.partner(partner) }
}

function countDaysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
