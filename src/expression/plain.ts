import { suggestion } from '../model/did-you-mean.ts'
import type { PlainCondition } from '../model/questionnaire-file.ts'
import { findQuestion } from './questions.ts'
import type { Condition, ConditionScope, Fact, FactType } from './types.ts'

/** Something wrong with a plain condition, and under which of its keys. */
export interface PlainProblem {
  readonly message: string
  readonly key: keyof PlainCondition
  readonly fix: string | null
}

/**
 * Compiles a condition written as data, `{question: trust.history, least: 3}`: all that it names must hold, and without an
 * answer it does not. Of several choices one of `is` will do. Does without the CEL library, which is slow to load.
 */
export function plainCondition(
  spec: PlainCondition,
  scope: ConditionScope,
):
  | { readonly condition: Condition; readonly refersTo: readonly string[] }
  | { readonly problems: readonly PlainProblem[] } {
  const { question } = spec
  const type = findQuestion(question, scope, null)
  if (typeof type !== 'string') {
    const fix = type.fix
    return { problems: [{ message: type.message, key: 'question', fix }] }
  }
  const problems = problemsOf(spec, type, scope.choices?.get(question))
  if (problems.length > 0) return { problems }
  const wanted = wantedBy(spec, type)
  const condition: Condition = ({ profile, answers }) => {
    const answer = (scope.profile.has(question) ? profile : answers).get(question)
    return answer !== undefined && isMet(answer, spec, wanted)
  }
  return { condition, refersTo: [question] }
}

type Scalar = string | number | boolean

function problemsOf(
  spec: PlainCondition,
  type: FactType,
  choices: readonly string[] | undefined,
): readonly PlainProblem[] {
  const { least, most, is } = spec
  if (least === undefined && most === undefined && is === undefined) {
    const message = 'Nothing is asked of the answer; expected "least", "most" or "is"'
    return [{ message, key: 'question', fix: null }]
  }
  const problems: PlainProblem[] = []
  for (const key of ['least', 'most'] as const) {
    if (spec[key] === undefined || type === 'number') continue
    const message = `"${key}" is for numbers; the answer to "${spec.question}" is ${words[type]}`
    problems.push({ message, key, fix: 'Use "is"' })
  }
  if (least !== undefined && most !== undefined && least > most) {
    problems.push({
      message: `No number is at least ${least} and at most ${most}`,
      key: 'most',
      fix: null,
    })
  }
  for (const value of wantedBy(spec, type)) {
    const message = misfit(value, type, choices)
    if (message !== null) problems.push({ message, key: 'is', fix: null })
  }
  return problems
}

const words: Readonly<Record<FactType, string>> = {
  number: 'a number',
  boolean: 'yes or no',
  text: 'text',
  texts: 'a list of texts',
  rows: 'a table',
}

function misfit(
  value: Scalar,
  type: FactType,
  choices: readonly string[] | undefined,
): string | null {
  const fitting = type === 'texts' ? 'string' : type === 'text' ? 'string' : type
  if (type === 'rows') return 'A table is not compared with a value'
  if (typeof value !== fitting) return `Expected ${words[type]}, found "${value}"`
  if (choices === undefined || choices.includes(`${value}`)) return null
  return `Unknown choice "${value}"${suggestion(`${value}`, choices)}`
}

/** The values of `is`; yes and no are texts in YAML 1.2 and mean true and false here. */
function wantedBy({ is = [] }: PlainCondition, type: FactType): readonly Scalar[] {
  const values = Array.isArray(is) ? is : [is]
  if (type !== 'boolean') return values
  return values.map((value) => (value === 'yes' ? true : value === 'no' ? false : value))
}

function isMet(answer: Fact, { least, most, is }: PlainCondition, wanted: readonly Scalar[]) {
  if (least !== undefined && !(typeof answer === 'number' && answer >= least)) return false
  if (most !== undefined && !(typeof answer === 'number' && answer <= most)) return false
  if (is === undefined) return true
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return given.some((value) => wanted.some((one) => one === value))
}
