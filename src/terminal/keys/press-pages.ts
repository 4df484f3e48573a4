import { listMissing } from '../../interview/asked-questions.ts'
import { buildGuidancePages } from '../view/guidance.ts'
import { applyEventToScreen, resetMode, setMessage } from './apply-event.ts'
import { getReviewTargets, listJumpTargets } from './jump-targets.ts'
import { moveCursor } from './move-cursor.ts'
import { openJump } from './press-commands.ts'
import type { KeyContext, ScreenMode, ScreenState } from './screen-state.ts'

/** Page by page; past the last one, or on any other key, back to the question. */
export function pressGuidance(
  desk: ScreenState,
  mode: Extract<ScreenMode, { type: 'guidance' }>,
  key: string,
): ScreenState {
  const last = buildGuidancePages(desk).length - 1
  const page = Math.min(mode.page, last)
  const backwards = ['up', 'pageup', 'left', 'b'].includes(key)
  if (backwards && page > 0) return { ...desk, mode: { ...mode, page: page - 1 } }
  const onwards = ['down', 'pagedown', 'right', 'space', 'return'].includes(key)
  if (onwards && page < last) return { ...desk, mode: { ...mode, page: page + 1 } }
  return { ...desk, mode: mode.under }
}

export function pressJump(
  desk: ScreenState,
  mode: Extract<ScreenMode, { type: 'jump' }>,
  key: string,
  world: KeyContext,
): ScreenState {
  const targets = listJumpTargets(desk.interview)
  const cursor = moveCursor(mode.cursor, key, targets.length)
  if (cursor !== null) return { ...desk, mode: { ...mode, cursor } }
  const closed = { ...desk, mode: mode.under }
  switch (key) {
    case 'return':
      return jumpToQuestion(closed, targets[mode.cursor]?.to, world)
    case 'o': {
      const [open] = listMissing(desk.interview)
      return open === undefined
        ? setMessage(desk, 'Every question has an answer or was skipped.', 'info')
        : jumpToQuestion(closed, open, world)
    }
    case 'r':
      return applyEventToScreen(closed, { type: 'review' }, world)
    case 'q':
      return applyEventToScreen(closed, { type: 'leave' }, world)
    default:
      return ['escape', 'b', 'left', 'backspace', 'j'].includes(key) ? closed : desk
  }
}

export function pressReview(
  desk: ScreenState,
  mode: Extract<ScreenMode, { type: 'review' }>,
  key: string,
  world: KeyContext,
): ScreenState {
  const { order } = getReviewTargets(desk.interview)
  const cursor = moveCursor(mode.cursor ?? (key === 'down' ? -1 : 0), key, order.length)
  if (cursor !== null) return { ...desk, mode: { ...mode, cursor } }
  switch (key) {
    case 'return':
      return mode.cursor === null
        ? finishInterview(desk, world)
        : jumpToQuestion(desk, order[mode.cursor], world)
    case 'f':
      return finishInterview(desk, world)
    case 'j':
      return openJump(desk)
    case 'q':
      return applyEventToScreen(desk, { type: 'leave' }, world)
    case 'escape':
      if (mode.cursor !== null) return { ...desk, mode: { ...mode, cursor: null } }
      return applyEventToScreen(desk, { type: 'back' }, world)
    default:
      return ['b', 'left', 'backspace'].includes(key)
        ? applyEventToScreen(desk, { type: 'back' }, world)
        : desk
  }
}

/** With questions left to answer it goes on with them; what should stay open is skipped, not passed over unseen. */
function finishInterview(desk: ScreenState, world: KeyContext): ScreenState {
  const [open] = listMissing(desk.interview)
  if (open !== undefined) return jumpToQuestion(desk, open, world)
  return applyEventToScreen(desk, { type: 'finish', at: world.now() }, world)
}

/** A question that is on the screen already opens anew. */
function jumpToQuestion(desk: ScreenState, to: string | undefined, world: KeyContext): ScreenState {
  if (to === undefined) return desk
  const there = applyEventToScreen(desk, { type: 'jump', to }, world)
  return there.interview.at === desk.interview.at ? resetMode(there) : there
}
