import { suggestWord } from '../model/did-you-mean.ts'
import type { FactType } from '../model/forms/form-type.ts'
import type { PlainCondition } from '../model/questionnaire-file.ts'
import type { Message } from '../words/message.ts'
import { findQuestionType } from './question-type.ts'
import type { Condition, ConditionScope, Fact } from './types.ts'

/** Something wrong with a plain condition, and under which of its keys. */
interface ConditionIssue {
  readonly message: Message
  readonly key: keyof PlainCondition
  readonly fix: Message | null
}

/** Compiles a condition written as data, `{question: trust.history, least: 3}`, without the CEL library, which is slow to load. */
export function compilePlainCondition(
  spec: PlainCondition,
  scope: ConditionScope,
):
  | { readonly condition: Condition; readonly refersTo: readonly string[] }
  | { readonly problems: readonly ConditionIssue[] } {
  const { question } = spec
  const type = findQuestionType(question, scope, null)
  if (typeof type !== 'string') {
    const fix = type.fix
    return { problems: [{ message: type.message, key: 'question', fix }] }
  }
  const problems = checkPlainCondition(spec, type, scope.choices?.get(question))
  if (problems.length > 0) return { problems }
  const wanted = listValues(spec.is, type)
  const unwanted = listValues(spec.not, type)
  const asksForAnswer = boundKeys.some((key) => spec[key] !== undefined)
  const condition: Condition = ({ profile, answers }) => {
    const answer = (scope.profile.has(question) ? profile : answers).get(question)
    if (answer === undefined) return !asksForAnswer
    return isMet(answer, spec, wanted) && !isOneOf(answer, unwanted)
  }
  return { condition, refersTo: [question] }
}

type ConditionScalar = string | number | boolean

/** These ask for an answer. `not` alone holds where there is none. */
const boundKeys = ['least', 'most', 'is'] as const

function checkPlainCondition(
  spec: PlainCondition,
  type: FactType,
  choices: readonly string[] | undefined,
): readonly ConditionIssue[] {
  const { least, most } = spec
  if ([...boundKeys, 'not' as const].every((key) => spec[key] === undefined)) {
    return [{ message: { say: 'condition-empty' }, key: 'question', fix: null }]
  }
  const problems: ConditionIssue[] = []
  for (const key of ['least', 'most'] as const) {
    if (spec[key] === undefined || type === 'number') continue
    const found: Message = { say: `answer-${type}` }
    problems.push({
      message: { say: 'condition-for-numbers', key, question: spec.question, found },
      key,
      fix: { say: 'use-instead', code: '"is"' },
    })
  }
  if (least !== undefined && most !== undefined && least > most) {
    problems.push({ message: { say: 'condition-impossible', least, most }, key: 'most', fix: null })
  }
  for (const key of ['is', 'not'] as const) {
    for (const value of listValues(spec[key], type)) {
      const message = findMisfit(value, type, choices)
      if (message !== null) problems.push({ message, key, fix: null })
    }
  }
  return problems
}

function findMisfit(
  value: ConditionScalar,
  type: FactType,
  choices: readonly string[] | undefined,
): Message | null {
  const fitting = type === 'texts' ? 'string' : type === 'text' ? 'string' : type
  if (type === 'rows') return { say: 'condition-of-table' }
  if (typeof value !== fitting) {
    const found: Message = { say: 'value-quoted', text: `${value}` }
    return { say: 'kinds-differ', expected: { say: `answer-${type}` }, found }
  }
  if (choices === undefined || choices.includes(`${value}`)) return null
  return { say: 'choice-unknown', word: `${value}`, hint: suggestWord(`${value}`, choices) }
}

/** The values of `is` or `not`; yes and no are texts in YAML 1.2 and mean true and false here. */
function listValues(
  written: PlainCondition['is'] = [],
  type: FactType,
): readonly ConditionScalar[] {
  const values = Array.isArray(written) ? written : [written]
  if (type !== 'boolean') return values
  return values.map((value) => (value === 'yes' ? true : value === 'no' ? false : value))
}

function isMet(
  answer: Fact,
  { least, most, is }: PlainCondition,
  wanted: readonly ConditionScalar[],
) {
  if (least !== undefined && !(typeof answer === 'number' && answer >= least)) return false
  if (most !== undefined && !(typeof answer === 'number' && answer <= most)) return false
  return is === undefined || isOneOf(answer, wanted)
}

/** Of several choices, one is enough. */
function isOneOf(answer: Fact, values: readonly ConditionScalar[]): boolean {
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return given.some((value) => values.some((one) => one === value))
}
