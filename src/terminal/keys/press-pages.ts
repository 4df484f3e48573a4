import { missing } from '../../interview/order.ts'
import { pagesOf } from '../view/guidance.ts'
import { act, reopened, say } from './act.ts'
import type { Desk, Mode, World } from './desk.ts'
import { jumpTargets, reviewTargets } from './jump-targets.ts'
import { moved } from './moved.ts'
import { openJump } from './press-commands.ts'

/** Page by page; past the last one, or on any other key, back to the question. */
export function pressGuidance(
  desk: Desk,
  mode: Extract<Mode, { type: 'guidance' }>,
  key: string,
): Desk {
  const last = pagesOf(desk).length - 1
  const page = Math.min(mode.page, last)
  const backwards = ['up', 'pageup', 'left', 'b'].includes(key)
  if (backwards && page > 0) return { ...desk, mode: { ...mode, page: page - 1 } }
  const onwards = ['down', 'pagedown', 'right', 'space', 'return'].includes(key)
  if (onwards && page < last) return { ...desk, mode: { ...mode, page: page + 1 } }
  return { ...desk, mode: mode.under }
}

export function pressJump(
  desk: Desk,
  mode: Extract<Mode, { type: 'jump' }>,
  key: string,
  world: World,
): Desk {
  const targets = jumpTargets(desk.interview)
  const cursor = moved(mode.cursor, key, targets.length)
  if (cursor !== null) return { ...desk, mode: { ...mode, cursor } }
  const closed = { ...desk, mode: mode.under }
  switch (key) {
    case 'return':
      return goTo(closed, targets[mode.cursor]?.to, world)
    case 'o': {
      const [open] = missing(desk.interview)
      return open === undefined
        ? say(desk, 'Every question has an answer or was skipped.', 'info')
        : goTo(closed, open, world)
    }
    case 'r':
      return act(closed, { type: 'review' }, world)
    case 'q':
      return act(closed, { type: 'leave' }, world)
    default:
      return ['escape', 'b', 'left', 'backspace', 'j'].includes(key) ? closed : desk
  }
}

export function pressReview(
  desk: Desk,
  mode: Extract<Mode, { type: 'review' }>,
  key: string,
  world: World,
): Desk {
  const { order } = reviewTargets(desk.interview)
  const cursor = moved(mode.cursor ?? (key === 'down' ? -1 : 0), key, order.length)
  if (cursor !== null) return { ...desk, mode: { ...mode, cursor } }
  switch (key) {
    case 'return':
      return mode.cursor === null ? finish(desk, world) : goTo(desk, order[mode.cursor], world)
    case 'f':
      return finish(desk, world)
    case 'j':
      return openJump(desk)
    case 'q':
      return act(desk, { type: 'leave' }, world)
    case 'escape':
      if (mode.cursor !== null) return { ...desk, mode: { ...mode, cursor: null } }
      return act(desk, { type: 'back' }, world)
    default:
      return ['b', 'left', 'backspace'].includes(key) ? act(desk, { type: 'back' }, world) : desk
  }
}

/** With questions left to answer it goes on with them; what should stay open is skipped, not passed over unseen. */
function finish(desk: Desk, world: World): Desk {
  const [open] = missing(desk.interview)
  if (open !== undefined) return goTo(desk, open, world)
  return act(desk, { type: 'finish', at: world.now() }, world)
}

/** A question that is on the screen already opens anew. */
function goTo(desk: Desk, to: string | undefined, world: World): Desk {
  if (to === undefined) return desk
  const there = act(desk, { type: 'jump', to }, world)
  return there.interview.at === desk.interview.at ? reopened(there) : there
}
