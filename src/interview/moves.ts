import { type InterviewEvent, isMissing, type Round, type RoundPlace } from './state.ts'

type MoveEvent = Extract<InterviewEvent, { type: 'back' | 'forward' | 'jump' | 'review' }>

/** The round after an event that changes no answer, but the place. */
export function moveRound(round: Round, event: MoveEvent): Round {
  switch (event.type) {
    case 'back':
      return moveBack(round)
    case 'forward':
      return moveForward(round)
    case 'jump':
      return moveToTarget(round, event.to)
    case 'review':
      return moveToPlace(round, { turn: round.turn, at: null })
    default:
      return event satisfies never
  }
}

/** Moves to a place and remembers this one. */
export function moveToPlace(round: Round, { turn, at }: RoundPlace): Round {
  const isHere = turn === round.turn && at === round.at
  if (isHere) return round.difference === null ? round : { ...round, difference: null }
  const history = [...round.history, { turn: round.turn, at: round.at }]
  return { ...round, turn, at, difference: null, history }
}

/** Moves to the next question that anybody still has to answer; after the last one, to the review. */
export function moveToNextMissing(round: Round): Round {
  return moveToPlace(round, findNextPlace(round, round.at))
}

/** The next question in asking order that anybody still has to answer, with the first seat that has to; the review if there is none. */
export function findNextPlace(round: Round, after: string | null): RoundPlace {
  const { seats } = round
  const order = listAskedIds(round)
  for (const id of order.slice(after === null ? 0 : order.indexOf(after) + 1)) {
    const turn = seats.findIndex((seat) => isMissing(seat, id))
    if (turn !== -1) return { turn, at: id }
  }
  return findReviewPlace(round)
}

/** The review of the first seat that has not done it. */
function findReviewPlace({ seats, done }: Round): RoundPlace {
  const turn = seats.findIndex((_, index) => !done.has(index))
  return { turn: Math.max(turn, 0), at: null }
}

/** Moves to the turn just after this one if this question has an entry, so that no question is overlooked. */
function moveForward(round: Round): Round {
  const { seats, turn, at } = round
  if (round.difference !== null) return moveToNextMissing(round)
  const interview = seats[turn]
  if (at === null || interview === undefined || isMissing(interview, at)) return round
  return moveToPlace(round, listPlaces(round)[findPlaceIndex(round) + 1] ?? findReviewPlace(round))
}

/** From answers side by side to the question; else to the last place in the history; else to the turn before. */
function moveBack(round: Round): Round {
  if (round.difference !== null) return { ...round, difference: null }
  const history = round.history.filter(({ turn, at }) => {
    const interview = round.seats[turn]
    return interview !== undefined && (at === null || interview.active.has(at))
  })
  const last = history.at(-1)
  if (last !== undefined) return { ...round, ...last, history: history.slice(0, -1) }
  const places = listPlaces(round)
  const before = places[(round.at === null ? places.length : findPlaceIndex(round)) - 1]
  return before === undefined ? round : { ...round, ...before, history: [] }
}

/**
 * Moves to a question, or to the first question of a dimension that anybody still has to answer, else its first; the turn goes
 * to the first seat that has to answer it. Any other id leaves the round where it is.
 */
function moveToTarget(round: Round, to: string): Round {
  const { seats } = round
  const asked = listAskedIds(round)
  const isOpen = (id: string) => seats.some((seat) => isMissing(seat, id))
  const within = listDimensionIds(round, to).filter((id) => asked.includes(id))
  const at = asked.includes(to) ? to : (within.find(isOpen) ?? within[0])
  if (at === undefined) return round
  const open = seats.findIndex((seat) => isMissing(seat, at))
  const turn = open === -1 ? seats.findIndex((seat) => seat.active.has(at)) : open
  return moveToPlace(round, { turn, at })
}

/** While answers are shown side by side, the turn goes to another partner who is asked this question. */
export function moveToSeat(round: Round, turn: number): Round {
  const { difference, seats } = round
  const interview = seats[turn]
  if (difference === null || interview === undefined || !interview.active.has(difference))
    return round
  return { ...round, turn }
}

/** Every turn there is now: each question for each seat that is asked it. */
function listPlaces(round: Round): readonly RoundPlace[] {
  return listAskedIds(round).flatMap((id) =>
    round.seats.flatMap((seat, turn) => (seat.active.has(id) ? [{ turn, at: id }] : [])),
  )
}

function findPlaceIndex(round: Round): number {
  return listPlaces(round).findIndex(({ turn, at }) => turn === round.turn && at === round.at)
}

/** Ids of the questions that anybody is asked now, in asking order. */
function listAskedIds({ seats }: Round): readonly string[] {
  const questionnaire = seats[0]?.questionnaire
  if (questionnaire === undefined) return []
  const { profile, dimensions } = questionnaire
  return [...profile, ...dimensions.flatMap(({ questions }) => questions)]
    .map(({ id }) => id)
    .filter((id) => seats.some((seat) => seat.active.has(id)))
}

function listDimensionIds({ seats }: Round, dimension: string): readonly string[] {
  const dimensions = seats[0]?.questionnaire.dimensions ?? []
  return dimensions.flatMap(({ id, questions }) =>
    id === dimension ? questions.map((question) => question.id) : [],
  )
}
