import { type AnyQuestion, current, entryOf } from '../../interview/order.ts'
import type { Round } from '../../interview/round.ts'
import type { Interview } from '../../interview/state.ts'
import { type RoundEvent, stepRound } from '../../interview/step-round.ts'
import type { Value } from '../../model/response.ts'
import { kept, seated } from '../saving.ts'
import { changeText } from './change-text.ts'
import type { Desk, Message, Mode, Size, World } from './desk.ts'
import { emptyField, fieldOf } from './field.ts'
import { newRow } from './table-rows.ts'

/** The desk an interview begins with. */
export function openDesk(round: Round, size: Size, notice: string | null): Desk {
  const own = kept(round)
  return {
    ...own,
    mode: modeFor(own),
    message: notice === null ? null : { text: notice, tone: 'info' },
    size,
    pasting: false,
  }
}

/** Sends an event to the round; a new place opens in its own mode, and what changed elsewhere is said there. */
export function act(desk: Desk, event: RoundEvent, world: World): Desk {
  const after = seated(stepRound(desk.round, event, world.active))
  const mode = isSamePlace(desk, after) ? desk.mode : modeFor(after)
  return { ...desk, ...after, mode, message: messageOf(after.interview) }
}

type Seated = Pick<Desk, 'round' | 'interview'>

function isSamePlace(before: Seated, after: Seated): boolean {
  return (
    before.interview.at === after.interview.at &&
    before.round.turn === after.round.turn &&
    before.round.difference === after.round.difference
  )
}

/** Back to how a place opens, for when a list or a page over it is closed. */
export function reopened(desk: Desk): Desk {
  return { ...desk, mode: modeFor(desk), message: null }
}

export function say(desk: Desk, text: string, tone: Message['tone'] = 'warning'): Desk {
  return { ...desk, message: { text, tone } }
}

function modeFor({ round, interview }: Seated): Mode {
  if (round.difference !== null) return { type: 'difference' }
  const question = current(interview)
  if (question === null) return { type: 'review', cursor: null }
  const entry = entryOf(interview, question.id)
  return modeOf(question, entry?.state === 'answered' ? entry.value : null)
}

/** How a question is answered; what was answered before is ticked or stands ready to be edited. */
function modeOf({ form }: AnyQuestion, value: Value | null): Mode {
  switch (form.type) {
    case 'text':
    case 'number':
      return { type: 'field', field: fieldOf(value === null ? '' : String(value)) }
    case 'list': {
      const items = textsIn(value)
      return { type: 'list', items, at: items.length, field: emptyField }
    }
    case 'table': {
      const rows = Array.isArray(value) ? value.filter((row) => typeof row === 'object') : []
      return newRow(rows)
    }
    default:
      return { type: 'options', cursor: null, chosen: textsIn(value), sure: null }
  }
}

function textsIn(value: Value | null): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function messageOf({ change }: Interview): Message | null {
  return change === null ? null : { text: changeText(change), tone: 'info' }
}
