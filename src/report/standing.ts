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

function weakestLink({ result, names, figures }: Telling): string | null {
  const partners = result.partners ?? []
  const parts =
    partners.length > 0
      ? partners.flatMap((partner) =>
          partner.dimensions.map(({ id, score }) => ({
            partner: partner.id,
            id,
            value: score.value,
          })),
        )
      : (result.dimensions ?? []).map(({ id, score }) => ({
          partner: null,
          id,
          value: score.value,
        }))
  let weakest: { partner: string | null; id: string; value: number } | null = null
  for (const { partner, id, value } of parts) {
    if (value !== null && (weakest === null || value < weakest.value - 1e-9))
      weakest = { partner, id, value }
  }
  if (weakest === null || !parts.some(({ value }) => value !== weakest?.value)) return null
  const where =
    weakest.partner === null || partners.length < 2 ? '' : ` at ${names.partner(weakest.partner)}`
  return `The weakest link is “${names.dimension(weakest.id)}”${where}, with ${figures.score(weakest.value)}.`
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
