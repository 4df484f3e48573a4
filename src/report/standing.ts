import { listed } from './names.ts'
import type { Telling } from './telling.ts'

/** Where the chain is weakest, and what already carries. */
export interface Standing {
  /** A sentence on the lowest dimension of any partner; null where none is scored, or all alike. */
  readonly weakest: string | null
  readonly strengths: readonly Strength[]
}

export interface Strength {
  readonly question: string
  readonly ask: string
  readonly score: string
}

const strongFrom = 75
const mostStrengths = 5

export function standingOf(telling: Telling): Standing {
  return { weakest: weakestLink(telling), strengths: strengthsOf(telling) }
}

/** Of equally weak ones the first three are named. */
const mostWeakest = 3

function weakestLink({ result, names, figures }: Telling): string | null {
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
  if (weakest.length === scored.length) return null
  const titles = weakest.map(({ title }) => title)
  const [only] = titles
  const more = titles.length - mostWeakest
  if (titles.length === 1) return `The weakest link is ${only}, with ${figures.score(least)}.`
  const named = [...titles.slice(0, mostWeakest), ...(more > 0 ? [`${more} more`] : [])]
  return `The weakest links are ${listed(named)}, each with ${figures.score(least)}.`
}

/** Questions at 75 or more, the highest first, in questionnaire order among equals. */
function strengthsOf({ result, names, figures }: Telling): readonly Strength[] {
  return (result.questions ?? [])
    .flatMap(({ id, score }) =>
      score !== null && score >= strongFrom - 1e-9 ? [{ id, score }] : [],
    )
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostStrengths)
    .map(({ id, score }) => ({ question: id, ask: names.ask(id), score: figures.score(score) }))
}
