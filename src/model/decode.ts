import type { Message } from '../words/message.ts'
import { type DecodeResult, decodeBySchema, decodeChangesBySchema } from './by-schema.late.ts'
import { decodeOnFastPath } from './decode-fast-path.ts'
import { suggestWord } from './did-you-mean.ts'
import type { ChangesByKind, DecodedFile } from './file-schemas.ts'
import { createFinding, type Finding, type Path, type Severity } from './finding.ts'
import { hasFreeKeys, type Kind, kinds, toKindMark } from './kind-names.ts'
import { markUnread, type RefusedPlace } from './unread.ts'
import { clip, isMap, nameValue } from './value.ts'
import { isFreeKey } from './vocabulary.ts'

/**
 * The one door from a file's untrusted value to the model. It returns all problems at once, by path.
 * Unknown keys are errors, in plans warnings. `notes` and `x-…` are free, and left out of the result.
 */
export function decode<K extends Kind>(kind: K, raw: unknown): DecodeResult<DecodedFile<K>> {
  const severity = kind === 'plan' ? 'warning' : 'error'
  return decodeWithoutFreeKeys(kind, raw, severity, (bare) => {
    const accepted = decodeOnFastPath(kind, bare)
    if (accepted !== null) return { value: accepted, findings: [] }
    return decodeBySchema(kind, bare, severity)
  })
}

/** What was understood of a file, and what was not. */
export interface PartlyDecoded<T> {
  /** It holds `unread` in the place of what was refused, whatever its type says; null where nothing can be said of it. */
  readonly value: T | null
  readonly findings: readonly Finding[]
}

/** The same for a file of which a part may be refused: `refused` already, and what its schema refuses. */
export function decodePartly<K extends Kind>(
  kind: K,
  raw: unknown,
  refused: readonly RefusedPlace[],
): PartlyDecoded<DecodedFile<K>> {
  const { value, findings } = decode(kind, raw)
  if (value !== null && refused.length === 0) return { value, findings }
  return { value: markRefused(kind, raw, refused, findings) as DecodedFile<K> | null, findings }
}

/**
 * A file's value without its free keys, with `unread` in the place of all that was refused: before it was decoded, and by these
 * findings. Null where the file as a whole is.
 */
export function markRefused(
  kind: Kind,
  raw: unknown,
  refused: readonly RefusedPlace[],
  findings: readonly Finding[],
): unknown {
  const places = [...refused, ...findings.map(toRefusedPlace)].filter(
    ({ path }) => !hasFreeKeys(kind) || !path.some((key) => isFreeKey(String(key))),
  )
  const isLost = places.some(({ path: [key] }) => key === undefined || key === 'accordant')
  return isLost ? null : markUnread(removeFreeKeys(raw, getFreedoms(kind), [], [], 'error'), places)
}

function toRefusedPlace({ id, path, at }: Finding): RefusedPlace {
  if (id === 'schema.unknown-key') return { path, as: 'unknown-key' }
  return { path, as: at }
}

/** The same for a file that changes another one (`extends`); it has no defaults. */
export function decodeChanges<K extends keyof ChangesByKind>(
  kind: K,
  raw: unknown,
): DecodeResult<ChangesByKind[K]> {
  return decodeWithoutFreeKeys(kind, raw, 'error', (bare) => decodeChangesBySchema(kind, bare))
}

function decodeWithoutFreeKeys<T>(
  kind: Kind,
  raw: unknown,
  severity: Severity,
  decodeBare: (bare: unknown) => DecodeResult<T>,
): DecodeResult<T> {
  const marked = checkKind(kind, raw)
  if (marked !== null) return { value: null, findings: [marked] }
  const findings: Finding[] = []
  const decoded = decodeBare(removeFreeKeys(raw, getFreedoms(kind), [], findings, severity))
  const all = [...findings, ...decoded.findings]
  return { value: all.some(isError) ? null : decoded.value, findings: all }
}

/** The kind of a file by its `accordant` key; null where it names no kind. */
export function findKind(raw: unknown): Kind | null {
  const mark = isMap(raw) ? raw.accordant : undefined
  if (typeof mark !== 'string') return null
  const name = mark.split('/')[0]
  return kinds.find((kind) => kind === name) ?? null
}

function checkKind(kind: Kind, raw: unknown): Finding | null {
  const mark = toKindMark(kind)
  const fix: Message = { say: 'file-begins', mark }
  if (raw === undefined || raw === null) {
    return createFinding('schema.missing', [], { say: 'file-empty' }, { fix })
  }
  if (!isMap(raw)) return createFinding('schema.type', [], { say: 'file-no-map', mark })
  const found = raw.accordant
  const path = ['accordant']
  if (found === undefined || found === null) {
    return createFinding('schema.missing', path, { say: 'file-kind-missing' }, { fix })
  }
  if (found === mark) return null
  if (typeof found !== 'string') {
    const expected: Message = { say: 'value-text', text: mark }
    return createFinding('schema.type', path, {
      say: 'value-differs',
      expected,
      found: nameValue(found),
    })
  }
  return createFinding('schema.value', path, describeWrongMark(clip(found), kind))
}

function describeWrongMark(found: string, kind: Kind): Message {
  const mark = toKindMark(kind)
  if (found.split('/')[0] === kind) {
    return { say: 'file-format-unknown', found, mark }
  }
  const marks = kinds.map(toKindMark)
  return marks.includes(found)
    ? { say: 'file-kind-differs', kind, mark, found }
    : { say: 'file-kind-unknown', found, hint: suggestWord(found, marks, Infinity) }
}

function getFreedoms(kind: Kind) {
  return { free: hasFreeKeys(kind), empty: kind === 'plan' }
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}

/**
 * A copy without the keys that are free, and without empty values where those mean nothing.
 * `__proto__` is a key like any other, but the schema library drops it without a word, so it is reported here.
 */
function removeFreeKeys(
  value: unknown,
  rules: { readonly free: boolean; readonly empty: boolean },
  /** The path of the value; one array that grows and shrinks, since a copy is hardly ever needed. */
  path: (string | number)[],
  findings: Finding[],
  severity: Finding['severity'],
): unknown {
  const inside = (key: string | number, item: unknown) => {
    if (typeof item !== 'object' || item === null) return item
    path.push(key)
    const copy = removeFreeKeys(item, rules, path, findings, severity)
    path.pop()
    return copy
  }
  if (Array.isArray(value)) return value.map((item, index) => inside(index, item))
  if (!isMap(value)) return value
  const copy: Record<string, unknown> = Object.create(null)
  for (const key of Object.keys(value)) {
    const item = value[key]
    if (rules.free && isFreeKey(key)) continue
    if (rules.empty && (item === null || (typeof item === 'string' && item.trim() === ''))) continue
    if (key === '__proto__') findings.push(createProtoFinding([...path, key], severity))
    else copy[key] = inside(key, item)
  }
  return copy
}

function createProtoFinding(path: Path, severity: Finding['severity']): Finding {
  const message: Message = { say: 'unknown-key', key: '__proto__', hint: { say: 'no-suggestion' } }
  return createFinding('schema.unknown-key', path, message, { severity, at: 'key' })
}
