import type * as z from 'zod'
import type { Message } from '../words/message.ts'
import { findMeantWord, suggestWord } from './did-you-mean.ts'
import { createFinding, type Finding, type Path, type Severity } from './finding.ts'
import { findKeyIdFix, findMissingFix, findRangeFix, findValueFix } from './schema-fixes.ts'
import { listKeyFindings } from './schema-key-findings.ts'
import {
  findNearestBranch,
  listLiterals,
  nameExpected,
  nameSchemaType,
  type RangeIssue,
  type SchemaIssue,
  type UnionIssue,
} from './schema-unions.ts'
import { clip, getValueAt, nameValue } from './value.ts'

/**
 * A zod error map: where keys are unknown, the issue carries those that the schema has, a line each, in place of a text; then
 * those of the maps below.
 */
export function carryKnownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  return issue.code === 'unrecognized_keys'
    ? listKeysAround(issue.inst as SchemaInternals | undefined).join('\n')
    : undefined
}

function listKeysAround(schema: SchemaInternals | undefined): readonly string[] {
  return [...listKnownKeys(schema), ...listKeysBelow(schema)]
}

/** The part of a schema that lists its keys: a map's shape, or the words of a record's keys. */
interface SchemaInternals {
  readonly _zod?: {
    readonly def?: {
      readonly shape?: Readonly<Record<string, SchemaInternals>>
      /** Of what may be left out. */
      readonly innerType?: SchemaInternals
      readonly entries?: object
      readonly keyType?: SchemaInternals
    }
  }
}

function listKnownKeys(schema: SchemaInternals | undefined): readonly string[] {
  const definition = schema?._zod?.def
  return Object.keys(definition?.shape ?? definition?.keyType?._zod?.def?.entries ?? {})
}

/** The keys of the maps that a map's own keys hold, as `limits.minScore`. */
function listKeysBelow(schema: SchemaInternals | undefined): readonly string[] {
  const entries = Object.entries(schema?._zod?.def?.shape ?? {})
  return entries.flatMap(([name, inner]) => {
    const bare: SchemaInternals = inner._zod?.def?.innerType ?? inner
    return Object.keys(bare._zod?.def?.shape ?? {}).map((key) => `${name}.${key}`)
  })
}

/** Our findings for one issue of the schema library, with our ids and messages. */
export function toFindings(
  issue: SchemaIssue,
  root: unknown,
  unknownKeys: Severity,
): readonly Finding[] {
  return toFindingsAt(issue, toPath(issue), root, unknownKeys)
}

function toPath({ path }: SchemaIssue): Path {
  return path.map((key) => (typeof key === 'number' ? key : String(key)))
}

function toFindingsAt(
  issue: SchemaIssue,
  path: Path,
  root: unknown,
  unknownKeys: Severity,
): readonly Finding[] {
  const value = getValueAt(root, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return listKeyFindings(issue, path, value, unknownKeys)
    case 'invalid_type':
      return [
        createTypeFinding(findPhrase(issue.message) ?? nameSchemaType(issue.expected), path, root),
      ]
    case 'invalid_value':
      return [createValueFinding(path, root, issue.values.map(String))]
    case 'invalid_union':
      return listUnionFindings(issue, path, root, unknownKeys)
    case 'invalid_key':
      return [createKeyFinding(path, toPhrase(issue.issues[0]?.message), root)]
    case 'too_small':
    case 'too_big':
      return [createRangeFinding(path, value, issue)]
    case 'invalid_format':
    case 'custom':
      return [createTextFinding(path, root, toPhrase(issue.message))]
    default:
      return [createTextFinding(path, root, { say: 'expected-other' })]
  }
}

/** Errors of our schemas are ids of phrases (`expects`). */
function toPhrase(id: string | undefined): Message {
  return findPhrase(id) ?? { say: 'expected-other' }
}

function findPhrase(id: string | undefined): Message | null {
  return id?.startsWith('expected-') === true ? ({ say: id } as Message) : null
}

/** Of several allowed shapes the one that fits furthest says what is wrong; with none, all are named. */
function listUnionFindings(
  issue: UnionIssue,
  path: Path,
  root: unknown,
  unknownKeys: Severity,
): readonly Finding[] {
  const value = getValueAt(root, path)
  if (issue.errors.length === 0) {
    const options = (issue as { options?: readonly unknown[] }).options ?? []
    return [createValueFinding(path, root, options.map(String))]
  }
  const best = findNearestBranch(issue)
  if (best !== null) {
    return best.flatMap((inner) =>
      toFindingsAt(inner, [...path, ...toPath(inner)], root, unknownKeys),
    )
  }
  const words = listLiterals(issue)
  if (typeof value === 'string' && findMeantWord(value, words) !== null) {
    return [createValueFinding(path, root, words)]
  }
  return [createTypeFinding(nameExpected(issue), path, root)]
}

function createKeyFinding(path: Path, expected: Message, root: unknown): Finding {
  const found = quoteText(String(path.at(-1) ?? ''))
  return createFinding(
    'schema.value',
    path,
    { say: 'value-is-not', found, expected },
    { at: 'key', fix: findKeyIdFix(expected, path, root) },
  )
}

function createTypeFinding(expected: Message, path: Path, root: unknown): Finding {
  const value = getValueAt(root, path)
  if (value === undefined) {
    const message: Message = { say: 'key-missing', key: String(path.at(-1)), expected }
    return createFinding('schema.missing', path, message, { fix: findMissingFix(path, root) })
  }
  const found: Message =
    typeof value === 'number' && !Number.isFinite(value)
      ? { say: 'value-infinite' }
      : nameValue(value)
  const fix = findValueFix(expected, value, path, root)
  const key = path.at(-1)
  const message: Message =
    value === null && typeof key === 'string'
      ? { say: 'value-empty', key, expected }
      : { say: 'value-differs', expected, found }
  const id = value === null ? 'schema.missing' : 'schema.type'
  return createFinding(id, path, message, { fix })
}

function createValueFinding(path: Path, root: unknown, words: readonly string[]): Finding {
  const value = getValueAt(root, path)
  if (value === undefined || value === null) {
    return createTypeFinding({ say: 'type-one-of', words }, path, root)
  }
  const message: Message =
    typeof value === 'string'
      ? { say: 'unknown-value', found: quoteText(value), hint: suggestWord(value, words, Infinity) }
      : { say: 'unknown-value', found: nameValue(value), hint: { say: 'expected-one-of', words } }
  return createFinding('schema.value', path, message)
}

function createTextFinding(path: Path, root: unknown, expected: Message): Finding {
  const value = getValueAt(root, path)
  if (typeof value !== 'string') {
    return createFinding('schema.value', path, { say: 'value-expected', expected })
  }
  const message: Message =
    value.trim() === ''
      ? { say: 'value-differs', expected, found: { say: 'value-blank' } }
      : { say: 'value-is-not', found: quoteText(value), expected }
  const fix = findValueFix(expected, value, path, root)
  return createFinding('schema.value', path, message, { fix })
}

function createRangeFinding(path: Path, value: unknown, issue: RangeIssue): Finding {
  const [say, size] = findBound(issue)
  if (typeof value === 'number') {
    const bound: Message = { say, limit: String(size) }
    const fix = findRangeFix(value, path)
    return createFinding('schema.value', path, { say: 'value-out-of-range', value, bound }, { fix })
  }
  const limit: Message = {
    say: issue.origin === 'string' ? 'size-characters' : 'size-entries',
    size,
  }
  const expected: Message = { say, limit }
  const isSized = typeof value === 'string' || Array.isArray(value)
  const message: Message = isSized
    ? { say: 'value-differs', expected, found: { say: 'size-plain', size: value.length } }
    : { say: 'value-expected', expected }
  return createFinding('schema.value', path, message, { fix: findRangeFix(value, path) })
}

function findBound(issue: RangeIssue) {
  return issue.code === 'too_small'
    ? ([issue.inclusive ? 'bound-at-least' : 'bound-more-than', Number(issue.minimum)] as const)
    : ([issue.inclusive ? 'bound-at-most' : 'bound-less-than', Number(issue.maximum)] as const)
}

function quoteText(text: string): Message {
  return { say: 'value-quoted', text: clip(text) }
}
