import type { Path } from '../model/finding.ts'
import { isMap } from '../model/value.ts'

/** A step of a path: a key; an item by what names it, else by all that it holds; an index where the item is not known. */
export type IdentityStep = string | number | { readonly item: ItemIdentity }

interface ItemIdentity {
  /** What people would call it: its id, its name, the text that it is; null where nothing names it. */
  readonly name: string | null
  /** What tells it from other items: the key that names it and its value, or all that it holds. */
  readonly by: string
}

/** A path that stays the same when lists change their order. */
export function toIdentitySteps(value: unknown, path: Path): readonly IdentityStep[] {
  const steps: IdentityStep[] = []
  let here = value
  for (const key of path) {
    if (Array.isArray(here)) {
      here = here[Number(key)]
      steps.push(here === undefined ? Number(key) : { item: getItemIdentity(here) })
    } else {
      here = isMap(here) && Object.hasOwn(here, key) ? here[String(key)] : undefined
      steps.push(key)
    }
  }
  return steps
}

/** What items are known by, the surest first; entries of a baseline by their fingerprint. */
const nameKeys = [
  'fingerprint',
  'id',
  'name',
  'activity',
  'topic',
  'what',
  'goal',
  'risk',
  'level',
  'text',
  'partner',
  'who',
  'date',
] as const

export function getItemIdentity(item: unknown): ItemIdentity {
  if (!isMap(item)) {
    const isText = item !== null && typeof item !== 'object' && String(item).trim() !== ''
    return { name: isText ? String(item) : null, by: formatContent(item) }
  }
  for (const key of nameKeys) {
    const value = item[key]
    const isName = typeof value === 'number' || (typeof value === 'string' && /\S/.test(value))
    if (Object.hasOwn(item, key) && isName) return { name: String(value), by: `${key}=${value}` }
  }
  return { name: null, by: formatContent(item) }
}

/** As JSON with sorted keys and sorted items: the order inside an item does not tell it from others either. */
function formatContent(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatContent).sort().join()}]`
  if (!isMap(value)) return JSON.stringify(value) ?? 'null'
  const parts = Object.entries(value).map(
    ([key, part]) => `${JSON.stringify(key)}:${formatContent(part)}`,
  )
  return `{${parts.sort().join()}}`
}

/** As a waiver in the settings names it: `risks[r1].owner`; `.` for the whole file. */
export function formatIdentityPath(steps: readonly IdentityStep[]): string {
  const text = steps.map((step, depth) => {
    if (typeof step === 'string') return depth === 0 ? step : `.${step}`
    return typeof step === 'number' ? `[${step}]` : `[${step.item.name ?? '…'}]`
  })
  return text.length === 0 ? '.' : text.join('')
}

/** What makes a finding the one it is, to be hashed. `ordinal` counts those that are equal in all else, from 0. */
export function formatIdentity(finding: {
  readonly id: string
  readonly file: string
  readonly steps: readonly IdentityStep[]
  readonly ordinal: number
}): string {
  const { id, file, steps, ordinal } = finding
  const place = steps.map((step) => (typeof step === 'object' ? [step.item.by] : step))
  return JSON.stringify([id, file, place, ordinal])
}

/** For each finding of a file how many before it are equal in check and place, so that no two are the same. */
export function listOrdinals(
  found: readonly { readonly id: string; readonly steps: readonly IdentityStep[] }[],
): readonly number[] {
  const counts = new Map<string, number>()
  return found.map(({ id, steps }) => {
    const same = formatIdentity({ id, file: '', steps, ordinal: 0 })
    const ordinal = counts.get(same) ?? 0
    counts.set(same, ordinal + 1)
    return ordinal
  })
}

/** The id that a check was first known by: former ids are listed with the oldest first, so a new name changes no identity. */
export function getOriginalId(id: string, formerly: readonly string[] = []): string {
  return formerly[0] ?? id
}
