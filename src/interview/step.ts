import { applyConditions } from './apply-conditions.ts'
import { type AnyQuestion, findCurrentQuestion, findEntry, isComplete } from './asked-questions.ts'
import { setAnswer, setNote, setState } from './entries.ts'
import { moveBack, moveForward, moveToNextMissing, moveToPlace, moveToTarget } from './moves.ts'
import type { ConditionJudge, Interview, InterviewEvent } from './state.ts'
import { isValidValue } from './valid-value.ts'

/** The interview after an event: the one way it changes. */
export function stepInterview(
  before: Interview,
  event: InterviewEvent,
  active: ConditionJudge,
): Interview {
  if (before.ended !== null) return before
  const interview = before.change === null ? before : { ...before, change: null }
  switch (event.type) {
    case 'back':
      return moveBack(interview)
    case 'forward':
      return moveForward(interview)
    case 'jump':
      return moveToTarget(interview, event.to)
    case 'review':
      return moveToPlace(interview, { screen: 'review' })
    case 'leave':
      return { ...interview, ended: 'left' }
    case 'finish':
      return finishInterview(interview, event.at)
    default: {
      const question = findCurrentQuestion(interview)
      return question === null ? interview : stepQuestion(interview, question, event, active)
    }
  }
}

type QuestionEvent = Extract<
  InterviewEvent,
  { type: 'answer' | 'note' | 'dont-know' | 'not-applicable' | 'skip' | 'keep' }
>

function stepQuestion(
  interview: Interview,
  question: AnyQuestion,
  event: QuestionEvent,
  active: ConditionJudge,
): Interview {
  const { id, form } = question
  if (event.type === 'keep') {
    return findEntry(interview, id) === null ? interview : moveToNextMissing(interview)
  }
  if (event.type === 'answer') {
    if (!isValidValue(form, event.value)) return interview
    const stored = applyResponse(interview, setAnswer(interview, question, event.value), active)
    return event.stay === true ? stored : moveToNextMissing(stored)
  }
  if (question.dimension === null) {
    return event.type === 'skip' ? skipProfileQuestion(interview, id) : interview
  }
  if (event.type === 'note')
    return applyResponse(interview, setNote(interview, id, event.text), active)
  const state = toAnswerState(event)
  return state === null
    ? interview
    : moveToNextMissing(applyResponse(interview, setState(interview, id, state), active))
}

function toAnswerState(
  event: Extract<QuestionEvent, { type: 'dont-know' | 'not-applicable' | 'skip' }>,
) {
  if (event.type === 'skip') return { state: 'skipped' } as const
  if (event.type === 'dont-know') return { state: 'dont-know' } as const
  const reason = event.reason.trim()
  return reason === '' ? null : ({ state: 'not-applicable', reason } as const)
}

/** A profile question keeps the value it has; without one it is not asked again in this session. */
function skipProfileQuestion(interview: Interview, id: string): Interview {
  if (findEntry(interview, id) !== null) return moveToNextMissing(interview)
  return moveToNextMissing({
    ...interview,
    skippedProfile: new Set([...interview.skippedProfile, id]),
  })
}

function finishInterview(interview: Interview, at: string): Interview {
  if (interview.at.screen !== 'review' || !isComplete(interview)) return interview
  return { ...interview, response: { ...interview.response, completed: at }, ended: 'finished' }
}

/** Puts a changed response in force, and counts what that did to other questions where an earlier answer changed. */
function applyResponse(
  before: Interview,
  changed: Interview['response'],
  active: ConditionJudge,
): Interview {
  if (changed === before.response) return before
  const after: Interview = {
    ...before,
    ...applyConditions(before.questionnaire, { ...changed, completed: null }, active),
  }
  const { at } = before
  const first = at.screen === 'question' && findEntry(before, at.id) === null
  return first ? after : { ...after, change: countConditionEffects(before, after) }
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
