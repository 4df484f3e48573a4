import type { Questionnaire } from '../model/questionnaire.ts'
import type { ActiveQuestionFinder, Answer, Response } from '../model/response.ts'

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
export function sortEntries(
  entries: ReadonlyMap<string, Answer>,
  order: readonly string[],
): readonly (readonly [string, Answer])[] {
  const place = new Map(order.map((id, index) => [id, index]))
  const placeOf = (id: string) => place.get(id) ?? order.length
  return [...entries].toSorted(([a], [b]) => placeOf(a) - placeOf(b))
}
