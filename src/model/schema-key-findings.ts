import type { Message } from '../words/message.ts'
import { suggestWord } from './did-you-mean.ts'
import { createFinding, type Finding, type Path, type Severity } from './finding.ts'
import { listTypesWithKey } from './questionnaire-file.ts'
import type { SchemaIssue } from './schema-unions.ts'
import { clip, isMap, toFlowText } from './value.ts'
import { findWrittenState } from './written-state.ts'

/** Keys that a schema does not have, and where they may belong. */
export function listKeyFindings(
  { keys, message }: Extract<SchemaIssue, { code: 'unrecognized_keys' }>,
  path: Path,
  map: unknown,
  severity: Severity,
): readonly Finding[] {
  const lines = message.split('\n').filter((key) => key !== '')
  const known = lines.filter((key) => !key.includes('.'))
  return keys.map((key) => {
    const moved = findMovedFix(key, map, path, lines)
    const hint: Message = moved === null ? suggestWord(key, known) : { say: 'no-suggestion' }
    const fix = moved ?? findKeyFix(key, map, known) ?? findLostFix(hint, known)
    const named: Message = { say: 'unknown-key', key: clip(key), hint }
    return createFinding('schema.unknown-key', [...path, key], named, { severity, at: 'key', fix })
  })
}

/** Where a key surely belongs that stands elsewhere; `lines` names keys of maps below as `limits.minScore`. */
function findMovedFix(
  key: string,
  map: unknown,
  path: Path,
  lines: readonly string[],
): Message | null {
  const owner = String(path.at(-1) ?? '')
  if (path.at(-2) === 'answers' && lines.includes('state') && isMap(map) && map[key] !== null) {
    const line = `${owner}.${key}: ${toFlowText(map[key])}`
    return owner.includes('.') ? null : { say: 'write-instead', text: quoted(line) }
  }
  // A full id beside `answers` has lost its indentation.
  if (key.includes('.') && lines.includes('answers')) {
    return { say: 'key-belongs-under', parents: ['answers'] }
  }
  const parents = lines.flatMap((line) => {
    const [parent = '', inner] = line.split('.')
    return inner === key ? [parent] : []
  })
  return parents.length === 0 ? null : { say: 'key-belongs-under', parents }
}

/** In a response nothing else has names of its own than the profile. */
function findLostFix(hint: Message, known: readonly string[]): Message | null {
  return hint.say === 'no-suggestion' && known.includes('profile') && known.includes('answers')
    ? { say: 'key-may-belong-under', parent: 'profile' }
    : null
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
  return { say: 'write-instead', text: quoted(text) }
}

function quoted(text: string): Message {
  return { say: 'value-quoted', text }
}
