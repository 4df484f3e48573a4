import { getDueDay, getStartDay } from '../model/commitment.ts'
import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { Result, ScoredResult } from '../model/result.ts'
import { toOneLine } from '../model/value.ts'
import { isAllHidden } from '../model/verdict-states.ts'
import { renderCsv } from './csv.ts'

const actionColumns = [
  ...['day', 'question', 'partners', 'owner', 'do', 'done', 'effort', 'takes', 'gain'],
  ...['start', 'due', 'ask'],
] as const

interface ActionsInput {
  readonly result: Result
  readonly questionnaire: Questionnaire
  /** People's names by id, where the plan gives them. */
  readonly people: ReadonlyMap<string, string>
  /** From which a step is given its time. */
  readonly today: string
}

/** The next steps for a tracker, in their order; without partners and owners where those may not be shown. */
export function renderActionsCsv({ result, questionnaire, people, today }: ActionsInput): string {
  const asks = new Map(listQuestions(questionnaire).map(({ id, ask }) => [id, ask]))
  const actions: readonly AnyAction[] = isAllHidden(result) ? [] : result.actions
  return renderCsv(
    actionColumns,
    actions.map((action) => [
      action.day,
      action.question,
      'partners' in action ? action.partners.join(' ') : '',
      'owner' in action ? nameOwner(action.owner, people) : '',
      ...[action.do, action.done, action.effort, action.takes, action.gain],
      ...[getStartDay(today), getDueDay(action.takes, today)],
      toOneLine(asks.get(action.question) ?? ''),
    ]),
  )
}

type AnyAction = ScoredResult['actions'][number]

/** A tracker knows nothing of the plan's ids. */
function nameOwner(owner: string | null, people: ReadonlyMap<string, string>): string {
  return owner === null ? '' : (people.get(owner) ?? owner)
}
