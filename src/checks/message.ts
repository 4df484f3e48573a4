import type { Path } from '../model/finding.ts'
import { clip, getValueAt } from '../model/value.ts'
import type { Message } from '../words/message.ts'

const placeholderPattern = /\{((?:item|plan)(?:\.[A-Za-z0-9_-]+)*|index)\}/g

/**
 * A check's message for one visit: `{item.what}`, `{plan.name}` and `{index}` (counted from 1) are replaced. What is not
 * there is named instead, so that the sentence still reads.
 */
export function createCheckMessage(
  template: string,
  plan: unknown,
  visit: { readonly path: Path; readonly index: number } | null,
): Message {
  // Every second part is what a placeholder names.
  const parts = template.split(placeholderPattern).map((part, index): string | Message => {
    if (index % 2 === 0) return part
    if (part === 'index') return String((visit?.index ?? 0) + 1)
    const [root, ...keys] = part.split('.')
    const base = root === 'item' ? (visit?.path ?? []) : []
    const key = keys.at(-1)
    const missing: Message =
      key === undefined ? { say: 'text-missing' } : { say: 'value-missing', key }
    return formatPlanValue(getValueAt(plan, [...base, ...keys])) ?? missing
  })
  return { say: 'check-message', parts }
}

function formatPlanValue(value: unknown): string | null {
  if (typeof value === 'string' && value.trim() !== '') return clip(value.trim())
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value) || value.length === 0) return null
  return clip(value.map((item) => formatPlanValue(item) ?? '…').join(', '))
}
