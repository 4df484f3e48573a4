import { isPlaceholder } from '../../expression/language/placeholder.ts'
import { isMap } from '../../model/value.ts'
import { flatText } from './flat-text.ts'
import type { Content } from './wanted.ts'

/** As it stands in a plan. */
export function plainOf(content: Content): unknown {
  return content.kind === 'value' ? content.value : content.items
}

/** Nothing, or what only holds a place. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'string' && (value.trim() === '' || isPlaceholder(value))
}

/** The same to a reader, however it is spaced. */
export function isSameText(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && flatText(a) === flatText(b)
}

/** The same value; the order of keys is no difference. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}
