import type * as z from 'zod'
import { didYouMean, quotedList, suggestion } from './did-you-mean.ts'
import type { Finding, Path, Severity } from './finding.ts'
import { clip, describe, valueAt } from './value.ts'

type Issue = z.core.$ZodIssue

/** A zod error map: names each unknown key with a near known one, a line each, in the order of `keys`. */
export function explainUnknownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined
  const known = knownKeys(issue.inst as Inner | undefined)
  return (issue.keys as string[])
    .map((key) => `Unknown key "${clip(key)}"${suggestion(key, known)}`)
    .join('\n')
}

/** What of a schema tells the keys that it knows: a map's shape, or the words of a record's keys. */
interface Inner {
  readonly _zod?: {
    readonly def?: { readonly shape?: object; readonly entries?: object; readonly keyType?: Inner }
  }
}

function knownKeys(schema: Inner | undefined): readonly string[] {
  const definition = schema?._zod?.def
  return Object.keys(definition?.shape ?? definition?.keyType?._zod?.def?.entries ?? {})
}

/** Our findings for one issue of the schema library, with our codes and words. */
export function findingsOf(issue: Issue, root: unknown, unknownKeys: Severity): readonly Finding[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
  return explain(issue, path, root, unknownKeys)
}

function explain(
  issue: Issue,
  path: Path,
  root: unknown,
  unknownKeys: Severity,
): readonly Finding[] {
  const value = valueAt(root, path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const messages = issue.message.split('\n')
      return issue.keys.map((key, index) => ({
        id: 'schema.unknown-key',
        severity: unknownKeys,
        message: messages[index] ?? `Unknown key "${clip(key)}"`,
        path: [...path, key],
        at: 'key' as const,
        fix: null,
      }))
    }
    case 'invalid_type':
      return [wrongType(wordFor(issue.expected), path, value)]
    case 'invalid_value':
      return [wrongValue(path, value, issue.values.map(String))]
    case 'invalid_union':
      return wrongUnion(issue, path, root, unknownKeys)
    case 'invalid_key': {
      const phrase = issue.issues[0]?.message ?? 'a key that is known here'
      const key = String(path.at(-1) ?? '')
      return [{ ...finding('schema.value', path, `"${clip(key)}" is not ${phrase}`), at: 'key' }]
    }
    case 'too_small':
      return [
        outOfRange(
          path,
          value,
          issue.origin,
          issue.inclusive ? 'at least' : 'more than',
          issue.minimum,
        ),
      ]
    case 'too_big':
      return [
        outOfRange(
          path,
          value,
          issue.origin,
          issue.inclusive ? 'at most' : 'less than',
          issue.maximum,
        ),
      ]
    case 'invalid_format':
    case 'custom':
      return [wrongText(path, value, issue.message)]
    default:
      return [finding('schema.value', path, `${describe(value)} is not what is expected here`)]
  }
}

function finding(id: string, path: Path, message: string, fix: string | null = null): Finding {
  return { id, severity: 'error', message, path, at: 'value', fix }
}

function wrongType(expected: string, path: Path, value: unknown): Finding {
  const name = path.at(-1)
  if (value === undefined) {
    return finding('schema.missing', path, `"${name}" is missing; expected ${expected}`)
  }
  if (value === null) return finding('schema.missing', path, `Expected ${expected}, found nothing`)
  const quotes = expected === 'text' && typeof value !== 'object' ? 'Put it in quotes' : null
  const found =
    typeof value === 'number' && !Number.isFinite(value) ? 'no finite number' : describe(value)
  return finding('schema.type', path, `Expected ${expected}, found ${found}`, quotes)
}

function wrongValue(path: Path, value: unknown, values: readonly string[]): Finding {
  if (value === undefined || value === null) {
    return wrongType(
      values.length === 1 ? quotedList(values) : `one of ${quotedList(values)}`,
      path,
      value,
    )
  }
  const found = typeof value === 'string' ? `"${clip(value)}"` : describe(value)
  const hint = typeof value === 'string' ? suggestion(value, values) : ''
  return finding(
    'schema.value',
    path,
    `Unknown value ${found}${hint || `; expected one of ${quotedList(values)}`}`,
  )
}

function wrongText(path: Path, value: unknown, phrase: string): Finding {
  if (typeof value !== 'string') return finding('schema.value', path, `Expected ${phrase}`)
  const found = value.trim() === '' ? 'blank text' : `"${clip(value)}"`
  return finding(
    'schema.value',
    path,
    value.trim() === '' ? `Expected ${phrase}, found ${found}` : `${found} is not ${phrase}`,
  )
}

function outOfRange(
  path: Path,
  value: unknown,
  origin: string,
  bound: string,
  limit: number | bigint,
): Finding {
  if (typeof value === 'number') {
    return finding('schema.value', path, `${value} is out of range; expected ${bound} ${limit}`)
  }
  const one = Number(limit) === 1
  const unit = origin === 'string' ? (one ? 'character' : 'characters') : one ? 'entry' : 'entries'
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : null
  const found = size === null ? '' : `, found ${size}`
  return finding('schema.value', path, `Expected ${bound} ${limit} ${unit}${found}`)
}

/** Of several allowed shapes the one that fits furthest says what is wrong; with none, all are named. */
function wrongUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  root: unknown,
  unknownKeys: Severity,
): readonly Finding[] {
  const value = valueAt(root, path)
  if (issue.errors.length === 0) {
    const options = (issue as { options?: readonly unknown[] }).options ?? []
    return [wrongValue(path, value, options.map(String))]
  }
  const fits = issue.errors.filter((branch) => !branch.some(isMismatch))
  const best = fits.toSorted((a, b) => reachOf(b) - reachOf(a) || a.length - b.length)[0]
  if (best !== undefined) {
    return best.flatMap((inner) => {
      const innerPath = inner.path.map((key) => (typeof key === 'number' ? key : String(key)))
      return explain(inner, [...path, ...innerPath], root, unknownKeys)
    })
  }
  const words = wordsOf(issue)
  const near = typeof value === 'string' ? didYouMean(value, words) : null
  if (near !== null) return [wrongValue(path, value, words)]
  return [
    wrongType(listOfWords([...new Set(issue.errors.flat().flatMap(expectedBy))]), path, value),
  ]
}

/** Does the branch fail for what the value is, rather than for something inside it? */
function isMismatch(issue: Issue): boolean {
  if (issue.path.length > 0) return false
  if (issue.code === 'invalid_union') return issue.errors.every((branch) => branch.some(isMismatch))
  return issue.code === 'invalid_type' || issue.code === 'invalid_value'
}

/** How deep inside the value a branch goes before anything is wrong. */
function reachOf(branch: readonly Issue[]): number {
  return Math.min(...branch.map(depthOf))
}

function depthOf(issue: Issue): number {
  const { length } = issue.path
  if (issue.code === 'unrecognized_keys') return length + 1
  if (issue.code !== 'invalid_union') return length
  return length + Math.max(0, ...issue.errors.map(reachOf))
}

/** The words that a union takes as they stand. */
function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().flatMap(wordsOf)
  if (issue.code !== 'invalid_value') return []
  return issue.values.filter((word): word is string => typeof word === 'string')
}

function expectedBy(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_union')
    return issue.errors.flat().filter(isMismatch).flatMap(expectedBy)
  if (issue.code === 'invalid_type') return [wordFor(issue.expected)]
  if (issue.code === 'invalid_value') return issue.values.map(literal)
  return []
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value)
}

function wordFor(expected: string): string {
  const known: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    object: 'a map',
    record: 'a map',
    array: 'a list',
    null: 'nothing',
  }
  return known[expected] ?? expected
}

function listOfWords(words: readonly string[]): string {
  const named = words.filter((word) => word !== 'nothing')
  if (named.length <= 1) return named[0] ?? 'something else'
  return `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`
}
