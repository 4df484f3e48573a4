import type { Questionnaire } from '../model/questionnaire.ts'

/** How many partners have a response that counts, and how many a level takes. */
export interface Quorum {
  readonly value: number
  readonly needs: number
}

/** Which partners there are to hear. */
interface PartnersHeard {
  /** Those listed and asked; null where none are listed. */
  readonly asked: readonly string[] | null
  /** Those with a response, whether or not it counts. */
  readonly withResponse: readonly string[]
  readonly counted: readonly string[]
}

/** `all` are the partners listed and asked, or where none are, those with a response; two at least. Source: design section 3, rule 5. */
export function countQuorum(
  { leastPartners }: Pick<Questionnaire, 'leastPartners'>,
  { asked, withResponse, counted }: PartnersHeard,
): Quorum {
  if (leastPartners !== 'all') return { value: counted.length, needs: leastPartners }
  const wanted = new Set(asked ?? withResponse)
  return {
    value: counted.filter((partner) => wanted.has(partner)).length,
    needs: Math.max(2, wanted.size),
  }
}

export function hasQuorum({ value, needs }: Quorum): boolean {
  return value >= needs
}

/** Partners asked, or with a response, of whom nobody counts; by id. */
export function listMissingPartners({ asked, withResponse, counted }: PartnersHeard) {
  const missing = new Set([...(asked ?? []), ...withResponse])
  for (const partner of counted) missing.delete(partner)
  return [...missing].sort()
}
