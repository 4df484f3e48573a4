import { isMissing, missing, placeOf, visible } from './order.ts'
import type { Interview, Place } from './state.ts'

/** To the next question without an entry after this one; past the last, to the review. */
export function moveOn(interview: Interview): Interview {
  const next = after(interview).find((id) => isMissing(interview, id))
  return goTo(interview, placeOf(next))
}

/** To the question just after this one where this one has an entry, so that nothing is passed over unseen. */
export function forward(interview: Interview): Interview {
  const { at } = interview
  if (at.screen === 'review' || isMissing(interview, at.id)) return interview
  return goTo(interview, placeOf(after(interview)[0]))
}

/** To where one came from; at the start of the trail, to the question before. */
export function back(interview: Interview): Interview {
  const places = interview.trail.filter(
    (place) => place.screen === 'review' || interview.active.has(place.id),
  )
  const last = places.at(-1)
  if (last !== undefined) return { ...interview, at: last, trail: places.slice(0, -1) }
  const before = previous(interview)
  return before === undefined ? interview : { ...interview, at: placeOf(before), trail: [] }
}

/** `to` is a question's or a dimension's id; any other leaves the interview where it is. */
export function jump(interview: Interview, to: string): Interview {
  const questions = visible(interview)
  const within = questions.filter(({ dimension }) => dimension === to).map(({ id }) => id)
  const open = missing(interview)
  const target = questions.some(({ id }) => id === to)
    ? to
    : (within.find((id) => open.includes(id)) ?? within[0])
  return target === undefined ? interview : goTo(interview, placeOf(target))
}

/** To a place, remembering this one. */
export function goTo(interview: Interview, place: Place): Interview {
  const { at, trail } = interview
  if (isSame(at, place)) return interview
  return { ...interview, at: place, trail: [...trail, at] }
}

function after(interview: Interview): readonly string[] {
  const { at } = interview
  const ids = visible(interview).map(({ id }) => id)
  return at.screen === 'review' ? [] : ids.slice(ids.indexOf(at.id) + 1)
}

function previous(interview: Interview): string | undefined {
  const { at } = interview
  const ids = visible(interview).map(({ id }) => id)
  return at.screen === 'review' ? ids.at(-1) : ids[ids.indexOf(at.id) - 1]
}

function isSame(a: Place, b: Place): boolean {
  if (a.screen === 'review' || b.screen === 'review') return a.screen === b.screen
  return a.id === b.id
}
