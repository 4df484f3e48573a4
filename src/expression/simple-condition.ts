import { type Form, getFormType } from '../model/forms/forms.ts'
import type { When } from '../model/questionnaire.ts'
import type { PlainCondition } from '../model/questionnaire-file.ts'
import type { ConditionValue, SimpleCondition } from '../model/simple-condition.ts'
import { parseExpression } from './language/parse.ts'
import type { Tree } from './language/tree.ts'

/** The forms of the questions that a condition may speak of, by id. */
type FormFinder = (id: string) => Form | undefined

/** The same condition in parts that other form tools know; null where it says more. It has to compile. */
export function simplifyCondition(when: When, findForm: FormFinder): SimpleCondition | null {
  if ('plain' in when) return simplifyPlain(when.plain, findForm)
  const tree = parseExpression(when.cel)
  return 'message' in tree ? null : simplifyTree(tree, findForm)
}

function simplifyPlain(
  { question, least, most, is, not }: PlainCondition,
  findForm: FormFinder,
): SimpleCondition | null {
  const form = findForm(question)
  if (form === undefined || !hasValues(form)) return null
  const toValues = (written: NonNullable<PlainCondition['is']>) =>
    [written].flat().map((value) => toValue(form, value))
  return joinParts('all', [
    ...(least === undefined ? [] : [{ question, is: '>=', than: least } as const]),
    ...(most === undefined ? [] : [{ question, is: '<=', than: most } as const]),
    ...(is === undefined ? [] : [{ question, among: toValues(is) }]),
    ...(not === undefined ? [] : [{ question, without: toValues(not) }]),
  ])
}

/** Yes and no are texts in YAML 1.2. */
function toValue(form: Form, value: ConditionValue): ConditionValue {
  if (form.type !== 'yes-no') return value
  return value === 'yes' ? true : value === 'no' ? false : value
}

/** May its answers be told apart by a few values? What people write in their own words may be written in many ways. */
function hasValues({ type }: Form): boolean {
  return type !== 'text' && type !== 'list' && type !== 'table'
}

function joinParts(
  by: 'all' | 'any',
  parts: readonly (SimpleCondition | null)[],
): SimpleCondition | null {
  const known = parts.filter((part) => part !== null)
  const [only] = known
  if (only === undefined || known.length < parts.length) return null
  if (known.length === 1) return only
  return by === 'all' ? { all: known } : { any: known }
}

function simplifyTree(tree: Tree, findForm: FormFinder): SimpleCondition | null {
  const { op, args } = tree
  switch (op) {
    case '&&':
    case '||': {
      const parts = args.map((part) => simplifyTree(part, findForm))
      return joinParts(op === '&&' ? 'all' : 'any', parts)
    }
    case '==':
    case '!=':
    case '>=':
    case '<=':
    case '>':
    case '<':
      return simplifyComparison(op, args, findForm)
    case 'in':
      return simplifyMembership(args, findForm)
    default:
      return null
  }
}

type Pair = readonly [Tree, Tree]

const mirrored = { '==': '==', '!=': '!=', '>=': '<=', '<=': '>=', '>': '<', '<': '>' } as const

function simplifyComparison(
  op: keyof typeof mirrored,
  [left, right]: Pair,
  findForm: FormFinder,
): SimpleCondition | null {
  const question = findReference(left)
  if (question === null) {
    return findReference(right) === null
      ? null
      : simplifyComparison(mirrored[op], [right, left], findForm)
  }
  const form = findForm(question)
  const value = readValue(right)
  if (form === undefined || value === null || !hasValues(form) || form.type === 'choices')
    return null
  if (op === '==') return { question, among: [value] }
  if (op === '!=')
    return {
      all: [
        { question, answered: true },
        { question, without: [value] },
      ],
    }
  const isNumber = getFormType(form).factType === 'number' && typeof value === 'number'
  return isNumber ? { question, is: op, than: value } : null
}

/** One of several values; or a choice that is among those of an answer. */
function simplifyMembership([left, right]: Pair, findForm: FormFinder): SimpleCondition | null {
  const value = readValue(left)
  const list = findReference(right)
  if (value !== null && list !== null) {
    return findForm(list)?.type === 'choices' ? { question: list, among: [value] } : null
  }
  const question = findReference(left)
  const form = question === null ? undefined : findForm(question)
  if (question === null || form === undefined || right.op !== 'list') return null
  if (!hasValues(form) || form.type === 'choices') return null
  const among = right.args.map(readValue).filter((item) => item !== null)
  return among.length === right.args.length && among.length > 0 ? { question, among } : null
}

/** `profile.stage`, `profile["stage"]`, `answers["trust.bad-news"]`. */
function findReference(tree: Tree): string | null {
  if (tree.op === '.') {
    const [record, field] = tree.args
    return isRecord(record) ? field : null
  }
  if (tree.op !== '[]') return null
  const [record, key] = tree.args
  return isRecord(record) && key.op === 'value' && typeof key.args === 'string' ? key.args : null
}

function isRecord({ op, args }: Tree): boolean {
  return op === 'id' && (args === 'profile' || args === 'answers')
}

function readValue({ op, args }: Tree): ConditionValue | null {
  if (op === '-_') {
    const value = readValue(args)
    return typeof value === 'number' ? -value : null
  }
  if (op !== 'value') return null
  if (typeof args === 'bigint') return Number(args)
  return typeof args === 'string' || typeof args === 'number' || typeof args === 'boolean'
    ? args
    : null
}
