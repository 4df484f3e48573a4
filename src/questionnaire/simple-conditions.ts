import { simplifyCondition } from '../expression/simple-condition.ts'
import type { Form } from '../model/forms/forms.ts'
import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { SimpleCondition } from '../model/simple-condition.ts'

/** The conditions of a questionnaire that other form tools can say, by the id of the question; null for one that they cannot. */
export function findSimpleConditions(
  questionnaire: Questionnaire,
): ReadonlyMap<string, SimpleCondition | null> {
  const forms = new Map<string, Form>()
  const conditions = new Map<string, SimpleCondition | null>()
  for (const { id, when, form } of [...questionnaire.profile, ...listQuestions(questionnaire)]) {
    if (when !== null)
      conditions.set(
        id,
        simplifyCondition(when, (known) => forms.get(known)),
      )
    forms.set(id, form)
  }
  return conditions
}
