import type { Path } from '../../model/finding.ts'
import { foldText, toSlug } from '../../model/slug.ts'
import { isMap } from '../../model/value.ts'

/** Somebody, or a partner, as a plan knows them. */
export interface PersonOrPartner {
  readonly id: string
  readonly name: string | null
}

/** Are the entries of this section of a plan known by an id? */
export function hasIds([section]: Path): boolean {
  return section === 'partners' || section === 'people'
}

/** The entries of `people` or `partners`. */
export function listPeopleOrPartners(list: unknown): readonly PersonOrPartner[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((entry): readonly PersonOrPartner[] => {
    if (!isMap(entry) || typeof entry.id !== 'string') return []
    return [{ id: entry.id, name: typeof entry.name === 'string' ? entry.name : null }]
  })
}

/** The entry that a name or id means: the one with this id or name, or the only one that has all of its words. */
export function findByName(
  text: string,
  known: readonly PersonOrPartner[],
): PersonOrPartner | null {
  const wanted = foldText(text)
  const same = known.find(({ id, name }) => id === text.trim() || foldText(name ?? id) === wanted)
  if (same !== undefined) return same
  const words = wanted.split(' ')
  const having = known.filter(({ id, name }) => {
    const own = foldText(name ?? id.replaceAll('-', ' ')).split(' ')
    return words.every((word) => own.includes(word))
  })
  return having.length === 1 ? (having[0] ?? null) : null
}

/** A partner that the plan has by its id alone may be meant by the beginning of a longer name: `rossi`, Rossi Field Service. */
export function findPartner(
  text: string,
  known: readonly PersonOrPartner[],
): PersonOrPartner | null {
  const id = toPlanId(text) ?? ''
  const short = known.find((own) => own.name === null && id.startsWith(`${own.id}-`))
  return findByName(text, known) ?? short ?? null
}

/** The id that a name gives; null where it has no letter or digit to make one of. */
export function toPlanId(name: string): string | null {
  return toSlug(name, 60) || null
}
