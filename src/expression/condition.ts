import type { FactType } from '../model/forms/form-type.ts'
import type { ExpressionScope, QuestionRecord } from './language/compile-context.ts'
import { createEmptyContext } from './language/evaluation-context.ts'
import { compileExpression, type ExpressionIssues, evaluate } from './language/expression.ts'
import { functions } from './language/functions.ts'
import {
  booleanType,
  createListType,
  numberType,
  textType,
  type ValueType,
} from './language/type.ts'

import { findQuestionType, formatQuestionReference } from './question-type.ts'
import type { Condition, ConditionScope } from './types.ts'

/** Compiles a question's `when`, an expression over `profile` and `answers`. `refersTo` are the ids it asks for. */
export function compileCondition(
  source: string,
  scope: ConditionScope,
): { readonly condition: Condition; readonly refersTo: readonly string[] } | ExpressionIssues {
  const compiled = compileExpression(source, buildQuestionScope(scope))
  if ('problems' in compiled) return compiled
  const condition: Condition = ({ profile, answers }) => {
    const records = new Map([
      ['profile', profile],
      ['answers', answers],
    ])
    return evaluate(compiled, { ...createEmptyContext(), records }).holds
  }
  return { condition, refersTo: compiled.refersTo }
}

function buildQuestionScope(scope: ConditionScope): ExpressionScope {
  const record = (where: 'profile' | 'answers', example: string): QuestionRecord => ({
    example,
    field(id) {
      const found = findQuestionType(id, scope, where)
      return typeof found === 'string' ? toValueType(found, scope.choices?.get(id)) : found
    },
  })
  const [asked] = scope.profile.keys()
  const [answered = 'trust.bad-news'] = scope.answers.keys()
  const records = new Map([
    [
      'profile',
      record(
        'profile',
        asked === undefined ? 'profile.stage' : formatQuestionReference(asked, scope),
      ),
    ],
    ['answers', record('answers', `answers["${answered}"]`)],
  ])
  return { variables: new Map(), records, functions }
}

function toValueType(fact: FactType, choices: readonly string[] | undefined): ValueType {
  const word: ValueType = choices === undefined ? textType : { kind: 'text', choices }
  switch (fact) {
    case 'number':
      return numberType
    case 'boolean':
      return booleanType
    case 'text':
      return word
    case 'texts':
      return createListType(word)
    case 'rows':
      return createListType({ kind: 'map' })
    default:
      return fact satisfies never
  }
}
