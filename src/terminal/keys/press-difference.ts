import type { AnyQuestion } from '../../interview/asked-questions.ts'
import { findCurrentEntry, listSeatAnswers } from '../../interview/round.ts'
import { applyEventToScreen, setMessage } from './apply-event.ts'
import { getTypedText, toInputField } from './input-field.ts'
import { pressHotkey } from './press-commands.ts'
import type { KeyContext, ScreenMode, ScreenState } from './screen-state.ts'

/** Answers side by side: Enter goes on, `w` takes a note from each partner in turn on why they see it that way. */
export function pressDifference(
  state: ScreenState,
  question: AnyQuestion,
  key: string,
  context: KeyContext,
): ScreenState {
  switch (key) {
    case 'return':
    case 'right':
    case 'space':
      return applyEventToScreen(state, { type: 'keep' }, context)
    case 'w':
      return openNote(state, question, 0, context)
    case 's':
    case 'd':
    case 'a':
      return state
    default: {
      const isDigit = /^[0-9]$/.test(key)
      if (isDigit) return setMessage(state, { say: 'enter-goes-on' }, 'info')
      return pressHotkey(state, question, key, context) ?? state
    }
  }
}

/** Enter stores a note, Esc leaves it as it was; either way the next partner is asked for theirs. */
export function pressDifferenceNote(
  state: ScreenState,
  mode: Extract<ScreenMode, { type: 'note' | 'reason' }>,
  question: AnyQuestion,
  key: string,
  context: KeyContext,
): ScreenState {
  if (key !== 'return' && key !== 'escape') return state
  const closed: ScreenState = { ...state, mode: { type: 'difference' } }
  const text = getTypedText(mode.field)
  const noted =
    key === 'return' ? applyEventToScreen(closed, { type: 'note', text }, context) : closed
  const place = listSeatAnswers(state.round, question.id).findIndex(
    ({ seat }) => seat === state.round.turn,
  )
  return openNote(noted, question, place + 1, context)
}

/** Opens the note of the partner at an index among the answers; past the last one, shows the answers again. */
function openNote(
  state: ScreenState,
  { id }: AnyQuestion,
  place: number,
  context: KeyContext,
): ScreenState {
  const answer = listSeatAnswers(state.round, id)[place]
  if (answer === undefined) return state
  const there = applyEventToScreen(state, { type: 'seat', seat: answer.seat }, context)
  const field = toInputField(findCurrentEntry(there.round)?.note ?? '')
  return { ...there, mode: { type: 'note', field, under: { type: 'difference' } } }
}
