import type { Questionnaire } from '../model/questionnaire.ts'
import {
  type ActiveQuestionFinder,
  type Answer,
  type AnswerState,
  createAnswerNotes,
  getAnswerNotes,
  type Response,
  type Value,
} from '../model/response.ts'
import type { AnyQuestion, Interview } from './state.ts'

type EntrySource = Pick<Interview, 'questionnaire' | 'response'>

/** The response with this answer; an existing note is kept. */
export function setAnswer(entries: EntrySource, question: AnyQuestion, value: Value): Response {
  return question.dimension === null
    ? setProfileValue(entries, question.id, value)
    : setState(entries, question.id, { state: 'answered', value })
}

/** The response without the answer to a question; an existing note is kept. */
export function clearAnswer(entries: EntrySource, { id, dimension }: AnyQuestion): Response {
  const { response } = entries
  if (dimension === null) {
    return { ...response, profile: new Map([...response.profile].filter(([own]) => own !== id)) }
  }
  const notes = getAnswerNotes(response.answers.get(id))
  const hasNote = notes.note !== null || notes.privateNote !== undefined
  if (hasNote) return setState(entries, id, { state: 'skipped' })
  return { ...response, answers: new Map([...response.answers].filter(([own]) => own !== id)) }
}

/** The response with this state of a question; an existing note is kept. */
export function setState(entries: EntrySource, id: string, state: AnswerState): Response {
  return setEntry(entries, id, { ...state, ...getAnswerNotes(entries.response.answers.get(id)) })
}

/**
 * The response with this note, or without one if the text is blank. A private note stays private whatever is asked, so that
 * nothing said in confidence is made public by a wrong key.
 */
export function setNote(
  entries: EntrySource,
  id: string,
  text: string,
  isPrivate: boolean,
): Response {
  const entry = entries.response.answers.get(id)
  const before = getAnswerNotes(entry)
  const own = text.trim() === '' ? null : text.trim()
  const after = createAnswerNotes(own, isPrivate || before.privateNote !== undefined)
  if (after.note === before.note && after.privateNote === before.privateNote)
    return entries.response
  const { note: _, privateNote: __, ...state } = entry ?? { state: 'skipped', note: null }
  return setEntry(entries, id, { ...state, ...after })
}

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
  const values = new Map(response.profile).set(id, value)
  const asked = questionnaire.profile.flatMap(({ id }) => {
    const value = values.get(id)
    return value === undefined ? [] : [[id, value] as const]
  })
  return { ...response, profile: new Map([...asked, ...values]) }
}

/**
 * Sorts entries into those in force and those set aside, until no condition changes. An answer that comes back can
 * bring later ones with it, and conditions only refer to earlier questions, so as many passes as questions are enough.
 */
export function applyConditions(
  questionnaire: Questionnaire,
  response: Response,
  findActive: ActiveQuestionFinder,
): { readonly response: Response; readonly active: ReadonlySet<string> } {
  const order = questionnaire.dimensions.flatMap(({ questions }) => questions.map(({ id }) => id))
  let settled = response
  let active = findActive(settled)
  for (let round = 0; round <= order.length; round++) {
    const next = moveEntries(settled, active, order)
    if (next === settled) break
    settled = next
    active = findActive(settled)
  }
  return { response: settled, active }
}

/** The same response if nothing has to move, so that nothing is saved without need. */
function moveEntries(
  response: Response,
  active: ReadonlySet<string>,
  order: readonly string[],
): Response {
  const leaves = [...response.answers.keys()].some((id) => !active.has(id))
  const returns = [...response.inactive.keys()].some(
    (id) => active.has(id) && !response.answers.has(id),
  )
  if (!leaves && !returns) return response
  const entries = sortEntries(new Map([...response.inactive, ...response.answers]), order)
  return {
    ...response,
    answers: new Map(entries.filter(([id]) => active.has(id))),
    inactive: new Map(entries.filter(([id]) => !active.has(id))),
  }
}

/** In asking order, so that a file reads like the questionnaire. */
function sortEntries(
  entries: ReadonlyMap<string, Answer>,
  order: readonly string[],
): readonly (readonly [string, Answer])[] {
  const place = new Map(order.map((id, index) => [id, index]))
  const placeOf = (id: string) => place.get(id) ?? order.length
  return [...entries].toSorted(([a], [b]) => placeOf(a) - placeOf(b))
}
