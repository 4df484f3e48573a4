import { readDay } from './dates.ts'
import { readDuration } from './durations.ts'
import { type Inline, part, split } from './inline.ts'
import { readDays } from './numbers.ts'
import type { Field, ListShape, Plain } from './shapes.ts'

/** What the text of an item tells. */
interface Title {
  readonly title: Inline
  /** What it says for other keys of the item. */
  readonly told: readonly { readonly field: Field; readonly value: Inline }[]
  /** What stands behind a name, in its parts. */
  readonly about: readonly Inline[]
  /** A last bracket, which may hold a name. */
  readonly bracket: Inline | null
}

/**
 * Takes apart what people write without keys: "Saturday call; every week", "Monthly call", "Project managers, within 5 days",
 * "Open the depot by 1 May 2027 (A. Visser)", "2026-09-30: talk earlier", "**Acme** – makers of everything".
 */
export function readTitle(whole: Inline, shape: ListShape, free: readonly Field[]): Title {
  const { title, about } =
    shape.title === 'name' ? readName(whole, shape) : { title: whole, about: [] }
  const { before, tail, isBracket } = withoutTail(title)
  const bracket = isBracket ? tail : null
  const fieldOf = (kind: Plain) => free.find((field) => field.shape.kind === kind)
  const told = (kind: Plain, value: Inline | null, rest = title): Title[] => {
    const field = fieldOf(kind)
    const isTold = field !== undefined && value !== null && reads(kind, value.text)
    return isTold ? [{ title: rest, told: [{ field, value }], about, bracket: null }] : []
  }
  const [found] = [
    ...told('duration', tail, before),
    ...told('days', tail, before),
    ...told('duration', firstWord(title)),
    ...leadingDay(title).flatMap(({ value, rest }) => told('day', value, rest)),
    ...told('day', lastDay(before)),
  ]
  return { ...(found ?? { title, told: [], about }), bracket }
}

function reads(kind: Plain, text: string): boolean {
  if (kind === 'duration') return readDuration(text) !== null
  if (kind === 'day') return readDay(text).day !== null
  return span.test(text) && readDays(text) !== null
}

const span =
  /^(?:within\s+|after\s+|max(?:imum)?\.?\s+)?\w+\s+(?:(?:working|business|calendar)\s+)?(?:hour|day|week|month)s?$/i

/** What stands behind the last comma or semicolon, or in a bracket at the end. */
function withoutTail(title: Inline) {
  const isBracket = title.mask.endsWith(')')
  const end = title.text.length - (isBracket ? 1 : 0)
  const signs = isBracket ? ['('] : [';', ',']
  const from = Math.max(...signs.map((sign) => title.mask.lastIndexOf(sign)))
  if (from < 1) return { before: title, tail: null, isBracket: false }
  return { before: part(title, 0, from), tail: part(title, from + 1, end), isBracket }
}

function firstWord(title: Inline): Inline | null {
  const length = /^\p{L}+(?=\s)/u.exec(title.mask)?.[0].length ?? 0
  return length === 0 ? null : part(title, 0, length)
}

function leadingDay(title: Inline): readonly { readonly value: Inline; readonly rest: Inline }[] {
  const found = /^([^:]{6,20}?)(?::|\s[–—-])\s+(?=\S)/.exec(title.mask.slice(0, 30))
  if (found === null) return []
  return [{ value: part(title, 0, found[1]?.length), rest: part(title, found[0].length) }]
}

/** "… by 1 May 2027" */
function lastDay(title: Inline): Inline | null {
  const from = Math.max(title.text.length - 40, 0)
  const by = /\bby\s+(?=[^;()]{6,24}$)/i.exec(title.mask.slice(from))
  return by === null ? null : part(title, from + by.index + by[0].length)
}

/** A name, in bold or before a comma or a dash, and what is said of it. An id in brackets belongs to the name. */
function readName(whole: Inline, { about, commas }: ListShape): Pick<Title, 'title' | 'about'> {
  const bold = whole.style.length - whole.style.replace(/^b+/, '').length
  const rest = whole.text.slice(bold)
  const isName = bold > 0 && /^\s*[("“,:–—-]/.test(rest) && !/^\s*\([a-z0-9-]+\)$/.test(rest)
  if (isName) {
    const isBracket = /^\s*\([^()]*\)$/.test(rest)
    const from = bold + (/^[\s,:–—(-]*/.exec(rest)?.[0].length ?? 0)
    const to = whole.text.length - (isBracket ? 1 : 0)
    return { title: part(whole, 0, bold), about: split(part(whole, from, to), aside) }
  }
  if (about === undefined) return { title: whole, about: [] }
  const [name, ...others] = split(whole, commas === true ? aside : dash)
  return { title: name ?? whole, about: others }
}

const aside = /,|\s[–—-]\s/g
const dash = /\s[–—-]\s/g
