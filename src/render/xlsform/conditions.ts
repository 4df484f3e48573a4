import type { Form } from '../../model/forms/forms.ts'
import type { ConditionValue, SimpleCondition } from '../../model/simple-condition.ts'

/** A question that is in the form, as a condition speaks of it. */
export interface AskedQuestion {
  readonly name: string
  readonly type: Form['type']
  /** The choices that give no answer. */
  readonly states: readonly string[]
}

/** Finds the question that has an id; undefined where the form does not ask it. */
export type AskedFinder = (id: string) => AskedQuestion | undefined

/** The condition as the form's `relevant` has it. A question that is not in the form has no answer. */
export function writeRelevant(condition: SimpleCondition, find: AskedFinder): string {
  if ('all' in condition) return joinConditions('and', condition.all, find)
  if ('any' in condition) return joinConditions('or', condition.any, find)
  const asked = find(condition.question)
  if (asked === undefined) return 'without' in condition ? 'true()' : 'false()'
  if ('than' in condition) return `\${${asked.name}} ${condition.is} ${condition.than}`
  if ('among' in condition) return writeAmong(asked, condition.among)
  if ('without' in condition) return `not(${writeAmong(asked, condition.without)})`
  return [
    `\${${asked.name}} != ''`,
    ...asked.states.map((state) => writeUnlike(asked, state)),
  ].join(' and ')
}

function joinConditions(
  by: 'and' | 'or',
  parts: readonly SimpleCondition[],
  find: AskedFinder,
): string {
  return parts.map((part) => `(${writeRelevant(part, find)})`).join(` ${by} `)
}

function writeAmong(asked: AskedQuestion, values: readonly ConditionValue[]): string {
  return values.map((value) => writeIs(asked, value)).join(' or ')
}

function writeIs({ name, type }: AskedQuestion, value: ConditionValue): string {
  if (type === 'number') return `\${${name}} = ${value}`
  const choice = value === true ? 'yes' : value === false ? 'no' : String(value)
  return type === 'choices' ? `selected(\${${name}}, '${choice}')` : `\${${name}} = '${choice}'`
}

function writeUnlike({ name, type }: AskedQuestion, state: string): string {
  return type === 'choices' ? `not(selected(\${${name}}, '${state}'))` : `\${${name}} != '${state}'`
}
