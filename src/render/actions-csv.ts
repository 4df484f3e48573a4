import { dueOf } from '../model/commitment.ts'
import { type Questionnaire, questionsOf } from '../model/questionnaire.ts'
import type { Result } from '../model/result.ts'
import { csvText } from './csv.ts'

const columns = ['day', 'question', 'partner', 'owner', 'do', 'done', 'effort', 'gain'] as const

export interface ActionsInput {
  readonly result: Result
  readonly questionnaire: Questionnaire
  /** From which a step is given its time. */
  readonly today: string
}

/** The next steps for a tracker, in the order of the plan of action. */
export function actionsCsv({ result, questionnaire, today }: ActionsInput): string {
  const asks = new Map(questionsOf(questionnaire).map(({ id, ask }) => [id, ask]))
  return csvText(
    [...columns, 'due', 'ask'],
    (result.actions ?? []).map((action) => [
      ...columns.map((column) => action[column]),
      dueOf(action.effort, today),
      asks.get(action.question)?.replaceAll(/\s+/g, ' ').trim(),
    ]),
  )
}
