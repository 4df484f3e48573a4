import type * as z from 'zod'
import { describeSuggestion, findMeantWord, formatQuotedList } from './did-you-mean.ts'
import type { Finding, Path, Severity } from './finding.ts'
import {
  describeExpected,
  describeSchemaType,
  findNearestBranch,
  listLiterals,
  type SchemaIssue,
  type UnionIssue,
} from './schema-unions.ts'
import { clip, describeValue, getValueAt, isMap } from './value.ts'

/** A zod error map: names each unknown key with a near known one, a line each, in the order of `keys`. */
export function describeUnknownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined
  const known = listKnownKeys(issue.inst as SchemaInternals | undefined)
  return (issue.keys as string[])
    .map((key) => `Unknown key "${clip(key)}"${describeSuggestion(key, known)}`)
    .join('\n')
}

/** What of a schema tells the keys that it knows: a map's shape, or the words of a record's keys. */
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

/** Our findings for one issue of the schema library, with our codes and words. */
export function toFindings(
  issue: SchemaIssue,
  root: unknown,
  unknownKeys: Severity,
): readonly Finding[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
  return toFindingsAt(issue, path, root, unknownKeys)
}

function toFindingsAt(
  issue: SchemaIssue,
  path: Path,
  root: unknown,
  unknownKeys: Severity,
): readonly Finding[] {
  const value = getValueAt(root, path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const messages = issue.message.split('\n')
      return issue.keys.map((key, index) => ({
        id: 'schema.unknown-key',
        severity: unknownKeys,
        message: messages[index] ?? `Unknown key "${clip(key)}"`,
        path: [...path, key],
        at: 'key' as const,
        fix: describeKeyFix(key, value),
      }))
    }
    case 'invalid_type':
      return [createTypeFinding(describeSchemaType(issue.expected), path, value)]
    case 'invalid_value':
      return [createValueFinding(path, value, issue.values.map(String))]
    case 'invalid_union':
      return listUnionFindings(issue, path, root, unknownKeys)
    case 'invalid_key': {
      const phrase = issue.issues[0]?.message ?? 'a key that is known here'
      const key = String(path.at(-1) ?? '')
      return [
        { ...createFinding('schema.value', path, `"${clip(key)}" is not ${phrase}`), at: 'key' },
      ]
    }
    case 'too_small':
      return [
        createRangeFinding(
          path,
          value,
          issue.origin,
          issue.inclusive ? 'at least' : 'more than',
          issue.minimum,
        ),
      ]
    case 'too_big':
      return [
        createRangeFinding(
          path,
          value,
          issue.origin,
          issue.inclusive ? 'at most' : 'less than',
          issue.maximum,
        ),
      ]
    case 'invalid_format':
    case 'custom':
      return [createTextFinding(path, value, issue.message)]
    default:
      return [
        createFinding('schema.value', path, `${describeValue(value)} is not what is expected here`),
      ]
  }
}

function describeKeyFix(key: string, map: unknown): string | null {
  if (!isMap(map)) return null
  // A comma ends a text between braces, and what follows it becomes a key.
  if (map[key] === null && /\s/.test(key.trim())) {
    return 'If it belongs to the text before the comma, put all of that text in quotes'
  }
  const types = Object.hasOwn(typesByKey, key) ? typesByKey[key] : undefined
  const isQuestion = typeof map.type === 'string' && typeof map.ask === 'string'
  return types === undefined || !isQuestion ? null : `"${key}" is for ${types}`
}

/** Keys that only some types of questions have. */
const typesByKey: Readonly<Record<string, string>> = {
  anchors: 'questions of the type rating',
  scale: 'questions of the type rating',
  reverse: 'questions of the type rating or yes-no',
  must: 'questions of the type rating, yes-no or number',
  choices: 'questions of the type choice or choices',
  from: 'questions of the type number',
  to: 'questions of the type number',
  rows: 'questions of the type table',
  columns: 'questions of the type table',
}

function createFinding(
  id: string,
  path: Path,
  message: string,
  fix: string | null = null,
): Finding {
  return { id, severity: 'error', message, path, at: 'value', fix }
}

function createTypeFinding(expected: string, path: Path, value: unknown): Finding {
  const name = path.at(-1)
  if (value === undefined) {
    return createFinding('schema.missing', path, `"${name}" is missing; expected ${expected}`)
  }
  if (value === null)
    return createFinding('schema.missing', path, `Expected ${expected}, found nothing`)
  const fix = describeQuotesFix(expected, value) ?? describeShapeFix(expected, path)
  const found =
    typeof value === 'number' && !Number.isFinite(value) ? 'no finite number' : describeValue(value)
  return createFinding('schema.type', path, `Expected ${expected}, found ${found}`, fix)
}

function describeQuotesFix(expected: string, value: unknown): string | null {
  if (expected === 'text' && typeof value !== 'object') return 'Put it in quotes'
  const isNumeral = typeof value === 'string' && /^[+-]?\d+(\.\d+)?$/.test(value)
  return expected === 'a number' && isNumeral ? 'Take the quotes away' : null
}

/** What a map looks like, in the places where people write a list of words. */
function describeShapeFix(expected: string, path: Path): string | null {
  if (expected !== 'a map') return null
  if (path.at(-1) === 'anchors') {
    return 'Say which value each text is for, like {1: Never, 3: Once a year, 5: Every month}'
  }
  return path.at(-2) === 'choices' ? 'Give it an id, like {id: nobody, title: Nobody}' : null
}

function createValueFinding(path: Path, value: unknown, values: readonly string[]): Finding {
  if (value === undefined || value === null) {
    return createTypeFinding(
      values.length === 1 ? formatQuotedList(values) : `one of ${formatQuotedList(values)}`,
      path,
      value,
    )
  }
  const found = typeof value === 'string' ? `"${clip(value)}"` : describeValue(value)
  const hint = typeof value === 'string' ? describeSuggestion(value, values) : ''
  return createFinding(
    'schema.value',
    path,
    `Unknown value ${found}${hint || `; expected one of ${formatQuotedList(values)}`}`,
  )
}

function createTextFinding(path: Path, value: unknown, phrase: string): Finding {
  if (typeof value !== 'string') return createFinding('schema.value', path, `Expected ${phrase}`)
  const found = value.trim() === '' ? 'blank text' : `"${clip(value)}"`
  return createFinding(
    'schema.value',
    path,
    value.trim() === '' ? `Expected ${phrase}, found ${found}` : `${found} is not ${phrase}`,
    phrase.startsWith('an id in small letters') ? describeIdFix(value) : null,
  )
}

/** Without the dimension before a point, and in the letters that ids have. */
function describeIdFix(value: string): string | null {
  const meant = value
    .slice(value.lastIndexOf('.') + 1)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return meant === '' || meant.length > 80 || meant.startsWith('x-') ? null : `Write ${meant}`
}

function createRangeFinding(
  path: Path,
  value: unknown,
  origin: string,
  bound: string,
  limit: number | bigint,
): Finding {
  if (typeof value === 'number') {
    return createFinding(
      'schema.value',
      path,
      `${value} is out of range; expected ${bound} ${limit}`,
    )
  }
  const one = Number(limit) === 1
  const unit = origin === 'string' ? (one ? 'character' : 'characters') : one ? 'entry' : 'entries'
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : null
  const found = size === null ? '' : `, found ${size}`
  return createFinding('schema.value', path, `Expected ${bound} ${limit} ${unit}${found}`)
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
    return best.flatMap((inner) => {
      const innerPath = inner.path.map((key) => (typeof key === 'number' ? key : String(key)))
      return toFindingsAt(inner, [...path, ...innerPath], root, unknownKeys)
    })
  }
  const words = listLiterals(issue)
  if (typeof value === 'string' && findMeantWord(value, words) !== null) {
    return [createValueFinding(path, value, words)]
  }
  return [createTypeFinding(describeExpected(issue), path, value)]
}
