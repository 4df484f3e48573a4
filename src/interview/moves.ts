import { isMissing, listAskedQuestions, listMissing, toPlace } from './asked-questions.ts'
import type { Interview, InterviewPlace } from './state.ts'

/** To the next question without an entry after this one; past the last, to the review. */
export function moveToNextMissing(interview: Interview): Interview {
  const next = listFollowing(interview).find((id) => isMissing(interview, id))
  return moveToPlace(interview, toPlace(next))
}

/** To the question just after this one where this one has an entry, so that nothing is passed over unseen. */
export function moveForward(interview: Interview): Interview {
  const { at } = interview
  if (at.screen === 'review' || isMissing(interview, at.id)) return interview
  return moveToPlace(interview, toPlace(listFollowing(interview)[0]))
}

/** To where one came from; at the start of the trail, to the question before. */
export function moveBack(interview: Interview): Interview {
  const places = interview.history.filter(
    (place) => place.screen === 'review' || interview.active.has(place.id),
  )
  const last = places.at(-1)
  if (last !== undefined) return { ...interview, at: last, history: places.slice(0, -1) }
  const before = findPrevious(interview)
  return before === undefined ? interview : { ...interview, at: toPlace(before), history: [] }
}

/** `to` is a question's or a dimension's id; any other leaves the interview where it is. */
export function moveToTarget(interview: Interview, to: string): Interview {
  const questions = listAskedQuestions(interview)
  const within = questions.filter(({ dimension }) => dimension === to).map(({ id }) => id)
  const open = listMissing(interview)
  const target = questions.some(({ id }) => id === to)
    ? to
    : (within.find((id) => open.includes(id)) ?? within[0])
  return target === undefined ? interview : moveToPlace(interview, toPlace(target))
}

/** To a place, remembering this one. */
export function moveToPlace(interview: Interview, place: InterviewPlace): Interview {
  const { at, history: trail } = interview
  if (isSamePlace(at, place)) return interview
  return { ...interview, at: place, history: [...trail, at] }
}

function listFollowing(interview: Interview): readonly string[] {
  const { at } = interview
  const ids = listAskedQuestions(interview).map(({ id }) => id)
  return at.screen === 'review' ? [] : ids.slice(ids.indexOf(at.id) + 1)
}

function findPrevious(interview: Interview): string | undefined {
  const { at } = interview
  const ids = listAskedQuestions(interview).map(({ id }) => id)
  return at.screen === 'review' ? ids.at(-1) : ids[ids.indexOf(at.id) - 1]
}

function isSamePlace(a: InterviewPlace, b: InterviewPlace): boolean {
  if (a.screen === 'review' || b.screen === 'review') return a.screen === b.screen
  return a.id === b.id
}
