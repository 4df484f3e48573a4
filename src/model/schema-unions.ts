import type * as z from 'zod'

/** What the schema library says where a value may have one of several shapes and has none of them. */

export type SchemaIssue = z.core.$ZodIssue
export type UnionIssue = Extract<SchemaIssue, { code: 'invalid_union' }>

/** The shape that fits furthest: wrong only deep inside the value, and in few places. Null where none is of its kind. */
export function findNearestBranch({ errors }: UnionIssue): readonly SchemaIssue[] | null {
  const fits = errors.filter((branch) => !branch.some(isMismatch))
  return (
    fits.toSorted((a, b) => getBranchDepth(b) - getBranchDepth(a) || a.length - b.length)[0] ?? null
  )
}

/** The words that a union takes as they stand. */
export function listLiterals(issue: SchemaIssue): readonly string[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().flatMap(listLiterals)
  if (issue.code !== 'invalid_value') return []
  return issue.values.filter((word): word is string => typeof word === 'string')
}

/** `text, a number or a map`. */
export function describeExpected(issue: UnionIssue): string {
  const words = [...new Set(listExpectedTypes(issue))].filter((word) => word !== 'nothing')
  if (words.length <= 1) return words[0] ?? 'something else'
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

export function describeSchemaType(expected: string): string {
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

function listExpectedTypes(issue: SchemaIssue): readonly string[] {
  if (issue.code === 'invalid_union')
    return issue.errors.flat().filter(isMismatch).flatMap(listExpectedTypes)
  if (issue.code === 'invalid_type') return [describeSchemaType(issue.expected)]
  if (issue.code !== 'invalid_value') return []
  return issue.values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value)))
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
