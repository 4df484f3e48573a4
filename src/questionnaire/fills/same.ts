import { isPlaceholder } from '../../expression/language/placeholder.ts'
import { toCanonicalJson } from '../canonical-json.ts'
import type { FillContent } from './plan-fills.ts'

/** The content as a plan holds it. */
export function toPlanValue(content: FillContent): unknown {
  return content.kind === 'value' ? content.value : content.items
}

/** Is there nothing, or only a placeholder? */
export function isNotFilledIn(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'string' && (value.trim() === '' || isPlaceholder(value))
}

/** Line breaks and spaces at the ends belong to the layout, not to the author. */
export function flattenText(value: unknown): string {
  return String(value).replaceAll(/\s+/g, ' ').trim()
}

/** The same to a reader, however it is spaced. */
export function isSameText(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && flattenText(a) === flattenText(b)
}

/** The same value; the order of keys does not matter. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return toCanonicalJson(a) === toCanonicalJson(b)
}
