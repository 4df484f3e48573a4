import { type Form, isValidValue } from '../model/forms/forms.ts'
import type { Notice } from '../model/notice.ts'
import type { ActiveQuestionFinder } from '../model/response.ts'
import { applyConditions, clearAnswer, setAnswer, setNote, setState } from './answers.ts'
import { moveRound, moveToNextMissing, moveToPlace, moveToSeat } from './moves.ts'
import { findQuestion, getInterview, listSeatAnswers } from './round.ts'
import {
  type AnyQuestion,
  findEntry,
  type Interview,
  type InterviewEvent,
  isMissing,
  listMissing,
  type Round,
} from './state.ts'

/** The round after an event from the seat whose turn it is: the only way a round changes. */
export function stepRound(
  before: Round,
  event: InterviewEvent,
  findActive: ActiveQuestionFinder,
): Round {
  if (before.ended !== null) return before
  if (before.notice !== null) return stepNotice(before, before.notice, event)
  const round = clearChange(before)
  switch (event.type) {
    case 'begin':
      return round
    case 'seat':
      return moveToSeat(round, event.seat)
    case 'note-of': {
      const there = moveToSeat(round, event.seat)
      const isThere = there.difference !== null && there.turn === event.seat
      return isThere ? stepQuestion(there, { type: 'note', text: event.text }, findActive) : round
    }
    case 'back':
    case 'forward':
    case 'jump':
    case 'review':
      return moveRound(round, event)
    case 'leave':
      return { ...round, ended: 'left' }
    case 'finish':
      return finishRound(round, event.at)
    default:
      return stepQuestion(round, event, findActive)
  }
}

/** Who goes on was told; the responses say what. Who leaves was told nothing that counts. */
function stepNotice(round: Round, { minGroup }: Notice, event: InterviewEvent): Round {
  if (event.type === 'leave') return { ...round, ended: 'left' }
  if (event.type !== 'begin') return round
  const seats = round.seats.map((seat) =>
    seat.response.told?.minGroup === minGroup
      ? seat
      : { ...seat, response: { ...seat.response, told: { minGroup } } },
  )
  return { ...round, seats, notice: null }
}

type QuestionEvent = Extract<
  InterviewEvent,
  { type: 'answer' | 'note' | 'dont-know' | 'not-applicable' | 'skip' | 'keep' | 'clear' }
>

function stepQuestion(round: Round, event: QuestionEvent, findActive: ActiveQuestionFinder): Round {
  const question = findQuestion(round)
  if (question === null) return round
  if (round.difference !== null && event.type === 'keep') return moveToNextMissing(round)
  const after = applyToInterview(getInterview(round), question, event, findActive)
  if (after === null) return round
  const stored = setInterview(round, after)
  const stays =
    event.type === 'note' ||
    event.type === 'clear' ||
    (event.type === 'answer' && event.stay === true)
  return stays ? stored : moveOn(stored, question)
}

/** To the next seat with this question, to the answers side by side if they differ, then to the next question. */
function moveOn(round: Round, question: AnyQuestion): Round {
  const open = round.seats.flatMap((seat, turn) => (isMissing(seat, question.id) ? [turn] : []))
  const turn = open.find((index) => index > round.turn) ?? open[0]
  if (turn !== undefined) return moveToPlace(round, { turn, at: question.id })
  if (hasDifference(round, question)) return { ...round, difference: question.id }
  return moveToNextMissing(round)
}

/** Do two of the answers to a question differ? Texts always would, so they are not compared. */
function hasDifference(round: Round, { id, form, dimension }: AnyQuestion): boolean {
  if (dimension === null || !isComparable(form)) return false
  const values = listSeatAnswers(round, id).flatMap(({ entry }) =>
    entry.state === 'answered' ? [JSON.stringify(entry.value)] : [],
  )
  return new Set(values).size > 1
}

function isComparable({ type }: Form): boolean {
  return type !== 'text' && type !== 'list' && type !== 'table'
}

/** The interview after an event on a question; null if the event makes no sense there. */
function applyToInterview(
  interview: Interview,
  question: AnyQuestion,
  event: QuestionEvent,
  findActive: ActiveQuestionFinder,
): Interview | null {
  const { id, form, dimension } = question
  const store = (response: Interview['response']) =>
    applyResponse(interview, id, response, findActive)
  const hasEntry = findEntry(interview, id) !== null
  if (event.type === 'keep') return hasEntry ? interview : null
  if (event.type === 'clear') return hasEntry ? store(clearAnswer(interview, question)) : null
  if (event.type === 'answer') {
    return isValidValue(form, event.value)
      ? store(setAnswer(interview, question, event.value))
      : null
  }
  if (dimension === null) {
    if (event.type !== 'skip') return null
    return hasEntry ? interview : skipProfileQuestion(interview, id)
  }
  if (event.type === 'note')
    return store(setNote(interview, id, event.text, event.private === true))
  const state = toAnswerState(event)
  return state === null ? null : store(setState(interview, id, state))
}

function toAnswerState(
  event: Extract<QuestionEvent, { type: 'dont-know' | 'not-applicable' | 'skip' }>,
) {
  if (event.type === 'skip') return { state: 'skipped' } as const
  if (event.type === 'dont-know') return { state: 'dont-know' } as const
  const reason = event.reason.trim()
  return reason === '' ? null : ({ state: 'not-applicable', reason } as const)
}

/** A profile question without a value is not asked again in this session. */
function skipProfileQuestion(interview: Interview, id: string): Interview {
  return { ...interview, skippedProfile: new Set([...interview.skippedProfile, id]) }
}

/** Everybody reviews their own answers; the last one to do so finishes for all. A response that was complete before keeps its time. */
function finishRound(round: Round, at: string): Round {
  if (round.at !== null || listMissing(getInterview(round)).length > 0) return round
  const done = new Set([...round.done, round.turn])
  const turn = round.seats.findIndex((_, index) => !done.has(index))
  const next = round.seats[turn]
  if (next !== undefined) {
    return moveToPlace({ ...round, done }, { turn, at: listMissing(next)[0] ?? null })
  }
  const seats = round.seats.map((seat) => ({
    ...seat,
    response: { ...seat.response, completed: seat.response.completed ?? at },
  }))
  return { ...round, seats, done, ended: 'finished' }
}

/** Stores a changed response; where an earlier answer changed, counts what that did to other questions. */
function applyResponse(
  before: Interview,
  id: string,
  response: Interview['response'],
  findActive: ActiveQuestionFinder,
): Interview {
  if (response === before.response) return before
  const after: Interview = {
    ...before,
    ...applyConditions(before.questionnaire, { ...response, completed: null }, findActive),
  }
  const isFirst = findEntry(before, id) === null
  return isFirst ? after : { ...after, change: countConditionEffects(before, after) }
}

function countConditionEffects(before: Interview, after: Interview): Interview['change'] {
  const gone = [...before.active].filter((id) => !after.active.has(id))
  const come = [...after.active].filter((id) => !before.active.has(id))
  const change = {
    inactive: gone.filter((id) => findEntry(before, id) !== null).length,
    restored: come.filter((id) => findEntry(after, id) !== null).length,
    opened: come.filter((id) => findEntry(after, id) === null).length,
  }
  return change.inactive + change.restored + change.opened === 0 ? null : change
}

/** The effects of a seat's last event are shown once. */
function clearChange(round: Round): Round {
  const interview = getInterview(round)
  return interview.change === null ? round : setInterview(round, { ...interview, change: null })
}

/** A seat whose answers changed has to review them again. */
function setInterview(round: Round, interview: Interview): Round {
  const before = getInterview(round)
  if (interview === before) return round
  const seats = round.seats.with(round.turn, interview)
  if (interview.response === before.response) return { ...round, seats }
  return { ...round, seats, done: new Set([...round.done].filter((seat) => seat !== round.turn)) }
}
