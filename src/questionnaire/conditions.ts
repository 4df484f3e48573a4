import { plainCondition } from '../expression/plain.ts'
import type { Condition, ConditionScope, FactType } from '../expression/types.ts'
import {
  type Form,
  type ProfileQuestion,
  type Question,
  type Questionnaire,
  questionsOf,
} from '../model/questionnaire.ts'
import type { Answer, Response, Value } from '../model/response.ts'

/** What of a response decides which questions are asked. */
export type Asked = Pick<Response, 'run' | 'profile' | 'answers' | 'inactive'>

/**
 * Ids of the questions, of the profile too, that are asked of a respondent: their condition holds, and in a quick run they
 * are core. A condition sees a question that is not asked as unset, so conditions chain; an answer kept under `inactive`
 * counts again as soon as its question is asked again.
 */
export type Active = (response: Asked) => ReadonlySet<string>

/** Compiles the questionnaire's conditions once; CEL is loaded only where one is written in it. */
export async function activeQuestions(questionnaire: Questionnaire): Promise<Active> {
  const profile = questionnaire.profile
  const questions = questionsOf(questionnaire)
  const conditions = await compileAll(questionnaire, [...profile, ...questions])
  return (response) => {
    const facts = { profile: new Map<string, Value>(), answers: new Map<string, Value>() }
    const active = new Set<string>()
    const holds = (id: string) => conditions.get(id)?.(facts) ?? true
    for (const { id } of profile) {
      if (!holds(id)) continue
      active.add(id)
      const value = response.profile.get(id)
      if (value !== undefined) facts.profile.set(id, value)
    }
    for (const { id, core } of questions) {
      if ((response.run === 'quick' && !core) || !holds(id)) continue
      active.add(id)
      const answer = answerInForce(response, id)
      if (answer?.state === 'answered') facts.answers.set(id, answer.value)
    }
    return active
  }
}

/** The answer to a question that is asked: the one given, or the one kept from when it was asked before. */
export function answerInForce(response: Asked, id: string): Answer | undefined {
  return response.answers.get(id) ?? response.inactive.get(id)
}

/** A condition that does not compile was reported when the questionnaire was resolved; here it asks its question. */
async function compileAll(
  questionnaire: Questionnaire,
  questions: readonly (Question | ProfileQuestion)[],
): Promise<ReadonlyMap<string, Condition>> {
  const conditions = new Map<string, Condition>()
  for (const { id, when } of questions) {
    if (when === null) continue
    const scope = scopeOf(questionnaire, id)
    const compiled =
      'plain' in when
        ? plainCondition(when.plain, scope)
        : (await import('../expression/condition.ts')).compileCondition(when.cel, scope)
    if ('condition' in compiled) conditions.set(id, compiled.condition)
  }
  return conditions
}

/** What the condition of a question may speak of: the profile questions and questions before it. */
export function scopeOf(questionnaire: Questionnaire, id: string): ConditionScope {
  const questions = questionsOf(questionnaire)
  const inProfile = questionnaire.profile.findIndex((question) => question.id === id)
  const place = questions.findIndex((question) => question.id === id)
  const earlierProfile =
    inProfile === -1 ? questionnaire.profile : questionnaire.profile.slice(0, inProfile)
  const earlier = place === -1 ? [] : questions.slice(0, place)
  const later = [
    ...questionnaire.profile.slice(earlierProfile.length),
    ...questions.slice(earlier.length),
  ]
  const choices = [...earlierProfile, ...earlier].flatMap(({ id, form }) =>
    'choices' in form ? [[id, form.choices.map((choice) => choice.id)] as const] : [],
  )
  return {
    profile: new Map(earlierProfile.map((question) => [question.id, factType(question.form)])),
    answers: new Map(earlier.map((question) => [question.id, factType(question.form)])),
    later: new Set(later.map((question) => question.id)),
    choices: new Map(choices),
  }
}

function factType(form: Form): FactType {
  switch (form.type) {
    case 'rating':
    case 'number':
      return 'number'
    case 'yes-no':
      return 'boolean'
    case 'choice':
    case 'text':
      return 'text'
    case 'choices':
    case 'list':
      return 'texts'
    case 'table':
      return 'rows'
    default:
      return form satisfies never
  }
}
