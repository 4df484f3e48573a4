import { findCurrentEntry, findQuestion, getInterview } from '../../interview/round.ts'
import type { AnyQuestion, Interview, InterviewEvent, Round } from '../../interview/state.ts'
import { stepRound } from '../../interview/step.ts'
import { getFormType } from '../../model/forms/forms.ts'
import type { Value } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { createRoundSession } from '../round-session.ts'
import {
  emptyInputField,
  type KeyContext,
  moveToNewRow,
  type Screen,
  type ScreenMessage,
  type ScreenMode,
  type ScreenSize,
  toInputField,
} from './screen-state.ts'

/** What is on the screen when an interview begins. */
export function createScreenState(round: Round, size: ScreenSize): Screen {
  return {
    ...createRoundSession(round),
    mode: chooseMode(round),
    message: null,
    size,
    pasting: false,
  }
}

/** Sends an event to the round; a new place opens in its own mode, with a message on what changed elsewhere. */
export function applyEvent(state: Screen, event: InterviewEvent, context: KeyContext): Screen {
  const round = stepRound(state.round, event, context.active)
  const mode = isSamePlace(state.round, round) ? state.mode : chooseMode(round)
  return { ...state, round, mode, message: createChangeMessage(getInterview(round)) }
}

function isSamePlace(before: Round, after: Round): boolean {
  return (
    before.at === after.at &&
    before.turn === after.turn &&
    before.difference === after.difference &&
    before.notice === after.notice
  )
}

/** Back to the mode in which a place opens, for when a list or a page over it is closed. */
export function resetMode(state: Screen): Screen {
  return { ...state, mode: chooseMode(state.round), message: null }
}

export function setMessage(
  state: Screen,
  text: InterviewText,
  tone: ScreenMessage['tone'] = 'warning',
): Screen {
  return { ...state, message: { text, tone } }
}

function chooseMode(round: Round): ScreenMode {
  if (round.notice !== null) return { type: 'notice', page: 0 }
  if (round.difference !== null) return { type: 'difference', cursor: 0 }
  const question = findQuestion(round)
  if (question === null) return { type: 'review', cursor: null }
  const entry = findCurrentEntry(round)
  return createQuestionMode(question, entry?.state === 'answered' ? entry.value : null)
}

/** How a question is answered; an earlier answer is selected or can be edited. */
function createQuestionMode({ form }: AnyQuestion, value: Value | null): ScreenMode {
  switch (getFormType(form).entry) {
    case 'line':
      return { type: 'field', field: toInputField(value === null ? '' : String(value)) }
    case 'lines': {
      const items = listTexts(value)
      return { type: 'list', items, at: items.length, field: emptyInputField }
    }
    case 'rows': {
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
  return change === null ? null : { text: { say: 'change-effects', ...change }, tone: 'info' }
}

/** The position of a cursor after a key, within the list; null for a key that does not move it. */
export function moveCursor(cursor: number | null, key: string, length: number): number | null {
  const distance = cursorSteps.get(key)
  if (distance === undefined || length === 0) return null
  return Math.min(Math.max((cursor ?? 0) + distance, 0), length - 1)
}

const cursorSteps: ReadonlyMap<string, number> = new Map([
  ['up', -1],
  ['down', 1],
  ['pageup', -8],
  ['pagedown', 8],
  ['home', Number.NEGATIVE_INFINITY],
  ['end', Number.POSITIVE_INFINITY],
])
