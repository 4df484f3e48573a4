import { withAnswer, withNote, withState } from './entries.ts'
import { fits } from './fits.ts'
import { back, forward, goTo, jump, moveOn } from './moves.ts'
import { type AnyQuestion, current, entryOf, isComplete } from './order.ts'
import { settle } from './settle.ts'
import type { Active, Interview, InterviewEvent } from './state.ts'

/** The interview after an event: the one way it changes. */
export function step(before: Interview, event: InterviewEvent, active: Active): Interview {
  if (before.ended !== null) return before
  const interview = before.change === null ? before : { ...before, change: null }
  switch (event.type) {
    case 'back':
      return back(interview)
    case 'forward':
      return forward(interview)
    case 'jump':
      return jump(interview, event.to)
    case 'review':
      return goTo(interview, { screen: 'review' })
    case 'leave':
      return { ...interview, ended: 'left' }
    case 'finish':
      return finish(interview, event.at)
    default: {
      const question = current(interview)
      return question === null ? interview : onQuestion(interview, question, event, active)
    }
  }
}

type QuestionEvent = Extract<
  InterviewEvent,
  { type: 'answer' | 'note' | 'dont-know' | 'not-applicable' | 'skip' | 'keep' }
>

function onQuestion(
  interview: Interview,
  question: AnyQuestion,
  event: QuestionEvent,
  active: Active,
): Interview {
  const { id, form } = question
  if (event.type === 'keep') {
    return entryOf(interview, id) === null ? interview : moveOn(interview)
  }
  if (event.type === 'answer') {
    if (!fits(form, event.value)) return interview
    const stored = settled(interview, withAnswer(interview, question, event.value), active)
    return event.stay === true ? stored : moveOn(stored)
  }
  if (question.dimension === null) {
    return event.type === 'skip' ? passOver(interview, id) : interview
  }
  if (event.type === 'note') return settled(interview, withNote(interview, id, event.text), active)
  const state = stateOf(event)
  return state === null
    ? interview
    : moveOn(settled(interview, withState(interview, id, state), active))
}

function stateOf(event: Extract<QuestionEvent, { type: 'dont-know' | 'not-applicable' | 'skip' }>) {
  if (event.type === 'skip') return { state: 'skipped' } as const
  if (event.type === 'dont-know') return { state: 'dont-know' } as const
  const reason = event.reason.trim()
  return reason === '' ? null : ({ state: 'not-applicable', reason } as const)
}

/** A profile question keeps the value it has; without one it is not asked again in this session. */
function passOver(interview: Interview, id: string): Interview {
  if (entryOf(interview, id) !== null) return moveOn(interview)
  return moveOn({ ...interview, passed: new Set([...interview.passed, id]) })
}

function finish(interview: Interview, at: string): Interview {
  if (interview.at.screen !== 'review' || !isComplete(interview)) return interview
  return { ...interview, response: { ...interview.response, completed: at }, ended: 'finished' }
}

/** Puts a changed response in force, and counts what that did to other questions where an earlier answer changed. */
function settled(before: Interview, changed: Interview['response'], active: Active): Interview {
  if (changed === before.response) return before
  const after: Interview = {
    ...before,
    ...settle(before.questionnaire, { ...changed, completed: null }, active),
  }
  const { at } = before
  const first = at.screen === 'question' && entryOf(before, at.id) === null
  return first ? after : { ...after, change: changeBetween(before, after) }
}

function changeBetween(before: Interview, after: Interview): Interview['change'] {
  const gone = [...before.active].filter((id) => !after.active.has(id))
  const come = [...after.active].filter((id) => !before.active.has(id))
  const change = {
    inactive: gone.filter((id) => entryOf(before, id) !== null).length,
    restored: come.filter((id) => entryOf(after, id) !== null).length,
    opened: come.filter((id) => entryOf(after, id) === null).length,
  }
  return change.inactive + change.restored + change.opened === 0 ? null : change
}
