import type { Answer, Response, Value } from '../model/response.ts'
import { sortEntries } from './apply-conditions.ts'
import type { AnyQuestion } from './asked-questions.ts'
import type { Interview } from './state.ts'

type EntrySource = Pick<Interview, 'questionnaire' | 'response'>

/** The response with this answer; an existing note is kept. */
export function setAnswer(entries: EntrySource, question: AnyQuestion, value: Value): Response {
  return question.dimension === null
    ? setProfileValue(entries, question.id, value)
    : setState(entries, question.id, { state: 'answered', value })
}

/** The response with this state of a question; an existing note is kept. */
export function setState(entries: EntrySource, id: string, state: WithoutNote<Answer>): Response {
  const note = entries.response.answers.get(id)?.note ?? null
  return setEntry(entries, id, { ...state, note })
}

/** The response with this note, or without one if the text is blank. */
export function setNote(entries: EntrySource, id: string, text: string): Response {
  const note = text.trim() === '' ? null : text.trim()
  const entry = entries.response.answers.get(id)
  if ((entry?.note ?? null) === note) return entries.response
  return setEntry(entries, id, { ...(entry ?? { state: 'skipped' }), note })
}

type WithoutNote<T> = T extends unknown ? Omit<T, 'note'> : never

function setEntry({ questionnaire, response }: EntrySource, id: string, answer: Answer): Response {
  const order = questionnaire.dimensions.flatMap(({ questions }) => questions.map(({ id }) => id))
  const answers = new Map(response.answers).set(id, answer)
  return { ...response, answers: new Map(sortEntries(answers, order)) }
}

function setProfileValue(
  { questionnaire, response }: EntrySource,
  id: string,
  value: Value,
): Response {
  const given = new Map(response.profile).set(id, value)
  const asked = questionnaire.profile.flatMap(({ id }) => {
    const own = given.get(id)
    return own === undefined ? [] : [[id, own] as const]
  })
  return { ...response, profile: new Map([...asked, ...given]) }
}
