import type { Message } from '../words/message.ts'
import type { Path } from './finding.ts'

/** Is it a map as `reading` builds them (or any plain object)? */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a path, or undefined; own keys only, so that no prototype shows through. */
export function getValueAt(value: unknown, path: Path): unknown {
  let here = value
  for (const key of path) {
    if (Array.isArray(here)) here = here[Number(key)]
    else if (isMap(here) && Object.hasOwn(here, key)) here = here[String(key)]
    else return undefined
  }
  return here
}

/** What a value is, as a phrase for a message. */
export function nameValue(value: unknown): Message {
  if (value === undefined || value === null) return { say: 'value-nothing' }
  if (Array.isArray(value)) return { say: 'value-list' }
  if (typeof value === 'string') return { say: 'value-text', text: clip(value) }
  if (typeof value === 'number') return { say: 'value-number', number: value }
  if (typeof value === 'boolean') return { say: 'value-boolean', value }
  return { say: 'value-map' }
}

export function clip(text: string, longest = 60): string {
  const flat = text.replaceAll(/\s+/g, ' ')
  return flat.length > longest ? `${flat.slice(0, longest - 1)}…` : flat
}

/** A value as a person would write it on one line of a file. */
export function toFlowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toFlowText).join(', ')}]`
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${key}: ${toFlowText(item)}`)
    return `{${entries.join(', ')}}`
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'string') return String(value)
  return plainText.test(value) && !meaningfulWords.test(value) ? value : JSON.stringify(value)
}

/** What needs no quotes anywhere, between braces neither. */
const plainText = /^[\p{L}…](?:[\p{L}\p{N} .'’…()/–-]*[\p{L}\p{N}.)…])?$/u
const meaningfulWords = /^(?:true|false|null|yes|no)$/i

export function toOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
