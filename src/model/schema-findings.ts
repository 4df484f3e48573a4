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
  type SchemaIssue,
  type UnionIssue,
} from './schema-unions.ts'
import { clip, getValueAt, isMap } from './value.ts'
import {
  createKeyFinding,
  createRangeFinding,
  createTextFinding,
  createTypeFinding,
  createValueFinding,
} from './value-findings.ts'

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
