import type { Path } from '../model/finding.ts'
import { clip, valueAt } from '../model/value.ts'

const placeholder = /\{((?:item|plan)(?:\.[A-Za-z0-9_-]+)*|index)\}/g

/**
 * A check's message for one visit: `{item.what}`, `{plan.name}` and `{index}` (counted from 1) are replaced. What is not
 * there is named instead, so that the sentence still reads.
 */
export function messageFor(
  template: string,
  plan: unknown,
  visit: { readonly path: Path; readonly index: number } | null,
): string {
  return template.replaceAll(placeholder, (_, dotted: string) => {
    if (dotted === 'index') return String((visit?.index ?? 0) + 1)
    const [root, ...keys] = dotted.split('.')
    const base = root === 'item' ? (visit?.path ?? []) : []
    return inWords(valueAt(plan, [...base, ...keys])) ?? `(no ${keys.at(-1) ?? 'text'})`
  })
}

function inWords(value: unknown): string | null {
  if (typeof value === 'string' && value.trim() !== '') return clip(value.trim())
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value) || value.length === 0) return null
  return clip(value.map((item) => inWords(item) ?? '…').join(', '))
}
