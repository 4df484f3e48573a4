import type { Result, Score } from '../model/result.ts'
import { formatList } from './display-names.ts'
import type { ReportContext } from './report-context.ts'

/** Where the chain is weakest, and what already carries. */
export interface StrengthsAndWeakness {
  /** A sentence on the lowest dimension of any partner; null where none is scored, or all alike. */
  readonly weakestLink: string | null
  readonly strongest: readonly Strength[]
}

export interface Strength {
  readonly question: string
  readonly ask: string
  readonly score: string
}

const minStrongScore = 75
const maxStrengths = 5

export function buildStrengths(context: ReportContext): StrengthsAndWeakness {
  return { weakestLink: describeWeakestLink(context), strongest: listStrengths(context) }
}

/** Of equally weak ones the first three are named. */
const maxWeakest = 3

/** None where a dimension of anybody is too open to be scored: it may be the weaker one. */
function describeWeakestLink({ result, names, figures }: ReportContext): string | null {
  const partners = result.partners ?? []
  const places =
    partners.length === 0
      ? (result.dimensions ?? []).map((dimension) => ({ ...dimension, where: '' }))
      : partners.flatMap(({ id, dimensions }) => {
          const where = partners.length < 2 ? '' : ` at ${names.partner(id)}`
          return dimensions.map((dimension) => ({ ...dimension, where }))
        })
  const scored = places.flatMap(({ id, score: { value }, where }) =>
    value === null ? [] : [{ title: `“${names.dimension(id)}”${where}`, value }],
  )
  const least = Math.min(...scored.map(({ value }) => value))
  const weakest = scored.filter(({ value }) => value < least + 1e-7)
  if (weakest.length === scored.length || places.some(isTooOpen)) return null
  const titles = weakest.map(({ title }) => title)
  const [only] = titles
  const more = titles.length - maxWeakest
  if (titles.length === 1) return `The weakest link is ${only}, with ${figures.score(least)}.`
  const named = [...titles.slice(0, maxWeakest), ...(more > 0 ? [`${more} more`] : [])]
  return `The weakest links are ${formatList(named)}, each with ${figures.score(least)}.`
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
