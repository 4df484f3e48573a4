import type * as z from 'zod'
import type { Message } from '../words/message.ts'
import { findMeantWord, suggestWord } from './did-you-mean.ts'
import { createFinding, type Finding, type Path, type Severity } from './finding.ts'
import { listTypesWithKey } from './questionnaire-file.ts'
import { findKeyIdFix, findMissingFix, findValueFix } from './schema-fixes.ts'
import {
  findNearestBranch,
  listLiterals,
  nameExpected,
  nameSchemaType,
  type RangeIssue,
  type SchemaIssue,
  type UnionIssue,
} from './schema-unions.ts'
import { clip, getValueAt, isMap, nameValue } from './value.ts'
import { findWrittenState } from './written-state.ts'

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

function listKeyFindings(
  { keys, message }: Extract<SchemaIssue, { code: 'unrecognized_keys' }>,
  path: Path,
  map: unknown,
  severity: Severity,
): readonly Finding[] {
  const lines = message.split('\n').filter((key) => key !== '')
  const known = lines.filter((key) => !key.includes('.'))
  return keys.map((key) => {
    const parents = isAnswered(key, known)
      ? ['answers']
      : lines.filter((line) => line.endsWith(`.${key}`)).map((line) => line.split('.')[0] ?? '')
    const fix =
      findKeyFix(key, map, known) ??
      (parents.length === 0 ? null : { say: 'key-belongs-under', parents })
    const hint: Message = parents.length === 0 ? suggestWord(key, known) : { say: 'no-suggestion' }
    const named: Message = { say: 'unknown-key', key: clip(key), hint }
    return createFinding('schema.unknown-key', [...path, key], named, { severity, at: 'key', fix })
  })
}

/** A full id beside `answers` has lost its indentation. */
function isAnswered(key: string, known: readonly string[]): boolean {
  return key.includes('.') && known.includes('answers')
}

/** Errors of our schemas are ids of phrases (`expects`). */
function toPhrase(id: string | undefined): Message {
  return findPhrase(id) ?? { say: 'expected-other' }
}

function findPhrase(id: string | undefined): Message | null {
  return id?.startsWith('expected-') === true ? ({ say: id } as Message) : null
}

function findKeyFix(key: string, map: unknown, known: readonly string[]): Message | null {
  if (!isMap(map)) return null
  if (map[key] === null) return findLooseWordFix(key, map, known)
  const isQuestion = typeof map.type === 'string' && typeof map.ask === 'string'
  const types = isQuestion ? listTypesWithKey(key) : []
  return types.length === 0 ? null : { say: 'key-for-types', key, types }
}

/** Between braces a word without a colon becomes a key with nothing behind it. */
function findLooseWordFix(
  key: string,
  map: Readonly<Record<string, unknown>>,
  known: readonly string[],
): Message | null {
  const [first = '', ...rest] = key.split(/\s+/)
  if (known.includes(first) && rest.length > 0) return writeKey(`${first}: ${rest.join(' ')}`)
  const isAnswer = known.includes('state') && !Object.hasOwn(map, 'value')
  const answer = isAnswer ? readLooseAnswer(key) : null
  if (answer !== null) return writeKey(answer)
  // A comma ends a text between braces, and what follows it becomes a key.
  if (/^\d+$/.test(key)) return { say: 'write-decimal-point' }
  return Object.keys(map)[0] === key ? null : { say: 'put-all-in-quotes' }
}

function readLooseAnswer(text: string): string | null {
  const state = findWrittenState(text)
  if (state === null) return /^\d+$/.test(text) ? `value: ${text}` : null
  return state === 'not-applicable' ? `state: ${state}, reason: …` : `state: ${state}`
}

function writeKey(text: string): Message {
  return { say: 'write-instead', text: { say: 'value-quoted', text } }
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
    return createFinding('schema.value', path, { say: 'value-out-of-range', value, bound })
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
  return createFinding('schema.value', path, message)
}

function findBound(issue: RangeIssue) {
  return issue.code === 'too_small'
    ? ([issue.inclusive ? 'bound-at-least' : 'bound-more-than', Number(issue.minimum)] as const)
    : ([issue.inclusive ? 'bound-at-most' : 'bound-less-than', Number(issue.maximum)] as const)
}

function quoteText(text: string): Message {
  return { say: 'value-quoted', text: clip(text) }
}
