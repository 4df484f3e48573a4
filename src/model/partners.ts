import type { Message } from '../words/message.ts'
import { findNearestWord } from './did-you-mean.ts'
import { foldText, toSlug } from './slug.ts'
import { clip } from './value.ts'
import { isKebab, maxIdLength } from './vocabulary.ts'

/** A partner as the settings or the plan list it. */
export interface ListedPartner {
  readonly id: string
  /** The id, where no name is given. */
  readonly name: string
  /** Is it to answer? */
  readonly asked: boolean
}

/** Who can answer for whom. */
export interface KnownPartners {
  /** Those in force; empty where none is listed, and then any id will do. */
  readonly partners: readonly ListedPartner[]
  /** The file that lists them; null where none does. */
  readonly partnersFile: string | null
}

export const unlistedPartners: KnownPartners = { partners: [], partnersFile: null }

/** Why a text names no partner. */
interface UnknownPartner {
  readonly problem: Message
  readonly fix: Message
  /** The id that was probably meant, or one made of the text; null where there is neither. */
  readonly meant: string | null
}

/** The id of the partner that a person named, by its id or its name, written their own way. */
export function identifyPartner(
  text: string,
  known: KnownPartners,
): { readonly id: string } | UnknownPartner {
  const written = text.trim()
  const { partners } = known
  if (partners.length === 0) return isShortId(written) ? { id: written } : describeNoId(written)
  if (partners.some(({ id }) => id === written)) return { id: written }
  const ids = partners.filter(({ id }) => isSameName(id, written))
  const named = ids.length > 0 ? ids : partners.filter(({ name }) => isSameName(name, written))
  const [only, other] = named
  return only === undefined || other !== undefined
    ? describeUnlisted(written, known)
    : { id: only.id }
}

function isShortId(text: string): boolean {
  return isKebab(text) && text.length <= maxIdLength
}

function isSameName(name: string, text: string): boolean {
  if (name.trim() === text) return true
  const slug = toSlug(text)
  const folded = foldText(text)
  return (slug !== '' && toSlug(name) === slug) || (folded !== '' && foldText(name) === folded)
}

function describeNoId(text: string): UnknownPartner {
  const meant = toSlug(text, maxIdLength) || null
  return {
    problem: { say: 'partner-id-invalid', partner: clip(text) },
    fix: { say: 'id-shape-hint', example: meant ?? 'contoso' },
    meant,
  }
}

const maxListedIds = 8

/** Which partners there are, for somebody who named none of them. */
export function listPartners({ partners, partnersFile }: KnownPartners): Message {
  const ids = partners.map(({ id }) => id)
  const listed = { ids: ids.slice(0, maxListedIds), more: Math.max(0, ids.length - maxListedIds) }
  return { say: 'partners-are', ...listed, file: partnersFile ?? '' }
}

function describeUnlisted(text: string, known: KnownPartners): UnknownPartner {
  const meant = findMeantPartner(text, known.partners)
  return {
    problem: {
      say: 'unknown-partner',
      id: clip(text),
      hint: meant === null ? { say: 'no-suggestion' } : { say: 'did-you-mean', near: meant },
    },
    fix: listPartners(known),
    meant,
  }
}

/** By a slip in the id, or in a name that only one of them has; or by how only one of them begins, as `contoso` for Contoso Foods. */
function findMeantPartner(text: string, partners: readonly ListedPartner[]): string | null {
  const words = new Map<string, string | null>()
  for (const { id, name } of partners) {
    const word = toSlug(name)
    words.set(word, words.has(word) ? null : id)
  }
  for (const { id } of partners) words.set(id, id)
  const written = toSlug(text)
  const near = findNearestWord(written, words.keys())
  if (near !== null) return words.get(near) ?? null
  const begun = [...words].flatMap(([word, id]) => (word.startsWith(`${written}-`) ? [id] : []))
  const [only = null, ...others] = new Set(begun)
  return others.length === 0 ? only : null
}
