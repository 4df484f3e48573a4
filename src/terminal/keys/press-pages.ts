import { getInterview, getReviewTargets, listJumpTargets } from '../../interview/round.ts'
import { listMissing } from '../../interview/state.ts'
import { buildGuidancePages } from '../view/guidance.ts'
import { buildNoticePages } from '../view/notice.ts'
import { applyEvent, moveCursor, resetMode, setMessage } from './apply-event.ts'
import { openJump } from './press-commands.ts'
import {
  emptyInputField,
  type InputField,
  type JumpMode,
  type KeyContext,
  type Screen,
  type ScreenMode,
} from './screen-state.ts'

/** Page by page; past the last one, or on any other key, back to the question. */
export function pressGuidance(
  state: Screen,
  mode: Extract<ScreenMode, { type: 'guidance' }>,
  key: string,
): Screen {
  const page = turnPage(mode.page, buildGuidancePages(state).length, key)
  return { ...state, mode: page === null ? mode.under : { ...mode, page } }
}

/** Page by page; Enter on the last one goes on to the first question, so that no page is missed. */
export function pressNotice(
  state: Screen,
  mode: Extract<ScreenMode, { type: 'notice' }>,
  key: string,
  context: KeyContext,
): Screen {
  if (key === 'q') return applyEvent(state, { type: 'leave' }, context)
  const page = turnPage(mode.page, buildNoticePages(state).length, key)
  if (page !== null) return { ...state, mode: { ...mode, page } }
  return key === 'return' ? applyEvent(state, { type: 'begin' }, context) : state
}

/** The page after a key; null where the key turns none. */
function turnPage(at: number, pages: number, key: string): number | null {
  const page = Math.min(at, pages - 1)
  if (['up', 'pageup', 'left', 'b'].includes(key) && page > 0) return page - 1
  const onwards = ['down', 'pagedown', 'right', 'space', 'return'].includes(key)
  return onwards && page < pages - 1 ? page + 1 : null
}

/** The list to jump from. `/` begins a search: then letters are text until Esc, which shows the whole list again. */
export function pressJump(state: Screen, mode: JumpMode, key: string, context: KeyContext): Screen {
  if (mode.field !== null) return pressSearch(state, mode, mode.field, key, context)
  const targets = listJumpTargets(getInterview(state.round))
  const cursor = moveCursor(mode.cursor, key, targets.length)
  if (cursor !== null) return { ...state, mode: { ...mode, cursor } }
  const closed = { ...state, mode: mode.under }
  switch (key) {
    case '/':
      return { ...state, mode: { ...mode, cursor: 1, field: emptyInputField } }
    case 'return':
      return jumpToQuestion(closed, targets[mode.cursor]?.to, context)
    case 'o': {
      const [open] = listMissing(getInterview(state.round))
      return open === undefined
        ? setMessage(state, { say: 'all-answered' }, 'info')
        : jumpToQuestion(closed, open, context)
    }
    case 'r':
      return applyEvent(closed, { type: 'review' }, context)
    case 'q':
      return applyEvent(closed, { type: 'leave' }, context)
    default:
      return ['escape', 'b', 'left', 'backspace', 'j'].includes(key) ? closed : state
  }
}

/** The cursor is at the first question found, until the arrows move it. */
function pressSearch(
  state: Screen,
  mode: JumpMode,
  { line }: InputField,
  key: string,
  context: KeyContext,
): Screen {
  const targets = listJumpTargets(getInterview(state.round), line)
  if (key === 'escape') return openJump({ ...state, mode: mode.under })
  if (key === 'return') {
    const to = targets[mode.cursor]?.to
    return to === undefined ? state : jumpToQuestion({ ...state, mode: mode.under }, to, context)
  }
  const isMove = ['up', 'down', 'pageup', 'pagedown'].includes(key)
  const cursor = isMove ? moveCursor(mode.cursor, key, targets.length) : null
  return { ...state, mode: { ...mode, cursor: cursor ?? 1 } }
}

export function pressReview(
  state: Screen,
  mode: Extract<ScreenMode, { type: 'review' }>,
  key: string,
  context: KeyContext,
): Screen {
  const { order } = getReviewTargets(getInterview(state.round))
  const cursor = moveCursor(mode.cursor ?? (key === 'down' ? -1 : 0), key, order.length)
  if (cursor !== null) return { ...state, mode: { ...mode, cursor } }
  switch (key) {
    case 'return':
      return mode.cursor === null
        ? finishInterview(state, context)
        : jumpToQuestion(state, order[mode.cursor], context)
    case 'f':
      return finishInterview(state, context)
    case 'j':
      return openJump(state)
    case 'q':
      return applyEvent(state, { type: 'leave' }, context)
    case 'escape':
      if (mode.cursor !== null) return { ...state, mode: { ...mode, cursor: null } }
      return applyEvent(state, { type: 'back' }, context)
    default:
      return ['b', 'left', 'backspace'].includes(key)
        ? applyEvent(state, { type: 'back' }, context)
        : state
  }
}

/** With questions left to answer it goes on with them: a question can be skipped, but not overlooked. */
function finishInterview(state: Screen, context: KeyContext): Screen {
  const [open] = listMissing(getInterview(state.round))
  if (open !== undefined) return jumpToQuestion(state, open, context)
  return applyEvent(state, { type: 'finish', at: context.now() }, context)
}

/** Opens the question again if it is on the screen already. */
function jumpToQuestion(state: Screen, to: string | undefined, context: KeyContext): Screen {
  if (to === undefined) return state
  const there = applyEvent(state, { type: 'jump', to }, context)
  return there.round.at === state.round.at ? resetMode(there) : there
}
