import { isPlaceholder } from '../../expression/language/placeholder.ts'
import { isMap } from '../../model/value.ts'
import { flattenText } from './flat-text.ts'
import type { FillContent } from './plan-fills.ts'

/** As it stands in a plan. */
export function toPlanValue(content: FillContent): unknown {
  return content.kind === 'value' ? content.value : content.items
}

/** Nothing, or what only holds a place. */
export function isUnfilled(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'string' && (value.trim() === '' || isPlaceholder(value))
}

/** The same to a reader, however it is spaced. */
export function isSameText(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && flattenText(a) === flattenText(b)
}

/** The same value; the order of keys is no difference. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b))
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortKeys(value[key])]),
  )
}
