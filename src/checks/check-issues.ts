import type { ValueType } from '../expression/language/type.ts'
import { findTypeAt, type UnknownKey } from '../expression/plan-type.ts'
import { suggestWord } from '../model/did-you-mean.ts'
import { createFinding, createUnknownReference, type Finding } from '../model/finding.ts'
import type { Check } from '../model/questionnaire.ts'
import type { Message } from '../words/message.ts'
import { getVisitedType } from './visited-type.ts'

/**
 * Finds what a check can never do: visit what no plan has, show what is not there, matter at any stage. Paths start at the
 * check; `words` are those that the questionnaire gives its texts.
 */
export function listCheckIssues(
  check: Check,
  plan: ValueType,
  words: readonly string[],
): readonly Finding[] {
  return [
    ...checkVisitedList(check, plan),
    ...checkMessagePlaceholders(check, plan, words),
    ...checkSeverities(check),
  ]
}

function checkVisitedList(check: Check, plan: ValueType): readonly Finding[] {
  if (check.for === undefined) return []
  const found = findTypeAt(plan, check.for)
  if ('kind' in found) {
    if (found.kind === 'any' || found.kind === 'list') return []
    const message: Message = { say: 'check-for-no-list', path: check.for }
    return [createUnknownWord('for', message, 0, check.for, { say: 'check-without-for' })]
  }
  return [
    createUnknownWord('for', nameUnknownKey(found, 'plan-key-unknown'), found.start, found.key),
  ]
}

const bracesPattern = /\{([^{}\s]+)\}/g

function checkMessagePlaceholders(
  check: Check,
  plan: ValueType,
  words: readonly string[],
): readonly Finding[] {
  const item = getVisitedType(plan, check.for)
  return [...check.message.matchAll(bracesPattern)].flatMap(({ 1: dotted = '', index }) => {
    const start = index + 1
    const [root = '', ...keys] = dotted.split('.')
    if (words.includes(dotted)) return []
    const roots = check.for === undefined ? ['plan'] : ['item', 'plan', 'index']
    if (!roots.includes(root)) {
      const message: Message = ['item', 'index'].includes(root)
        ? { say: 'placeholder-needs-for', name: dotted }
        : { say: 'placeholder-unknown', name: root, hint: suggestWord(root, roots) }
      return [createUnknownWord('message', message, start, dotted)]
    }
    if (root === 'index' || keys.length === 0) return []
    const found = findTypeAt(root === 'item' ? item : plan, keys.join('.'))
    if ('kind' in found) return []
    const at = start + root.length + 1 + found.start
    const message = nameUnknownKey(found, root === 'item' ? 'item-key-unknown' : 'plan-key-unknown')
    return [createUnknownWord('message', message, at, found.key)]
  })
}

function nameUnknownKey(
  { key, known }: UnknownKey,
  say: 'plan-key-unknown' | 'item-key-unknown',
): Message {
  return { say, key, hint: suggestWord(key, known) }
}

/** A word in the text of a key, at an offset. */
function createUnknownWord(
  key: 'for' | 'message',
  message: Message,
  start: number,
  word: string,
  fix: Message | null = null,
): Finding {
  return {
    ...createUnknownReference([key], message, fix),
    within: { start, end: start + word.length },
  }
}

function checkSeverities({ severity }: Check): readonly Finding[] {
  const words = typeof severity === 'string' ? [severity] : Object.values(severity)
  if (words.some((word) => word !== 'off')) return []
  return [
    createFinding(
      'schema.value',
      ['severity'],
      { say: 'check-always-off' },
      { severity: 'warning', fix: { say: 'give-severity' } },
    ),
  ]
}
