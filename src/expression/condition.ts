import { compileExpression, evaluate, type Problems } from './language/expression.ts'
import { functions } from './language/functions.ts'
import type { QuestionRecord, Scope } from './language/place.ts'
import { typeOfFact } from './language/type.ts'
import { emptyRun } from './language/work.ts'
import { findQuestion, written } from './questions.ts'
import type { Condition, ConditionScope } from './types.ts'

/** Compiles a question's `when`, an expression over `profile` and `answers`. `refersTo` are the ids it asks for. */
export function compileCondition(
  source: string,
  scope: ConditionScope,
): { readonly condition: Condition; readonly refersTo: readonly string[] } | Problems {
  const compiled = compileExpression(source, names(scope))
  if ('problems' in compiled) return compiled
  const condition: Condition = ({ profile, answers }) => {
    const records = new Map([
      ['profile', profile],
      ['answers', answers],
    ])
    return evaluate(compiled, { ...emptyRun(), records }).holds
  }
  return { condition, refersTo: compiled.refersTo }
}

function names(scope: ConditionScope): Scope {
  const record = (where: 'profile' | 'answers', example: string): QuestionRecord => ({
    example,
    field(id) {
      const found = findQuestion(id, scope, where)
      return typeof found === 'string' ? typeOfFact(found, scope.choices?.get(id)) : found
    },
  })
  const [asked] = scope.profile.keys()
  const [answered = 'trust.bad-news'] = scope.answers.keys()
  const records = new Map([
    ['profile', record('profile', asked === undefined ? 'profile.stage' : written(asked, scope))],
    ['answers', record('answers', `answers["${answered}"]`)],
  ])
  return { variables: new Map(), records, functions }
}
