import * as z from 'zod'
import { quotedList, suggestion } from './did-you-mean.ts'
import type { Finding, Path } from './finding.ts'
import { isFreeKey } from './free-keys.ts'
import { type Kind, kinds } from './kind-names.ts'
import { type FileOf, hasFreeKeys, kindMark, schemas } from './kinds.ts'
import { explainUnknownKeys, findingsOf } from './schema-findings.ts'
import { clip, describe, isMap } from './value.ts'

export interface Decoded<T> {
  /** Null where an error stands in the way. */
  readonly value: T | null
  readonly findings: readonly Finding[]
}

/**
 * The one door from a file's untrusted value to the model. All problems come back at once, by path.
 * Unknown keys are errors, in plans warnings; `notes` and `x-…` are free and do not come through the door.
 */
export function decode<K extends Kind>(kind: K, raw: unknown): Decoded<FileOf<K>> {
  const marked = kindFinding(kind, raw)
  if (marked !== null) return { value: null, findings: [marked] }
  const findings: Finding[] = []
  const severity = kind === 'plan' ? 'warning' : 'error'
  const bare = withoutFreeKeys(
    raw,
    { free: hasFreeKeys(kind), empty: kind === 'plan' },
    [],
    findings,
    severity,
  )
  const schema = schemas[kind]() as unknown as z.ZodType<FileOf<K>>
  const issuesOf = (value: unknown) => z.safeParse(schema, value, { error: explainUnknownKeys })
  const first = issuesOf(bare)
  if (first.success) return { value: findings.some(isError) ? null : first.data, findings }
  for (const issue of first.error.issues) findings.push(...findingsOf(issue, bare, severity))
  if (findings.some(isError)) return { value: null, findings }
  const second = issuesOf(withoutPaths(bare, findings.filter(isUnknownKey)))
  return { value: second.success ? second.data : null, findings }
}

/** What kind of file this is, by its `accordant` key; null when it is none of ours. */
export function kindOf(raw: unknown): Kind | null {
  const mark = isMap(raw) ? raw.accordant : undefined
  if (typeof mark !== 'string') return null
  const name = mark.split('/')[0]
  return kinds.find((kind) => kind === name) ?? null
}

function kindFinding(kind: Kind, raw: unknown): Finding | null {
  const expected = kindMark(kind)
  const finding = (id: string, message: string, path: Path, fix: string | null): Finding => ({
    id,
    severity: 'error',
    message,
    path,
    at: 'value',
    fix,
  })
  if (raw === undefined || raw === null) {
    return finding(
      'schema.missing',
      'The file is empty',
      [],
      `Begin it with "accordant: ${expected}"`,
    )
  }
  if (!isMap(raw)) {
    return finding('schema.type', `Expected a map with the key "accordant: ${expected}"`, [], null)
  }
  const mark = raw.accordant
  if (mark === undefined || mark === null) {
    return finding(
      'schema.missing',
      `"accordant" is missing; it names the kind of file`,
      ['accordant'],
      `Begin the file with "accordant: ${expected}"`,
    )
  }
  if (mark === expected) return null
  if (typeof mark !== 'string') {
    const message = `Expected the text "${expected}", found ${describe(mark)}`
    return finding('schema.type', message, ['accordant'], null)
  }
  const found = clip(mark)
  const [name, format] = found.split('/')
  if (name === kind && format !== '1') {
    return finding(
      'schema.value',
      `Format "${found}" is not known; this accordant reads "${expected}"`,
      ['accordant'],
      null,
    )
  }
  const marks = kinds.map(kindMark)
  const message = marks.includes(found)
    ? `Expected a ${kind} ("${expected}"), found "${found}"`
    : `Unknown kind of file "${found}"${suggestion(found, marks) || `; expected one of ${quotedList(marks)}`}`
  return finding('schema.value', message, ['accordant'], null)
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}

function isUnknownKey(finding: Finding): boolean {
  return finding.id === 'schema.unknown-key'
}

/**
 * A copy without what people may write freely, and without empty places where those mean nothing.
 * `__proto__` is a key like any other, but no schema library carries it, so it is reported here.
 */
function withoutFreeKeys(
  value: unknown,
  rules: { readonly free: boolean; readonly empty: boolean },
  path: Path,
  findings: Finding[],
  severity: Finding['severity'],
): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      withoutFreeKeys(item, rules, [...path, index], findings, severity),
    )
  }
  if (!isMap(value)) return value
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, item] of Object.entries(value)) {
    if (rules.free && isFreeKey(key)) continue
    if (rules.empty && (item === null || (typeof item === 'string' && item.trim() === ''))) continue
    const here = [...path, key]
    if (key === '__proto__') {
      findings.push({
        id: 'schema.unknown-key',
        severity,
        message: 'Unknown key "__proto__"',
        path: here,
        at: 'key',
        fix: null,
      })
      continue
    }
    copy[key] = withoutFreeKeys(item, rules, here, findings, severity)
  }
  return copy
}

/** A copy without the entries at these paths, in one walk however many they are. */
function withoutPaths(value: unknown, gone: readonly { readonly path: Path }[]): unknown {
  const byParent = new Map<string, Set<string | number | undefined>>()
  for (const { path } of gone) {
    const parent = JSON.stringify(path.slice(0, -1))
    byParent.set(parent, (byParent.get(parent) ?? new Set()).add(path.at(-1)))
  }
  const copy = (here: unknown, path: Path): unknown => {
    if (Array.isArray(here)) return here.map((item, index) => copy(item, [...path, index]))
    if (!isMap(here)) return here
    const dropped = byParent.get(JSON.stringify(path))
    const kept: Record<string, unknown> = Object.create(null)
    for (const [key, item] of Object.entries(here)) {
      if (dropped?.has(key) !== true) kept[key] = copy(item, [...path, key])
    }
    return kept
  }
  return copy(value, [])
}
