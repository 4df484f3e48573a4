import { type AnyQuestion, entryOf } from '../../interview/order.ts'
import { saidTo } from '../../interview/round.ts'
import { act, say } from './act.ts'
import type { Desk, Mode, World } from './desk.ts'
import { fieldOf, textOf } from './field.ts'
import { pressHotkey } from './press-commands.ts'

/** Answers side by side: Enter goes on, `w` takes a note from each partner in turn on why they see it so. */
export function pressDifference(
  desk: Desk,
  question: AnyQuestion,
  key: string,
  world: World,
): Desk {
  switch (key) {
    case 'return':
    case 'right':
    case 'space':
      return act(desk, { type: 'keep' }, world)
    case 'w':
      return noteFrom(desk, question, 0, world)
    case 's':
    case 'd':
    case 'a':
      return desk
    default: {
      const isDigit = /^[0-9]$/.test(key)
      if (isDigit) return say(desk, 'Enter goes on to the next question.', 'info')
      return pressHotkey(desk, question, key, world) ?? desk
    }
  }
}

/** Enter keeps a note, Esc leaves it as it was; either way the next partner is asked for theirs. */
export function pressDifferenceNote(
  desk: Desk,
  mode: Extract<Mode, { type: 'note' | 'reason' }>,
  question: AnyQuestion,
  key: string,
  world: World,
): Desk {
  if (key !== 'return' && key !== 'escape') return desk
  const closed: Desk = { ...desk, mode: { type: 'difference' } }
  const text = textOf(mode.field)
  const noted = key === 'return' ? act(closed, { type: 'note', text }, world) : closed
  const place = saidTo(desk.round, question.id).findIndex(({ seat }) => seat === desk.round.turn)
  return noteFrom(noted, question, place + 1, world)
}

/** Opens the note of the partner who stands at a place among the answers; past the last one, the answers again. */
function noteFrom(desk: Desk, { id }: AnyQuestion, place: number, world: World): Desk {
  const said = saidTo(desk.round, id)[place]
  if (said === undefined) return desk
  const there = act(desk, { type: 'seat', seat: said.seat }, world)
  const field = fieldOf(entryOf(there.interview, id)?.note ?? '')
  return { ...there, mode: { type: 'note', field, under: { type: 'difference' } } }
}
