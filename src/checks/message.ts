import type { Path } from '../model/finding.ts'
import { clip, getValueAt } from '../model/value.ts'

const placeholderPattern = /\{((?:item|plan)(?:\.[A-Za-z0-9_-]+)*|index)\}/g

/**
 * A check's message for one visit: `{item.what}`, `{plan.name}` and `{index}` (counted from 1) are replaced. What is not
 * there is named instead, so that the sentence still reads.
 */
export function formatCheckMessage(
  template: string,
  plan: unknown,
  visit: { readonly path: Path; readonly index: number } | null,
): string {
  return template.replaceAll(placeholderPattern, (_, dotted: string) => {
    if (dotted === 'index') return String((visit?.index ?? 0) + 1)
    const [root, ...keys] = dotted.split('.')
    const base = root === 'item' ? (visit?.path ?? []) : []
    return formatPlanValue(getValueAt(plan, [...base, ...keys])) ?? `(no ${keys.at(-1) ?? 'text'})`
  })
}

function formatPlanValue(value: unknown): string | null {
  if (typeof value === 'string' && value.trim() !== '') return clip(value.trim())
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value) || value.length === 0) return null
  return clip(value.map((item) => formatPlanValue(item) ?? '…').join(', '))
}
