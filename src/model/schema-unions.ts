import type * as z from 'zod'
import type { Message } from '../words/message.ts'

/** What the schema library says where a value may have one of several shapes and has none of them. */

export type SchemaIssue = z.core.$ZodIssue
export type RangeIssue = Extract<SchemaIssue, { code: 'too_small' | 'too_big' }>
export type UnionIssue = Extract<SchemaIssue, { code: 'invalid_union' }>

/** The shape that fits furthest: wrong only deep inside the value, and in few places. Null where none is of its kind. */
export function findNearestBranch({ errors }: UnionIssue): readonly SchemaIssue[] | null {
  const fits = errors.filter((branch) => !branch.some(isMismatch))
  return (
    fits.toSorted((a, b) => getBranchDepth(b) - getBranchDepth(a) || a.length - b.length)[0] ?? null
  )
}

/** The words that a union accepts. */
export function listLiterals(issue: SchemaIssue): readonly string[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().flatMap(listLiterals)
  if (issue.code !== 'invalid_value') return []
  return issue.values.filter((word): word is string => typeof word === 'string')
}

/** `text, a number or a map`. */
export function nameExpected(issue: UnionIssue): Message {
  const types = new Map(listExpectedTypes(issue).map((type) => [JSON.stringify(type), type]))
  const wanted = [...types.values()].filter(({ say }) => say !== 'type-nothing')
  const [first = { say: 'type-other' }, second] = wanted
  return second === undefined ? first : { say: 'type-any-of', types: wanted }
}

/** A type of the schema library as a phrase. */
export function nameSchemaType(expected: string): Message {
  return phrasesByType.get(expected) ?? { say: 'as-written', text: expected }
}

const phrasesByType: ReadonlyMap<string, Message> = new Map([
  ['string', { say: 'type-text' }],
  ['number', { say: 'type-number' }],
  ['int', { say: 'type-integer' }],
  ['boolean', { say: 'type-boolean' }],
  ['object', { say: 'type-map' }],
  ['record', { say: 'type-map' }],
  ['array', { say: 'type-list' }],
  ['null', { say: 'type-nothing' }],
])

function listExpectedTypes(issue: SchemaIssue): readonly Message[] {
  if (issue.code === 'invalid_union')
    return issue.errors.flat().filter(isMismatch).flatMap(listExpectedTypes)
  if (issue.code === 'invalid_type') return [nameSchemaType(issue.expected)]
  if (issue.code !== 'invalid_value') return []
  return issue.values.map((value) =>
    typeof value === 'string'
      ? { say: 'value-quoted', text: value }
      : { say: 'as-written', text: String(value) },
  )
}

/** Does the branch fail for what the value is, rather than for something inside it? */
function isMismatch(issue: SchemaIssue): boolean {
  if (issue.path.length > 0) return false
  if (issue.code === 'invalid_union') return issue.errors.every((branch) => branch.some(isMismatch))
  return issue.code === 'invalid_type' || issue.code === 'invalid_value'
}

/** How deep inside the value a branch goes before anything is wrong. */
function getBranchDepth(branch: readonly SchemaIssue[]): number {
  return Math.min(...branch.map(getIssueDepth))
}

function getIssueDepth(issue: SchemaIssue): number {
  const { length } = issue.path
  if (issue.code === 'unrecognized_keys') return length + 1
  if (issue.code !== 'invalid_union') return length
  return length + Math.max(0, ...issue.errors.map(getBranchDepth))
}
