import {
  type AnyQuestion,
  findCurrentQuestion,
  findEntry,
} from '../../interview/asked-questions.ts'
import type { Round } from '../../interview/round.ts'
import type { Interview } from '../../interview/state.ts'
import { type RoundEvent, stepRound } from '../../interview/step-round.ts'
import type { Value } from '../../model/response.ts'
import { createRoundSession, getCurrentTurn } from '../round-session.ts'
import { describeChangeEffects } from './change-text.ts'
import { emptyInputField, toInputField } from './input-field.ts'
import type {
  KeyContext,
  ScreenMessage,
  ScreenMode,
  ScreenSize,
  ScreenState,
} from './screen-state.ts'
import { moveToNewRow } from './table-rows.ts'

/** The desk an interview begins with. */
export function createScreenState(
  round: Round,
  size: ScreenSize,
  notice: string | null,
): ScreenState {
  const own = createRoundSession(round)
  return {
    ...own,
    mode: chooseMode(own),
    message: notice === null ? null : { text: notice, tone: 'info' },
    size,
    pasting: false,
  }
}

/** Sends an event to the round; a new place opens in its own mode, and what changed elsewhere is said there. */
export function applyEventToScreen(
  desk: ScreenState,
  event: RoundEvent,
  world: KeyContext,
): ScreenState {
  const after = getCurrentTurn(stepRound(desk.round, event, world.active))
  const mode = isSamePlace(desk, after) ? desk.mode : chooseMode(after)
  return { ...desk, ...after, mode, message: createChangeMessage(after.interview) }
}

type CurrentTurn = Pick<ScreenState, 'round' | 'interview'>

function isSamePlace(before: CurrentTurn, after: CurrentTurn): boolean {
  return (
    before.interview.at === after.interview.at &&
    before.round.turn === after.round.turn &&
    before.round.difference === after.round.difference
  )
}

/** Back to how a place opens, for when a list or a page over it is closed. */
export function resetMode(desk: ScreenState): ScreenState {
  return { ...desk, mode: chooseMode(desk), message: null }
}

export function setMessage(
  desk: ScreenState,
  text: string,
  tone: ScreenMessage['tone'] = 'warning',
): ScreenState {
  return { ...desk, message: { text, tone } }
}

function chooseMode({ round, interview }: CurrentTurn): ScreenMode {
  if (round.difference !== null) return { type: 'difference' }
  const question = findCurrentQuestion(interview)
  if (question === null) return { type: 'review', cursor: null }
  const entry = findEntry(interview, question.id)
  return createQuestionMode(question, entry?.state === 'answered' ? entry.value : null)
}

/** How a question is answered; what was answered before is ticked or stands ready to be edited. */
function createQuestionMode({ form }: AnyQuestion, value: Value | null): ScreenMode {
  switch (form.type) {
    case 'text':
    case 'number':
      return { type: 'field', field: toInputField(value === null ? '' : String(value)) }
    case 'list': {
      const items = listTexts(value)
      return { type: 'list', items, at: items.length, field: emptyInputField }
    }
    case 'table': {
      const rows = Array.isArray(value) ? value.filter((row) => typeof row === 'object') : []
      return moveToNewRow(rows)
    }
    default:
      return { type: 'options', cursor: null, chosen: listTexts(value), sure: null }
  }
}

function listTexts(value: Value | null): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function createChangeMessage({ change }: Interview): ScreenMessage | null {
  return change === null ? null : { text: describeChangeEffects(change), tone: 'info' }
}
