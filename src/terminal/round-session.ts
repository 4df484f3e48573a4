import type { Round } from '../interview/state.ts'
import { Fault } from '../model/fault.ts'
import type { Response } from '../model/response.ts'
import type { InterviewText } from '../words/message.ts'
import { say } from '../words/say-message.ts'

/** Puts a response on the disk before it returns. A `Fault` says why it could not. */
export type SaveResponse = (response: Response) => void

/** A round, and whether its answers are on the disk. */
export interface RoundSession {
  readonly round: Round
  /** Seats whose last answers are not on the disk yet. */
  readonly due: ReadonlySet<number>
  /** Why they are not; null when all are saved. */
  readonly unsaved: InterviewText | null
  /** The person was warned that leaving now loses what is not saved. */
  readonly warned: boolean
}

/** A round that begins, with everything on the disk. */
export function createRoundSession(round: Round): RoundSession {
  return { round, due: new Set(), unsaved: null, warned: false }
}

/**
 * Saves what an event changed. When that fails the answers stay in memory, the person is warned, and the next answer tries again;
 * leaving without them has to be asked for twice, and finishing is not possible.
 */
export function saveChanges<T extends RoundSession>(before: T, after: T, save: SaveResponse): T {
  const { seats } = after.round
  const changed = seats.flatMap(({ response }, index) =>
    response === before.round.seats[index]?.response ? [] : [index],
  )
  const again = after.round === before.round ? [] : after.due
  const due = new Set([...again, ...changed])
  if (due.size === 0) return after
  try {
    for (const [index, { response }] of seats.entries()) {
      if (due.has(index)) save(response)
    }
    return { ...after, due: new Set(), unsaved: null, warned: false }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return markUnsaved(before, { ...after, due }, error)
  }
}

function markUnsaved<T extends RoundSession>(before: T, after: T, { reason }: Fault): T {
  const { ended } = after.round
  const why = say(reason)
  if (ended === null) return { ...after, unsaved: { say: 'not-saved', why } }
  const isLeaving = ended === 'left'
  if (isLeaving && before.warned) return after
  return {
    ...after,
    round: reopenRound(after.round),
    unsaved: { say: isLeaving ? 'not-saved-leaving' : 'not-saved-finishing', why },
    warned: isLeaving,
  }
}

/** The round before anybody left or finished. */
function reopenRound(round: Round): Round {
  const seats = round.seats.map((seat) => {
    const { response } = seat
    return response.completed === null
      ? seat
      : { ...seat, response: { ...response, completed: null } }
  })
  return { ...round, seats, ended: null }
}

/** Remembers what could not be saved, for one last try when the interview is over. */
export function createSaver(save: SaveResponse): {
  readonly save: SaveResponse
  /** Throws the `Fault` when it fails again. Only a finished interview is saved as completed. */
  readonly lastTry: (finished: boolean) => void
} {
  const due = new Map<string, Response>()
  return {
    save: (response) => {
      due.set(response.partner, response)
      save(response)
      due.delete(response.partner)
    },
    lastTry: (finished) => {
      for (const response of due.values()) {
        save(finished ? response : { ...response, completed: null })
      }
    },
  }
}
