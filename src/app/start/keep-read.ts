import { decode } from '../../model/decode.ts'
import type { Path } from '../../model/finding.ts'
import { markUnread } from '../../model/unread.ts'
import { isMap } from '../../model/value.ts'
import { isFreeKey } from '../../model/vocabulary.ts'

interface KeptPlan {
  /** It fits the schema of a plan; `notes` and `x-…` are in it. */
  readonly plan: Readonly<Record<string, unknown>>
  /** Entries of which a part was read, and that are no entries without the rest. */
  readonly lost: readonly { readonly path: Path; readonly words: readonly string[] }[]
}

/** What of a plan was understood, as it is written: `value` is the same with `unread` in the place of what was refused. */
export function keepRead(written: unknown, value: unknown): KeptPlan {
  // Holes keep the other entries of a list in their places until it is known which of them go.
  const open = selectRead(written, value)
  const entries = decode('plan', open).findings.flatMap(({ severity, path }) =>
    severity === 'error' ? [cutToEntry(path)] : [],
  )
  const closed = markUnread(
    open,
    entries.map((path) => ({ path, as: 'value' })),
  )
  const lost = [...new Map(entries.map((path) => [JSON.stringify(path), path])).values()]
  return {
    plan: (removeHoles(closed) ?? {}) as KeptPlan['plan'],
    lost: lost.flatMap((path) => {
      const words = listWords(path.reduce<unknown>((inner, key) => getInner(inner, key), open))
      return words.length === 0 ? [] : [{ path, words }]
    }),
  }
}

/** The written value without what is missing in the read one. */
function selectRead(written: unknown, read: unknown): unknown {
  if (typeof read === 'symbol' || written === null) return null
  if (Array.isArray(written)) {
    return written.map((item, index) =>
      selectRead(item, Array.isArray(read) ? read[index] : undefined),
    )
  }
  if (!isMap(written)) return written
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, inner] of Object.entries(written)) {
    if (isFreeKey(key)) copy[key] = inner
    else if (isMap(read) && Object.hasOwn(read, key)) copy[key] = selectRead(inner, read[key])
  }
  return copy
}

/** The innermost entry of a list on the way, or the section. */
function cutToEntry(path: Path): Path {
  const last = path.findLastIndex((key) => typeof key === 'number')
  return path.slice(0, last === -1 ? 1 : last + 1)
}

/** Without what is `null` or unread, and without what has nothing else in it. */
function removeHoles(value: unknown): unknown {
  if (value === null || typeof value === 'symbol') return undefined
  if (Array.isArray(value)) {
    const items = value.map(removeHoles).filter((item) => item !== undefined)
    return items.length === 0 ? undefined : items
  }
  if (!isMap(value)) return value
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, inner] of Object.entries(value)) {
    const kept = removeHoles(inner)
    if (kept !== undefined) copy[key] = kept
  }
  return Object.keys(copy).length === 0 ? undefined : copy
}

function getInner(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)]
  return isMap(value) ? value[String(key)] : undefined
}

function listWords(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listWords)
  if (isMap(value)) return Object.values(value).flatMap(listWords)
  return value === null || value === undefined ? [] : [String(value)]
}
