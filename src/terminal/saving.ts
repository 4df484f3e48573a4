import type { Interview } from '../interview/state.ts'
import { Fault } from '../model/fault.ts'
import type { Response } from '../model/response.ts'

/** Puts a response on the disk before it returns. A `Fault` says why it could not. */
export type Save = (response: Response) => void

/** An interview, and whether its answers are on the disk. */
export interface Kept {
  readonly interview: Interview
  /** Why the last answers are not on the disk yet; null when they are. */
  readonly unsaved: string | null
  /** Told that leaving now loses what is not saved. */
  readonly warned: boolean
}

/**
 * Saves what an event changed. When that fails the answers stay in memory, the person is told, and going on tries again;
 * leaving without them has to be asked for twice, and finishing is not possible.
 */
export function saved<T extends Kept>(before: T, after: T, save: Save): T {
  const changed = after.interview.response !== before.interview.response
  const again = after.unsaved !== null && after.interview !== before.interview
  if (!changed && !again) return after
  try {
    save(after.interview.response)
    return { ...after, unsaved: null, warned: false }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return unsaved(before, after, error)
  }
}

function unsaved<T extends Kept>(before: T, after: T, { message }: Fault): T {
  const { ended } = after.interview
  const said = (next: string) => `Not saved: ${message}. Your answers are kept here. ${next}`
  if (ended === null) return { ...after, unsaved: said('The next one tries again.') }
  if (ended === 'left' && before.warned) return after
  return {
    ...after,
    interview: {
      ...after.interview,
      response: { ...after.interview.response, completed: null },
      ended: null,
    },
    unsaved: said(
      ended === 'left' ? 'Leaving once more goes without saving.' : 'Finishing tries again.',
    ),
    warned: ended === 'left',
  }
}

/** Remembers what could not be saved, for one last try when the interview is over. */
export function keeping(save: Save): {
  readonly save: Save
  /** Throws the `Fault` when it fails again. Only a finished interview is saved as completed. */
  readonly lastTry: (finished: boolean) => void
} {
  let due: Response | null = null
  return {
    save: (response) => {
      due = response
      save(response)
      due = null
    },
    lastTry: (finished) => {
      if (due !== null) save(finished ? due : { ...due, completed: null })
    },
  }
}
