import * as z from 'zod'
import type { Message } from '../words/message.ts'
import { type ChangesByKind, changeSchemas, type DecodedFile, fileSchemas } from './file-schemas.ts'
import type { Finding, Path, Severity } from './finding.ts'
import type { Kind } from './kind-names.ts'
import { carryKnownKeys, toFindings } from './schema-findings.ts'
import { isMap } from './value.ts'

export interface DecodeResult<T> {
  /** Null where there is an error. */
  readonly value: T | null
  readonly findings: readonly Finding[]
}

/**
 * What the schema says of a value: what it becomes, or everything that is wrong with it. It is loaded when it is needed, since
 * the schema library costs time (docs/adr/0009).
 */
export function decodeBySchema<K extends Kind>(
  kind: K,
  value: unknown,
  unknownKeys: Severity,
): DecodeResult<DecodedFile<K>> {
  return parseWithSchema(
    fileSchemas[kind]() as unknown as z.ZodType<DecodedFile<K>>,
    value,
    unknownKeys,
  )
}

/** The same for a file that says how it differs from another. */
export function decodeChangesBySchema<K extends keyof ChangesByKind>(
  kind: K,
  value: unknown,
): DecodeResult<ChangesByKind[K]> {
  return parseWithSchema(
    changeSchemas[kind]() as unknown as z.ZodType<ChangesByKind[K]>,
    value,
    'error',
  )
}

function parseWithSchema<T>(
  schema: z.ZodType<T>,
  value: unknown,
  unknownKeys: Severity,
): DecodeResult<T> {
  const parse = (given: unknown) => z.safeParse(schema, given, { error: carryKnownKeys })
  const first = parse(value)
  if (first.success) return { value: first.data, findings: [] }
  const explain = (issues: readonly z.core.$ZodIssue[], given: unknown) =>
    issues.flatMap((issue) => toFindings(issue, given, unknownKeys))
  const findings = keepWhatIsNeeded(explain(first.error.issues, value), (gone) => {
    const without = removePaths(value, gone)
    return explain(parse(without).error?.issues ?? [], without)
  })
  if (findings.some(({ severity }) => severity === 'error')) return { value: null, findings }
  const second = parse(removePaths(value, findings.filter(isUnknownKey)))
  return { value: second.success ? second.data : null, findings }
}

/** Nobody is advised to remove what would be missing then: `judgeWithout` tells what is wrong without some entries. */
function keepWhatIsNeeded(
  findings: readonly Finding[],
  judgeWithout: (gone: readonly Finding[]) => readonly Finding[],
): readonly Finding[] {
  const empty = findings.filter(({ fix }) => fix !== null && fixesOfNeeded.has(fix.say))
  if (empty.length === 0) return findings
  const toKey = ({ path, message }: Finding) => JSON.stringify([path, message])
  const before = new Set(findings.map(toKey))
  const listLost = (gone: readonly Finding[]) =>
    new Set(
      judgeWithout(gone)
        .filter((finding) => !before.has(toKey(finding)))
        .map(({ path }) => JSON.stringify(path)),
    )
  const lost = listLost(empty.filter((finding) => !isItem(finding)))
  // Without an item the next ones move up, so that only the list's own path is the same.
  const lostFromLists = listLost(empty.filter(isItem))
  return findings.map((finding) => {
    const { fix, path } = finding
    const say = fix === null ? undefined : fixesOfNeeded.get(fix.say)
    if (say === undefined) return finding
    const parent = JSON.stringify(path.slice(0, -1))
    const isNeeded = isItem(finding)
      ? lostFromLists.has(parent)
      : lost.has(JSON.stringify(path)) || lost.has(parent)
    return isNeeded ? { ...finding, fix: { say } } : finding
  })
}

function isItem({ path }: Finding): boolean {
  return typeof path.at(-1) === 'number'
}

/** What to write where an entry is empty, and where it may not be removed either. */
const fixesOfNeeded = new Map<
  Message['say'],
  'value-needed-fix' | 'collection-needed-fix' | 'item-needed-fix'
>([
  ['value-empty-fix', 'value-needed-fix'],
  ['collection-empty-fix', 'collection-needed-fix'],
  ['item-empty-fix', 'item-needed-fix'],
])

function isUnknownKey(finding: Finding): boolean {
  return finding.id === 'schema.unknown-key'
}

/** A copy without the entries at these paths, in one walk however many they are. */
function removePaths(value: unknown, gone: readonly { readonly path: Path }[]): unknown {
  const byParent = new Map<string, Set<string | number | undefined>>()
  for (const { path } of gone) {
    const parent = JSON.stringify(path.slice(0, -1))
    byParent.set(parent, (byParent.get(parent) ?? new Set()).add(path.at(-1)))
  }
  const copy = (here: unknown, path: Path): unknown => {
    const dropped = byParent.get(JSON.stringify(path))
    if (Array.isArray(here)) {
      return here.flatMap((item, index) =>
        dropped?.has(index) === true ? [] : [copy(item, [...path, index])],
      )
    }
    if (!isMap(here)) return here
    const kept: Record<string, unknown> = Object.create(null)
    for (const [key, item] of Object.entries(here)) {
      if (dropped?.has(key) !== true) kept[key] = copy(item, [...path, key])
    }
    return kept
  }
  return copy(value, [])
}
