import { getDueDay } from '../model/commitment.ts'
import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { Action, Result } from '../model/result.ts'
import { renderCsv } from './csv.ts'

const actionColumns = [
  'day',
  'question',
  'partner',
  'owner',
  'do',
  'done',
  'effort',
  'gain',
] as const

interface ActionsInput {
  readonly result: Result
  readonly questionnaire: Questionnaire
  /** People's names by id, where the plan gives them. */
  readonly people: ReadonlyMap<string, string>
  /** From which a step is given its time. */
  readonly today: string
}

/** The next steps for a tracker, in the order of the plan of action. */
export function renderActionsCsv({ result, questionnaire, people, today }: ActionsInput): string {
  const asks = new Map(listQuestions(questionnaire).map(({ id, ask }) => [id, ask]))
  return renderCsv(
    [...actionColumns, 'due', 'ask'],
    (result.actions ?? [])
      .map(createOwnerNamer(people))
      .map((action) => [
        ...actionColumns.map((column) => action[column]),
        getDueDay(action.effort, today),
        asks.get(action.question)?.replaceAll(/\s+/g, ' ').trim(),
      ]),
  )
}

/** A tracker knows nothing of the plan's ids. */
function createOwnerNamer(people: ReadonlyMap<string, string>): (action: Action) => Action {
  return (action) => {
    const { owner } = action
    return owner === null ? action : { ...action, owner: people.get(owner) ?? owner }
  }
}
