import { findTypeAt, type UnknownKey, type ValueType } from '../expression/plan-type.ts'
import { describeSuggestion } from '../model/did-you-mean.ts'
import type { Severity } from '../model/finding.ts'
import type { Check } from '../model/questionnaire.ts'
import { getVisitedType } from './visited-type.ts'

/** Something wrong with a check itself, outside its expressions. */
export interface CheckIssue {
  readonly id: 'reference.unknown' | 'schema.value'
  readonly severity: Severity
  readonly key: 'for' | 'message' | 'severity'
  readonly message: string
  readonly fix: string | null
  /** Offsets in the text of the key, or null where all of it is meant. */
  readonly within: { readonly start: number; readonly end: number } | null
}

/**
 * Finds what a check can never do: visit what no plan has, tell what is not there, matter at any stage. `words` are those
 * that the questionnaire gives its texts.
 */
export function listCheckIssues(
  check: Check,
  plan: ValueType,
  words: readonly string[],
): readonly CheckIssue[] {
  return [
    ...checkVisitedList(check, plan),
    ...checkMessagePlaceholders(check, plan, words),
    ...checkSeverities(check),
  ]
}

function checkVisitedList(check: Check, plan: ValueType): readonly CheckIssue[] {
  if (check.for === undefined) return []
  const found = findTypeAt(plan, check.for)
  if ('kind' in found) {
    if (found.kind === 'any' || found.kind === 'list') return []
    const message = `"${check.for}" is no list in a plan; "for" visits the items of one`
    return [
      createUnknownIssue('for', message, 0, check.for, 'Leave "for" out, and ask for it as plan.…'),
    ]
  }
  return [createUnknownIssue('for', describeUnknownKey(found, 'A plan'), found.start, found.key)]
}

const bracesPattern = /\{([^{}\s]+)\}/g

function checkMessagePlaceholders(
  check: Check,
  plan: ValueType,
  words: readonly string[],
): readonly CheckIssue[] {
  const item = getVisitedType(plan, check.for)
  return [...check.message.matchAll(bracesPattern)].flatMap(({ 1: dotted = '', index }) => {
    const start = index + 1
    const [root = '', ...keys] = dotted.split('.')
    if (words.includes(dotted)) return []
    const roots = check.for === undefined ? ['plan'] : ['item', 'plan', 'index']
    if (!roots.includes(root)) {
      const message = ['item', 'index'].includes(root)
        ? `"{${dotted}}" is known only to a check with "for"`
        : `Unknown name "${root}" in the message${describeSuggestion(root, roots)}`
      return [createUnknownIssue('message', message, start, dotted)]
    }
    if (root === 'index' || keys.length === 0) return []
    const found = findTypeAt(root === 'item' ? item : plan, keys.join('.'))
    if ('kind' in found) return []
    const at = start + root.length + 1 + found.start
    return [
      createUnknownIssue(
        'message',
        describeUnknownKey(found, root === 'item' ? 'The item' : 'A plan'),
        at,
        found.key,
      ),
    ]
  })
}

function describeUnknownKey({ key, known }: UnknownKey, whose: string): string {
  return `${whose} has no "${key}"${describeSuggestion(key, known)}`
}

function createUnknownIssue(
  key: CheckIssue['key'],
  message: string,
  start: number,
  word: string,
  fix: string | null = null,
): CheckIssue {
  const within = { start, end: start + word.length }
  return { id: 'reference.unknown', severity: 'error', key, message, fix, within }
}

function checkSeverities({ severity }: Check): readonly CheckIssue[] {
  const words = typeof severity === 'string' ? [severity] : Object.values(severity)
  if (words.some((word) => word !== 'off')) return []
  return [
    {
      id: 'schema.value',
      severity: 'warning',
      key: 'severity',
      message: 'The check is off at every stage, so it never finds anything',
      fix: 'Give it a severity at one stage, or drop it',
      within: null,
    },
  ]
}
