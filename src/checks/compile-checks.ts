import { type Assertion, compileAssertion } from '../expression/assertion.ts'
import type { ValueType } from '../expression/language/type.ts'
import { findTypeAt } from '../expression/plan-type.ts'
import { suggestWord } from '../model/did-you-mean.ts'
import { createFinding, createUnknownReference, type Finding, type Path } from '../model/finding.ts'
import type { Check, Questionnaire } from '../model/questionnaire.ts'
import { planKinds } from '../model/vocabulary.ts'
import type { Message } from '../words/message.ts'

/** A check that is ready to judge plans. */
export interface CompiledCheck {
  readonly check: Check
  /** The dimension's id. */
  readonly dimension: string
  readonly when: Assertion | null
  readonly assert: Assertion
  readonly usesToday: boolean
  /** The list it visits, or the first place in the plan that it names: findings are placed there where nothing more is known. */
  readonly place: Path
}

/** What keeps a check from being compiled, by its path in the check. */
interface BrokenCheck {
  readonly check: string
  readonly finding: Finding
}

export interface CompiledChecks {
  /** In questionnaire order, without those that are broken. */
  readonly checks: readonly CompiledCheck[]
  readonly broken: readonly BrokenCheck[]
}

/** Compiles every check of a questionnaire. Given the type of a plan, names and types of fields are checked too. */
export function compileChecks(
  questionnaire: Questionnaire,
  plan: ValueType | null = null,
): CompiledChecks {
  const checks: CompiledCheck[] = []
  const broken: BrokenCheck[] = []
  for (const dimension of questionnaire.dimensions) {
    for (const check of dimension.checks)
      compileCheck(check, dimension.id, plan, { checks, broken })
  }
  return { checks, broken }
}

function compileCheck(
  check: Check,
  dimension: string,
  plan: ValueType | null,
  into: { readonly checks: CompiledCheck[]; readonly broken: BrokenCheck[] },
): void {
  const item = check.for !== undefined
  const types = plan === null ? {} : { types: { plan, item: getVisitedType(plan, check.for) } }
  const assert = compileAssertion(check.assert, { item, ...types })
  const when =
    check.when === undefined ? null : compileAssertion(check.when, { item: false, ...types })
  into.broken.push(
    ...listExpressionIssues(check.id, 'when', when),
    ...listExpressionIssues(check.id, 'assert', assert),
  )
  if ('problems' in assert || (when !== null && 'problems' in when)) return
  into.checks.push({
    check,
    dimension,
    when: when?.assertion ?? null,
    assert: assert.assertion,
    usesToday: assert.usesToday || (when?.usesToday ?? false),
    place: check.for?.split('.') ?? assert.places()[0] ?? [],
  })
}

function listExpressionIssues(
  check: string,
  key: 'when' | 'assert',
  compiled: ReturnType<typeof compileAssertion> | null,
): readonly BrokenCheck[] {
  if (compiled === null || !('problems' in compiled)) return []
  return compiled.problems.map(({ message, fix, start, end }) => ({
    check,
    finding: createFinding('expression.error', [key], message, { fix, within: { start, end } }),
  }))
}

/** What a check with this `for` visits; anything where it visits nothing that is known. */
function getVisitedType(plan: ValueType, dotted: string | undefined): ValueType {
  const list = dotted === undefined ? null : findTypeAt(plan, dotted)
  return list !== null && 'kind' in list && list.item !== undefined ? list.item : { kind: 'any' }
}

/** Finds what a check can never do: visit or show what no plan has, matter at any stage. `words` are those of the questionnaire. */
export function listCheckIssues(
  check: Check,
  plan: ValueType,
  words: readonly string[],
): readonly Finding[] {
  return [
    ...checkVisitedList(check, plan),
    ...checkPlaceholders('message', check, plan, words),
    ...checkTogether(check),
    ...checkPlaceholders('together', check, plan, words),
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

/** A text about all items that fail names them, and there are none without `for`. */
function checkTogether({ for: list, together }: Check): readonly Finding[] {
  if (together === undefined) return []
  if (list === undefined) {
    return [createFinding('schema.value', ['together'], { say: 'together-needs-for' })]
  }
  if (together.includes('{items}')) return []
  const fix: Message = { say: 'write-items' }
  return [createFinding('schema.value', ['together'], { say: 'together-without-items' }, { fix })]
}

const bracesPattern = /\{([^{}\s]+)\}/g

/** Names in a text of a check that it cannot fill in. What all items have in common is no single item's. */
function checkPlaceholders(
  key: 'message' | 'together',
  check: Check,
  plan: ValueType,
  words: readonly string[],
): readonly Finding[] {
  const item = getVisitedType(plan, check.for)
  const known = key === 'message' ? ['item', 'plan', 'index'] : ['items', 'plan']
  const roots = check.for === undefined ? ['plan'] : known
  return [...(check[key] ?? '').matchAll(bracesPattern)].flatMap(({ 1: dotted = '', index }) => {
    const start = index + 1
    const [root = '', ...keys] = dotted.split('.')
    if (words.includes(dotted)) return []
    if (!roots.includes(root)) {
      const message: Message =
        check.for === undefined && known.includes(root)
          ? { say: 'placeholder-needs-for', name: dotted }
          : { say: 'placeholder-unknown', name: root, hint: suggestWord(root, roots) }
      return [createUnknownWord(key, message, start, dotted)]
    }
    if ((root === 'items' && keys.length > 0) || (root === 'plan' && keys.length === 0)) {
      const message: Message = {
        say: 'placeholder-unknown',
        name: dotted,
        hint: { say: 'no-suggestion' },
      }
      return [createUnknownWord(key, message, start, dotted)]
    }
    if (root === 'index' || root === 'items' || keys.length === 0) return []
    const found = findTypeAt(root === 'item' ? item : plan, keys.join('.'))
    if ('kind' in found) return []
    const at = start + root.length + 1 + found.start
    const message = nameUnknownKey(found, root === 'item' ? 'item-key-unknown' : 'plan-key-unknown')
    return [createUnknownWord(key, message, at, found.key)]
  })
}

function nameUnknownKey(
  { key, known }: { readonly key: string; readonly known: readonly string[] },
  say: 'plan-key-unknown' | 'item-key-unknown',
): Message {
  return { say, key, hint: suggestWord(key, known) }
}

/** A word in the text of a key, at an offset. */
function createUnknownWord(
  key: 'for' | 'message' | 'together',
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

function checkSeverities({ severity, kinds }: Check): readonly Finding[] {
  const words = typeof severity === 'string' ? [severity] : Object.values(severity)
  const isOffForAll = planKinds.every((kind) => kinds?.[kind] === 'off')
  if (!isOffForAll && words.some((word) => word !== 'off')) return []
  return [
    createFinding(
      'schema.value',
      ['severity'],
      { say: 'check-always-off' },
      { severity: 'warning', fix: { say: 'give-severity' } },
    ),
  ]
}
