import type { Path } from '../../model/finding.ts'
import { moreKeys, unread } from '../../model/unread.ts'
import { isMap } from '../../model/value.ts'
import { type ExpressionValue, type ListValue, type MapValue, Unread } from './value.ts'

/** Is told of each list and map in the copy, and of what is unread; `kept` holds a list's old indexes. */
type CopyListener = (copy: object, path: Path, kept: readonly number[] | null) => void

/** The value as expressions see it: without null, blank text and empty lists and maps. Undefined where nothing is left. */
export function cleanValue(
  raw: unknown,
  note: CopyListener = () => {},
  path: Path = [],
): ExpressionValue | Unread | undefined {
  if (raw === unread) return markAt(path, note)
  if (typeof raw === 'string') return raw.trim() === '' ? undefined : raw
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw
  if (Array.isArray(raw)) return cleanList(raw, note, path)
  return isMap(raw) ? cleanMap(raw, note, path) : undefined
}

function markAt(path: Path, note: CopyListener): Unread {
  const mark = new Unread([path])
  note(mark, path, null)
  return mark
}

function cleanList(raw: readonly unknown[], note: CopyListener, path: Path) {
  const copy: ListValue[number][] = []
  const kept: number[] = []
  for (const [index, item] of raw.entries()) {
    const value = cleanValue(item, note, extendPath(path, index, item))
    if (value === undefined) continue
    copy.push(value)
    kept.push(index)
  }
  if (copy.length === 0) return undefined
  note(copy, path, kept)
  return copy
}

function cleanMap(
  raw: Readonly<Record<string, unknown>>,
  note: CopyListener,
  path: Path,
): MapValue | undefined {
  const copy: Record<string, MapValue[string]> & { [moreKeys]?: Unread } = Object.create(null)
  let empty = true
  if (moreKeys in raw) {
    copy[moreKeys] = markAt(path, note)
    empty = false
  }
  for (const [key, item] of Object.entries(raw)) {
    const value = cleanValue(item, note, extendPath(path, key, item))
    if (value === undefined) continue
    copy[key] = value
    empty = false
  }
  if (empty) return undefined
  note(copy, path, null)
  return copy
}

/** Only lists and maps are told of, so only they need their path, and what is unread. */
function extendPath(path: Path, key: string | number, item: unknown): Path {
  return typeof item === 'object' || item === unread ? [...path, key] : path
}
