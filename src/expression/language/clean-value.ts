import type { Path } from '../../model/finding.ts'
import { isMap } from '../../model/value.ts'
import type { ExpressionValue, MapValue } from './value.ts'

/** Is told of each list and map in the copy; `kept` holds a list's old indexes. */
type CopyListener = (copy: object, path: Path, kept: readonly number[] | null) => void

/** The value as expressions see it: without null, blank text and empty lists and maps. Undefined where nothing is left. */
export function cleanValue(
  raw: unknown,
  note: CopyListener = () => {},
  path: Path = [],
): ExpressionValue | undefined {
  if (typeof raw === 'string') return raw.trim() === '' ? undefined : raw
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw
  if (Array.isArray(raw)) return cleanList(raw, note, path)
  return isMap(raw) ? cleanMap(raw, note, path) : undefined
}

function cleanList(raw: readonly unknown[], note: CopyListener, path: Path) {
  const copy: ExpressionValue[] = []
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
  const copy: Record<string, ExpressionValue> = Object.create(null)
  let empty = true
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

/** Only lists and maps are told of, so only they need their path. */
function extendPath(path: Path, key: string | number, item: unknown): Path {
  return typeof item === 'object' ? [...path, key] : path
}
