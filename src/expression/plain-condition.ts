import { describeSuggestion } from '../model/did-you-mean.ts'
import type { PlainCondition } from '../model/questionnaire-file.ts'
import { findQuestionType } from './question-type.ts'
import type { Condition, ConditionScope, Fact, FactType } from './types.ts'

/** Something wrong with a plain condition, and under which of its keys. */
export interface ConditionIssue {
  readonly message: string
  readonly key: keyof PlainCondition
  readonly fix: string | null
}

/**
 * Compiles a condition written as data, `{question: trust.history, least: 3}`: all that it names must hold, and without an
 * answer it does not. Of several choices one of `is` will do. Does without the CEL library, which is slow to load.
 */
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
  const wanted = listExpectedValues(spec, type)
  const condition: Condition = ({ profile, answers }) => {
    const answer = (scope.profile.has(question) ? profile : answers).get(question)
    return answer !== undefined && isMet(answer, spec, wanted)
  }
  return { condition, refersTo: [question] }
}

type ConditionScalar = string | number | boolean

function checkPlainCondition(
  spec: PlainCondition,
  type: FactType,
  choices: readonly string[] | undefined,
): readonly ConditionIssue[] {
  const { least, most, is } = spec
  if (least === undefined && most === undefined && is === undefined) {
    const message = 'Nothing is asked of the answer; expected "least", "most" or "is"'
    return [{ message, key: 'question', fix: null }]
  }
  const problems: ConditionIssue[] = []
  for (const key of ['least', 'most'] as const) {
    if (spec[key] === undefined || type === 'number') continue
    const message = `"${key}" is for numbers; the answer to "${spec.question}" is ${factTypeWords[type]}`
    problems.push({ message, key, fix: 'Use "is"' })
  }
  if (least !== undefined && most !== undefined && least > most) {
    problems.push({
      message: `No number is at least ${least} and at most ${most}`,
      key: 'most',
      fix: null,
    })
  }
  for (const value of listExpectedValues(spec, type)) {
    const message = describeConditionMisfit(value, type, choices)
    if (message !== null) problems.push({ message, key: 'is', fix: null })
  }
  return problems
}

const factTypeWords: Readonly<Record<FactType, string>> = {
  number: 'a number',
  boolean: 'yes or no',
  text: 'text',
  texts: 'a list of texts',
  rows: 'a table',
}

function describeConditionMisfit(
  value: ConditionScalar,
  type: FactType,
  choices: readonly string[] | undefined,
): string | null {
  const fitting = type === 'texts' ? 'string' : type === 'text' ? 'string' : type
  if (type === 'rows') return 'A table is not compared with a value'
  if (typeof value !== fitting) return `Expected ${factTypeWords[type]}, found "${value}"`
  if (choices === undefined || choices.includes(`${value}`)) return null
  return `Unknown choice "${value}"${describeSuggestion(`${value}`, choices)}`
}

/** The values of `is`; yes and no are texts in YAML 1.2 and mean true and false here. */
function listExpectedValues(
  { is = [] }: PlainCondition,
  type: FactType,
): readonly ConditionScalar[] {
  const values = Array.isArray(is) ? is : [is]
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
  if (is === undefined) return true
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return given.some((value) => wanted.some((one) => one === value))
}
