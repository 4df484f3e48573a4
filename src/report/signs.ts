import type { Result } from '../model/result.ts'
import { moved } from './changes.ts'
import { dayIn } from './dates.ts'
import { nearestWords } from './gaps.ts'
import { counted } from './names.ts'
import { type Point, pointsOf } from './points.ts'
import type { Telling } from './telling.ts'

/** What tells early that a partnership begins to fade (docs/scoring.md, "Signs to watch"). */
export interface Signs {
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
const leastFall = 5
const leastRatio = 2
const leastLower = 1 / 3
const leastSilence = 0.05
const leastBurden = 25
const mostBurdens = 3

export function signsOf(telling: Telling): Signs {
  return { fading: fadingOf(telling), burden: burdenOf(telling), overdue: overdueOf(telling) }
}

/** Between the last two points in time. */
function fadingOf(telling: Telling): Signs['fading'] {
  const [from, to] = pointsOf(telling).slice(-2)
  if (from === undefined || to === undefined) return []
  return (to.result.partners ?? []).flatMap(({ id }) => {
    const shown = [
      ...fewerPeople(id, from, to),
      ...fewerAnswers(id, from, to, telling),
      ...lowerScores(id, from, telling),
    ]
    if (shown.length === 0) return []
    return [{ lead: `${telling.names.partner(id)}, since ${from.title}`, shown }]
  })
}

function fewerPeople(id: string, from: Point, to: Point): readonly string[] {
  const [before = 0, now = 0] = [from, to].map(
    ({ result }) => result.partners?.find((partner) => partner.id === id)?.respondents,
  )
  if (now >= before) return []
  return [`${counted(now, 'person', 'people')} answered, ${before} before`]
}

function fewerAnswers(id: string, from: Point, to: Point, { figures }: Telling): readonly string[] {
  const [before, now] = [from, to].map(({ result }) => answeredShare(result, id))
  if (before == null || now == null || before - now < leastSilence - 1e-9) return []
  return [
    `${figures.percent(now)} of the questions have an answer, ${figures.percent(before)} before`,
  ]
}

/** Of what was asked and applies, what has a score-giving answer; null where nothing was asked. */
function answeredShare({ questions = [] }: Result, id: string): number | null {
  const own = questions.flatMap(({ partners = [] }) => partners.filter((each) => each.id === id))
  const answered = own.reduce((sum, each) => sum + each.answered, 0)
  const open = own.reduce((sum, { dontKnow, skipped }) => sum + dontKnow + skipped, 0)
  return answered + open === 0 ? null : answered / (answered + open)
}

function lowerScores(id: string, from: Point, { result, figures }: Telling): readonly string[] {
  const last = result.trend?.at(-1)
  if (last === undefined) return []
  const shown: string[] = []
  const scores = [from.result, result].map(
    ({ partners }) => partners?.find((partner) => partner.id === id)?.score.value ?? null,
  )
  const [before = null, now = null] = scores
  // Where questions were left out, the two scores are not of the same thing.
  if (last.score !== null && before !== null && now !== null && before - now >= leastFall) {
    shown.push(
      `its score is ${figures.score(now)}, ${figures.difference(before - now)} points lower than before`,
    )
  }
  const { down, up, of } = moved(last, id)
  if (down >= leastRatio * Math.max(1, up) && down >= leastLower * of) {
    shown.push(`answers lower than before: ${down} of ${of}; higher: ${up}`)
  }
  return shown
}

/** Questions asked about oneself and about the other, where a partner puts itself far above the other. */
function burdenOf(telling: Telling): Signs['burden'] {
  const { result, names, figures } = telling
  const pairs = new Map((result.directed ?? []).map(({ question, mirror }) => [question, mirror]))
  const partners = result.partners ?? []
  if (partners.length < 2) return []
  const others = partners.length === 2 ? 'the other' : 'the others'
  return [...pairs]
    .flatMap(([question, mirror]) =>
      partners.flatMap(({ id }) => {
        const own = saidBy(question, id, telling)
        const other = saidBy(mirror, id, telling)
        if (own === null || other === null || own.score - other.score < leastBurden) return []
        return [{ question, mirror, id, own, other, gap: own.score - other.score }]
      }),
    )
    .toSorted((a, b) => b.gap - a.gap)
    .slice(0, mostBurdens)
    .map(({ mirror, id, own, other, gap }) => ({
      question: mirror,
      ask: names.ask(mirror),
      sentence: `${names.partner(id)} puts itself ${figures.difference(gap)} points above ${others}: of itself ${inWords(own, telling)}, of ${others} ${inWords(other, telling)}`,
    }))
}

interface Said {
  readonly score: number
  readonly words: string | null
}

function saidBy(id: string, partner: string, { result, names }: Telling): Said | null {
  const own = result.questions
    ?.find((question) => question.id === id)
    ?.partners?.find((each) => each.id === partner)
  const question = names.question(id)
  if (own?.score == null || own.mean === null || question === null) return null
  return { score: own.score, words: nearestWords(question, own.mean) }
}

function inWords({ score, words }: Said, { figures }: Telling): string {
  return words === null ? figures.score(score) : `“${words}” (${figures.score(score)})`
}

/** Promises and the review that are past their day, the longest first. */
function overdueOf(telling: Telling): Signs['overdue'] {
  const { plan, result, placeInPlan } = telling
  const { today } = result
  if (plan === null || today === undefined || (result.plan ?? null) === null) return []
  const promises = (plan.commitments ?? []).flatMap(({ what, owner, due, status }, index) => {
    if (due === undefined || due >= today || (status ?? 'open') !== 'open') return []
    const whose = owner === undefined ? 'nobody’s' : ownerOf(owner, telling)
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
      sentence: `${what}: due on ${dayIn(telling.style.dates, due)}, ${counted(daysBetween(due, today), 'day', 'days')} ago`,
      place: placeInPlan(path),
    }))
}

function ownerOf(id: string, { plan, names }: Telling): string {
  const partner = plan?.people?.find((person) => person.id === id)?.partner
  const name = names.person(id)
  return partner === undefined ? name : `${name} of ${names.partner(partner)}`
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
