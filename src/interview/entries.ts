import type { Answer, Response, Value } from '../model/response.ts'
import type { AnyQuestion } from './order.ts'
import { inOrder } from './settle.ts'
import type { Interview } from './state.ts'

type Entries = Pick<Interview, 'questionnaire' | 'response'>

/** The response with this answer; a note that is there stays with it. */
export function withAnswer(entries: Entries, question: AnyQuestion, value: Value): Response {
  return question.dimension === null
    ? withProfile(entries, question.id, value)
    : withState(entries, question.id, { state: 'answered', value })
}

/** The response with a question's state; a note that is there stays with it. */
export function withState(entries: Entries, id: string, state: WithoutNote<Answer>): Response {
  const note = entries.response.answers.get(id)?.note ?? null
  return withEntry(entries, id, { ...state, note })
}

/** The response with a note, or without it where the text is blank. */
export function withNote(entries: Entries, id: string, text: string): Response {
  const note = text.trim() === '' ? null : text.trim()
  const entry = entries.response.answers.get(id)
  if ((entry?.note ?? null) === note) return entries.response
  return withEntry(entries, id, { ...(entry ?? { state: 'skipped' }), note })
}

type WithoutNote<T> = T extends unknown ? Omit<T, 'note'> : never

function withEntry({ questionnaire, response }: Entries, id: string, answer: Answer): Response {
  const order = questionnaire.dimensions.flatMap(({ questions }) => questions.map(({ id }) => id))
  const answers = new Map(response.answers).set(id, answer)
  return { ...response, answers: new Map(inOrder(answers, order)) }
}

function withProfile({ questionnaire, response }: Entries, id: string, value: Value): Response {
  const given = new Map(response.profile).set(id, value)
  const asked = questionnaire.profile.flatMap(({ id }) => {
    const own = given.get(id)
    return own === undefined ? [] : [[id, own] as const]
  })
  return { ...response, profile: new Map([...asked, ...given]) }
}
