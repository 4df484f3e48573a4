import { isPlaceholder } from '../expression/language/placeholder.ts'
import { getValueAt, isMap, toOneLine } from '../model/value.ts'

/**
 * Does a plan, as it was read, say more than `init` writes? `examples` is the plan that `init` writes at the last stage, with
 * every example in place. Blanks, placeholders and ids say nothing, and nor do the name, the stage, the kind and the partners' names.
 * Dates and years are alike, since `init` counts them from its own day. A plan without what `init` always writes was made
 * by somebody, or emptied: it is judged as it is.
 */
export function isBegun(plan: unknown, examples: unknown): boolean {
  if (!isMap(plan) || isEmpty(plan.name)) return true
  if (['version', 'date', 'partners'].every((key) => isEmpty(plan[key]))) return true
  return saysMore(plan, examples, { path: '', ids: listIds(plan) })
}

const ownPaths = new Set(['.accordant', '.name', '.stage', '.kind', '.partners.name'])

interface Place {
  /** With a dot before each key, and without the numbers of lists: `.partners.name`. */
  readonly path: string
  /** Every id that the plan gives. */
  readonly ids: ReadonlySet<unknown>
}

function saysMore(value: unknown, example: unknown, { path, ids }: Place): boolean {
  if (isEmpty(value) || ids.has(value) || ownPaths.has(path)) return false
  if (Array.isArray(value)) {
    const examples: readonly unknown[] = Array.isArray(example) ? example : [undefined]
    return value.some((item) => examples.every((one) => saysMore(item, one, { path, ids })))
  }
  if (isMap(value)) {
    return Object.entries(value).some(([key, own]) => {
      if (key === 'id') return false
      // The keys of some maps are ids, and every plan has its own.
      const others = ids.has(key) && isMap(example) ? Object.values(example) : []
      const examples = [getValueAt(example, [key]), ...others]
      return examples.every((one) => saysMore(own, one, { path: `${path}.${key}`, ids }))
    })
  }
  return blurDates(value) !== blurDates(example)
}

function listIds(value: unknown): ReadonlySet<unknown> {
  const ids = new Set<unknown>()
  const collect = (here: unknown): void => {
    if (Array.isArray(here)) for (const item of here) collect(item)
    else if (isMap(here)) {
      if (typeof here.id === 'string') ids.add(here.id)
      for (const own of Object.values(here)) collect(own)
    }
  }
  collect(value)
  return ids
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'string' && (value.trim() === '' || isPlaceholder(value))
}

/** The text of a value, with every date and year replaced by the same sign. */
function blurDates(value: unknown): string {
  return toOneLine(String(value)).replaceAll(/\b(?:19|20|21)\d{2}(?:-\d{2}-\d{2})?\b/g, '#')
}
