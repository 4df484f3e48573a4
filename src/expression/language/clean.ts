import type { Path } from '../../model/finding.ts'
import { isMap } from '../../model/value.ts'
import type { MapValue, Value } from './value.ts'

/** Is told of each list and map in the copy; `kept` holds a list's old indexes. */
export type Note = (copy: object, path: Path, kept: readonly number[] | null) => void

/**
 * The value as expressions see it: without null, blank text and empty lists and maps, all the way down, so that
 * `has()` and `size()` mean what people think. Undefined where nothing is left. Maps have no prototype.
 */
export function clean(raw: unknown, note: Note = () => {}, path: Path = []): Value | undefined {
  if (typeof raw === 'string') return raw.trim() === '' ? undefined : raw
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw
  if (Array.isArray(raw)) return cleanList(raw, note, path)
  return isMap(raw) ? cleanMap(raw, note, path) : undefined
}

function cleanList(raw: readonly unknown[], note: Note, path: Path) {
  const copy: Value[] = []
  const kept: number[] = []
  for (const [index, item] of raw.entries()) {
    const value = clean(item, note, below(path, index, item))
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
  note: Note,
  path: Path,
): MapValue | undefined {
  const copy: Record<string, Value> = Object.create(null)
  let empty = true
  for (const [key, item] of Object.entries(raw)) {
    const value = clean(item, note, below(path, key, item))
    if (value === undefined) continue
    copy[key] = value
    empty = false
  }
  if (empty) return undefined
  note(copy, path, null)
  return copy
}

/** Only lists and maps are told of, so only they need their path. */
function below(path: Path, key: string | number, item: unknown): Path {
  return typeof item === 'object' ? [...path, key] : path
}
