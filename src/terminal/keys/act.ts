import { type AnyQuestion, current, entryOf } from '../../interview/order.ts'
import type { Interview, InterviewEvent } from '../../interview/state.ts'
import { step } from '../../interview/step.ts'
import type { Value } from '../../model/response.ts'
import { changeText } from './change-text.ts'
import type { Desk, Message, Mode, Size, World } from './desk.ts'
import { emptyField, fieldOf } from './field.ts'
import { newRow } from './table-rows.ts'

/** The desk an interview begins with. */
export function openDesk(interview: Interview, size: Size, notice: string | null): Desk {
  return {
    interview,
    mode: modeFor(interview),
    message: notice === null ? null : { text: notice, tone: 'info' },
    size,
    pasting: false,
    unsaved: null,
    warned: false,
  }
}

/** Sends an event to the interview; a new place opens in its own mode, and what changed elsewhere is said there. */
export function act(desk: Desk, event: InterviewEvent, world: World): Desk {
  const interview = step(desk.interview, event, world.active)
  const mode = interview.at === desk.interview.at ? desk.mode : modeFor(interview)
  return { ...desk, interview, mode, message: messageOf(interview) }
}

/** Back to how a place opens, for when a list or a page over it is closed. */
export function reopened(desk: Desk): Desk {
  return { ...desk, mode: modeFor(desk.interview), message: null }
}

export function say(desk: Desk, text: string, tone: Message['tone'] = 'warning'): Desk {
  return { ...desk, message: { text, tone } }
}

function modeFor(interview: Interview): Mode {
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
