import type { Result, Score } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { findPartnerName } from './level-reasons.ts'
import type { ReportContext } from './report-context.ts'

/** Where the chain is weakest, and what already carries. */
interface StrengthsAndWeakness {
  /** The lowest dimension of any partner; null where none is scored, or all alike. */
  readonly weakestLink: ReportSentence | null
  readonly strongest: readonly Strength[]
}

interface Strength {
  readonly question: string
  readonly ask: string
  readonly score: ReportText
}

const minStrongScore = 75
const maxStrengths = 5

export function buildStrengths(context: ReportContext): StrengthsAndWeakness {
  return { weakestLink: describeWeakestLink(context), strongest: listStrengths(context) }
}

/** Of equally weak ones the first three are named. */
const maxWeakest = 3

/** None where a dimension of anybody is too open to be scored: it may be the weaker one. */
function describeWeakestLink(context: ReportContext): ReportSentence | null {
  const { names, figures } = context
  const places = listLinks(context)
  const scored = places.flatMap(({ score: { value }, ...link }) =>
    value === null ? [] : [{ ...link, value }],
  )
  const least = Math.min(...scored.map(({ value }) => value))
  const weakest = scored.filter(({ value }) => value < least + 1e-7)
  if (weakest.length === scored.length || places.some(isTooOpen)) return null
  const score = figures.score(least)
  const links = weakest.slice(0, maxWeakest).map(
    ({ id, partner }): ReportSentence => ({
      say: 'link-in-chain',
      dimension: names.dimension(id),
      partner,
    }),
  )
  const [link] = links
  return links.length === 1 && link !== undefined
    ? { say: 'weakest-link', link, score }
    : { say: 'weakest-links', links, more: weakest.length - links.length, score }
}

interface Link {
  readonly id: string
  readonly score: Score
  /** Null where there is one, or none may be named. */
  readonly partner: string | null
}

/** Every dimension of every partner that may be shown, else of all together. */
function listLinks(context: ReportContext): readonly Link[] {
  const { partners = [], dimensions = [] } = context.result
  return partners.length === 0
    ? dimensions.map(({ id, score }) => ({ id, score, partner: null }))
    : partners.flatMap((partner) =>
        partner.dimensions.map(({ id, score }) => ({
          id,
          score,
          partner: findPartnerName(partner.id, context),
        })),
      )
}

type AnsweredQuestion = NonNullable<Result['questions']>[number]

/** Questions at 75 or more, at every partner that is told of; the highest first, in questionnaire order among equals. */
function listStrengths({ result, names, figures }: ReportContext): readonly Strength[] {
  return (result.questions ?? [])
    .flatMap(({ id, score, partners = [] }) =>
      isStrong(score) && partners.every(isInPlace) ? [{ id, score: score ?? 0 }] : [],
    )
    .toSorted((a, b) => b.score - a.score)
    .slice(0, maxStrengths)
    .map(({ id, score }) => ({ question: id, ask: names.ask(id), score: figures.score(score) }))
}

function isStrong(score: number | null): boolean {
  return score !== null && score >= minStrongScore - 1e-9
}

/** Said to be in place by more people than have left it open; a partner to which the question does not apply takes nothing away. */
function isInPlace(partner: NonNullable<AnsweredQuestion['partners']>[number]): boolean {
  const { score, answered, dontKnow, skipped } = partner
  const open = dontKnow + skipped
  return answered + open === 0 || (isStrong(score) && answered > open)
}

function isTooOpen({ score: { value, reason } }: { readonly score: Score }): boolean {
  return value === null && reason !== 'not-applicable'
}
