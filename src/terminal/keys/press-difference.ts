import { type AnyQuestion, findEntry } from '../../interview/asked-questions.ts'
import { listSeatAnswers } from '../../interview/round.ts'
import { applyEventToScreen, setMessage } from './apply-event.ts'
import { getTypedText, toInputField } from './input-field.ts'
import { pressHotkey } from './press-commands.ts'
import type { KeyContext, ScreenMode, ScreenState } from './screen-state.ts'

/** Answers side by side: Enter goes on, `w` takes a note from each partner in turn on why they see it so. */
export function pressDifference(
  desk: ScreenState,
  question: AnyQuestion,
  key: string,
  world: KeyContext,
): ScreenState {
  switch (key) {
    case 'return':
    case 'right':
    case 'space':
      return applyEventToScreen(desk, { type: 'keep' }, world)
    case 'w':
      return openNote(desk, question, 0, world)
    case 's':
    case 'd':
    case 'a':
      return desk
    default: {
      const isDigit = /^[0-9]$/.test(key)
      if (isDigit) return setMessage(desk, 'Enter goes on to the next question.', 'info')
      return pressHotkey(desk, question, key, world) ?? desk
    }
  }
}

/** Enter keeps a note, Esc leaves it as it was; either way the next partner is asked for theirs. */
export function pressDifferenceNote(
  desk: ScreenState,
  mode: Extract<ScreenMode, { type: 'note' | 'reason' }>,
  question: AnyQuestion,
  key: string,
  world: KeyContext,
): ScreenState {
  if (key !== 'return' && key !== 'escape') return desk
  const closed: ScreenState = { ...desk, mode: { type: 'difference' } }
  const text = getTypedText(mode.field)
  const noted =
    key === 'return' ? applyEventToScreen(closed, { type: 'note', text }, world) : closed
  const place = listSeatAnswers(desk.round, question.id).findIndex(
    ({ seat }) => seat === desk.round.turn,
  )
  return openNote(noted, question, place + 1, world)
}

/** Opens the note of the partner who stands at a place among the answers; past the last one, the answers again. */
function openNote(
  desk: ScreenState,
  { id }: AnyQuestion,
  place: number,
  world: KeyContext,
): ScreenState {
  const said = listSeatAnswers(desk.round, id)[place]
  if (said === undefined) return desk
  const there = applyEventToScreen(desk, { type: 'seat', seat: said.seat }, world)
  const field = toInputField(findEntry(there.interview, id)?.note ?? '')
  return { ...there, mode: { type: 'note', field, under: { type: 'difference' } } }
}
