import { compilePlainCondition } from '../expression/plain-condition.ts'
import type { Condition, ConditionScope } from '../expression/types.ts'
import type { FactType } from '../model/forms/form-type.ts'
import { getFormType } from '../model/forms/forms.ts'
import {
  listQuestions,
  type ProfileQuestion,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import type { ActiveQuestionFinder, Answer, Response, Value } from '../model/response.ts'

/** Compiles the questionnaire's conditions once; CEL is loaded only where one is written in it. */
export async function createActiveQuestionFinder(
  questionnaire: Questionnaire,
): Promise<ActiveQuestionFinder> {
  const profile = questionnaire.profile
  const questions = listQuestions(questionnaire)
  const conditions = await compileConditions(questionnaire)
  return (response) => {
    const facts = { profile: new Map<string, Value>(), answers: new Map<string, Value>() }
    const active = new Set<string>()
    const holds = (id: string) => conditions.get(id)?.condition(facts) ?? true
    for (const { id } of profile) {
      if (!holds(id)) continue
      active.add(id)
      const value = response.profile.get(id)
      if (value !== undefined) facts.profile.set(id, value)
    }
    for (const { id, core } of questions) {
      if ((response.run === 'quick' && !core) || !holds(id)) continue
      active.add(id)
      const answer = findAnswerInForce(response, id)
      if (answer?.state === 'answered') facts.answers.set(id, answer.value)
    }
    return active
  }
}

/**
 * Ids of the questions whose answers decide which others are asked; nothing else in a full run does. Null where it is not known.
 */
export async function findDecidingQuestions(
  questionnaire: Questionnaire,
): Promise<ReadonlySet<string> | null> {
  const known = new Set(
    [...questionnaire.profile, ...listQuestions(questionnaire)].map(({ id }) => id),
  )
  const deciding = new Set<string>()
  for (const { refersTo } of (await compileConditions(questionnaire)).values()) {
    for (const id of refersTo) deciding.add(id)
  }
  return [...deciding].every((id) => known.has(id)) ? deciding : null
}

/** The answer to a question that is asked: the one given, or the one kept from when it was asked before. */
export function findAnswerInForce(
  response: Pick<Response, 'answers' | 'inactive'>,
  id: string,
): Answer | undefined {
  return response.answers.get(id) ?? response.inactive.get(id)
}

/** A condition that does not compile was reported when the questionnaire was resolved; here it asks its question. */
async function compileConditions(
  questionnaire: Questionnaire,
): Promise<ReadonlyMap<string, CompiledWhen>> {
  const conditions = new Map<string, CompiledWhen>()
  for (const { question, scope } of listScopedQuestions(questionnaire)) {
    const { id, when } = question
    if (when === null) continue
    const compiled =
      'plain' in when
        ? compilePlainCondition(when.plain, scope)
        : (await import('../expression/condition.ts')).compileCondition(when.cel, scope)
    if ('condition' in compiled) conditions.set(id, compiled)
  }
  return conditions
}

interface CompiledWhen {
  readonly condition: Condition
  readonly refersTo: readonly string[]
}

interface ScopedQuestion {
  readonly question: ProfileQuestion | Question
  /** What its condition may speak of. Valid until the next one is asked for. */
  readonly scope: ConditionScope
}

/** Every question with what its condition may speak of: the profile questions and the questions before it. */
export function* listScopedQuestions(questionnaire: Questionnaire): Generator<ScopedQuestion> {
  const all = [...questionnaire.profile, ...listQuestions(questionnaire)]
  const profile = new Map<string, FactType>()
  const answers = new Map<string, FactType>()
  const choices = new Map<string, readonly string[]>()
  const later = new Set(all.map(({ id }) => id))
  for (const question of all) {
    const { id, form } = question
    yield { question, scope: { profile, answers, later, choices } }
    later.delete(id)
    const known = question.dimension === null ? profile : answers
    known.set(id, getFormType(form).factType)
    if ('choices' in form) {
      choices.set(
        id,
        form.choices.map((choice) => choice.id),
      )
    }
  }
}
