import { isPlaceholder } from '../expression/language/placeholder.ts'
import type { Plan } from '../model/plan.ts'
import { clip, isMap } from '../model/value.ts'
import type { Message } from '../words/message.ts'

/** What an entry of a plan is called by, the plainest first. */
const labelKeys = ['name', 'goal', 'risk', 'activity', 'topic', 'what', 'text', 'id'] as const

/**
 * What people call an entry of a plan: its name, else the text that says what it is, else its id; what a partner signs or brings
 * by the partner's name; a text by itself; and what nothing names by its number, from 1.
 */
export function labelItem(
  item: unknown,
  number: number,
  { partners = [] }: Pick<Plan, 'partners'>,
  longest?: number,
): string | Message {
  const named = isMap(item) ? findNamedLabel(item) : formatLabel(item)
  if (named !== null) return clipAtWord(named, longest)
  const partner = isMap(item) && typeof item.partner === 'string' ? item.partner : null
  const own = Array.isArray(partners) ? partners.find(({ id }) => id === partner) : undefined
  return own === undefined ? { say: 'entry-number', number } : labelItem(own, number, {}, longest)
}

/** A name cut in the middle of a word reads like another name. */
function clipAtWord(text: string, longest?: number): string {
  const clipped = clip(text, longest)
  return clipped.endsWith('…') && !text.endsWith('…') ? clipped.replace(/\s\S*…$/, ' …') : clipped
}

function findNamedLabel(item: Readonly<Record<string, unknown>>): string | null {
  for (const key of labelKeys) {
    const label = Object.hasOwn(item, key) ? formatLabel(item[key]) : null
    // What still has to be filled in names nothing.
    if (label !== null && !isPlaceholder(label)) return label
  }
  return null
}

function formatLabel(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
