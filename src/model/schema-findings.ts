import type * as z from 'zod'
import type { Message } from '../words/message.ts'
import { findMeantWord, suggestWord } from './did-you-mean.ts'
import { createFinding, type Finding, type Path, type Severity } from './finding.ts'
import { listTypesWithKey } from './questionnaire-file.ts'
import {
  findNearestBranch,
  listLiterals,
  nameExpected,
  nameSchemaType,
  type RangeIssue,
  type SchemaIssue,
  type UnionIssue,
} from './schema-unions.ts'
import { toSlug } from './slug.ts'
import { clip, getValueAt, isMap, nameValue } from './value.ts'
import { maxIdLength } from './vocabulary.ts'

/** A zod error map: where keys are unknown, the issue carries those that the schema has, a line each, in place of a text. */
export function carryKnownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  return issue.code === 'unrecognized_keys'
    ? listKnownKeys(issue.inst as SchemaInternals | undefined).join('\n')
    : undefined
}

/** The part of a schema that lists its keys: a map's shape, or the words of a record's keys. */
interface SchemaInternals {
  readonly _zod?: {
    readonly def?: {
      readonly shape?: object
      readonly entries?: object
      readonly keyType?: SchemaInternals
    }
  }
}

function listKnownKeys(schema: SchemaInternals | undefined): readonly string[] {
  const definition = schema?._zod?.def
  return Object.keys(definition?.shape ?? definition?.keyType?._zod?.def?.entries ?? {})
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
      return [createTypeFinding(nameSchemaType(issue.expected), path, value)]
    case 'invalid_value':
      return [createValueFinding(path, value, issue.values.map(String))]
    case 'invalid_union':
      return listUnionFindings(issue, path, root, unknownKeys)
    case 'invalid_key':
      return [createKeyFinding(path, toPhrase(issue.issues[0]?.message))]
    case 'too_small':
    case 'too_big':
      return [createRangeFinding(path, value, issue)]
    case 'invalid_format':
    case 'custom':
      return [createTextFinding(path, value, toPhrase(issue.message))]
    default:
      return [createTextFinding(path, value, { say: 'expected-other' })]
  }
}

function listKeyFindings(
  { keys, message }: Extract<SchemaIssue, { code: 'unrecognized_keys' }>,
  path: Path,
  map: unknown,
  severity: Severity,
): readonly Finding[] {
  const known = message.split('\n').filter((key) => key !== '')
  return keys.map((key) =>
    createFinding(
      'schema.unknown-key',
      [...path, key],
      { say: 'unknown-key', key: clip(key), hint: suggestWord(key, known) },
      { severity, at: 'key', fix: findKeyFix(key, map) },
    ),
  )
}

/** Errors of our schemas are ids of phrases (`expects`). */
function toPhrase(id: string | undefined): Message {
  return id?.startsWith('expected-') === true ? ({ say: id } as Message) : { say: 'expected-other' }
}

function findKeyFix(key: string, map: unknown): Message | null {
  if (!isMap(map)) return null
  // A comma ends a text between braces, and what follows it becomes a key.
  if (map[key] === null && /\s/.test(key.trim())) return { say: 'put-all-in-quotes' }
  const isQuestion = typeof map.type === 'string' && typeof map.ask === 'string'
  const types = isQuestion ? listTypesWithKey(key) : []
  return types.length === 0 ? null : { say: 'key-for-types', key, types }
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
    return [createValueFinding(path, value, options.map(String))]
  }
  const best = findNearestBranch(issue)
  if (best !== null) {
    return best.flatMap((inner) =>
      toFindingsAt(inner, [...path, ...toPath(inner)], root, unknownKeys),
    )
  }
  const words = listLiterals(issue)
  if (typeof value === 'string' && findMeantWord(value, words) !== null) {
    return [createValueFinding(path, value, words)]
  }
  return [createTypeFinding(nameExpected(issue), path, value)]
}

function createKeyFinding(path: Path, expected: Message): Finding {
  const found = quoteText(String(path.at(-1) ?? ''))
  return createFinding(
    'schema.value',
    path,
    { say: 'value-is-not', found, expected },
    { at: 'key' },
  )
}

function createTypeFinding(expected: Message, path: Path, value: unknown): Finding {
  if (value === undefined) {
    const message: Message = { say: 'key-missing', key: String(path.at(-1)), expected }
    return createFinding('schema.missing', path, message)
  }
  const found: Message =
    typeof value === 'number' && !Number.isFinite(value)
      ? { say: 'value-infinite' }
      : nameValue(value)
  const message: Message = { say: 'value-differs', expected, found }
  if (value === null) return createFinding('schema.missing', path, message)
  const fix = findQuotesFix(expected, value) ?? findShapeFix(expected, path)
  return createFinding('schema.type', path, message, { fix })
}

function findQuotesFix(expected: Message, value: unknown): Message | null {
  if (expected.say === 'type-text' && typeof value !== 'object') return { say: 'put-in-quotes' }
  const isNumeral = typeof value === 'string' && /^[+-]?\d+(\.\d+)?$/.test(value)
  return expected.say === 'type-number' && isNumeral ? { say: 'take-quotes-away' } : null
}

/** What a map looks like, in the places where people write a list of words. */
function findShapeFix(expected: Message, path: Path): Message | null {
  if (expected.say !== 'type-map') return null
  if (path.at(-1) === 'anchors') return { say: 'anchors-shape' }
  return path.at(-2) === 'choices' ? { say: 'choice-shape' } : null
}

function createValueFinding(path: Path, value: unknown, words: readonly string[]): Finding {
  if (value === undefined || value === null) {
    return createTypeFinding({ say: 'type-one-of', words }, path, value)
  }
  const message: Message =
    typeof value === 'string'
      ? { say: 'unknown-value', found: quoteText(value), hint: suggestWord(value, words, Infinity) }
      : { say: 'unknown-value', found: nameValue(value), hint: { say: 'expected-one-of', words } }
  return createFinding('schema.value', path, message)
}

function createTextFinding(path: Path, value: unknown, expected: Message): Finding {
  if (typeof value !== 'string') {
    return createFinding('schema.value', path, { say: 'value-expected', expected })
  }
  const message: Message =
    value.trim() === ''
      ? { say: 'value-differs', expected, found: { say: 'value-blank' } }
      : { say: 'value-is-not', found: quoteText(value), expected }
  const fix = expected.say === 'expected-id' ? findIdFix(value) : null
  return createFinding('schema.value', path, message, { fix })
}

/** Without the dimension before a point, and in the letters that ids have. */
function findIdFix(value: string): Message | null {
  const text = toSlug(value.slice(value.lastIndexOf('.') + 1))
  return text === '' || text.length > maxIdLength ? null : { say: 'write-instead', text }
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
