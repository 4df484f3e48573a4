import { listQuestions, type ProfileQuestion, type Questionnaire } from '../model/questionnaire.ts'
import type { Answer, Value } from '../model/response.ts'
import type { ShownResult } from '../model/result.ts'
import { findAnswer, type Person } from './answer-counts.ts'
import { compareIds } from './numbers.ts'

/** What individuals said of themselves and wrote, as a result lists it: by partner, and never in an order of persons. */
export type IndividualEntries = Pick<ShownResult, 'profiles' | 'notes' | 'notApplicable'>

/** Profiles as counts by value; notes, and the reasons why questions do not apply, by question and partner in the order of the texts. */
export function listIndividualEntries(
  questionnaire: Questionnaire,
  people: readonly Person[],
): IndividualEntries {
  const notes = listTexts(questionnaire, people, ({ note }) => note)
  const reasons = listTexts(questionnaire, people, (answer) =>
    answer.state === 'not-applicable' ? answer.reason : null,
  )
  return {
    profiles: listProfiles(questionnaire, people),
    notes: notes.map(({ text, ...from }) => ({ ...from, note: text })),
    notApplicable: reasons.map(({ text, ...from }) => ({ ...from, reason: text })),
  }
}

/** In the order of the profile, then by partner. */
function listProfiles(
  { profile }: Questionnaire,
  people: readonly Person[],
): IndividualEntries['profiles'] {
  const partners = [...new Set(people.map(({ response }) => response.partner))].sort(compareIds)
  return profile.flatMap((question) =>
    partners.flatMap((partner) => {
      const given = people
        .filter(({ response }) => response.partner === partner)
        .flatMap(({ response }) => listScalars(response.profile.get(question.id)))
      const counts = countScalars(question, given)
      return counts.length === 0 ? [] : [{ question: question.id, partner, counts }]
    }),
  )
}

type Scalar = string | number

/** Of several choices or texts each counts. */
function listScalars(value: Value | undefined): readonly Scalar[] {
  if (value === undefined) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (typeof value !== 'object') return [value]
  return value.flatMap((item) => (typeof item === 'string' ? [item] : []))
}

/** Choices in their order, yes before no, numbers and texts ascending. */
function countScalars({ form }: ProfileQuestion, given: readonly Scalar[]) {
  const times = new Map<Scalar, number>()
  for (const value of given) times.set(value, (times.get(value) ?? 0) + 1)
  const order =
    form.type === 'choice' || form.type === 'choices'
      ? form.choices.map(({ id }): Scalar => id)
      : form.type === 'yes-no'
        ? ['yes', 'no']
        : [...times.keys()].sort(compareScalars)
  return order.flatMap((value) => {
    const count = times.get(value)
    return count === undefined ? [] : [{ value, people: count }]
  })
}

function compareScalars(a: Scalar, b: Scalar): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareIds(String(a), String(b))
}

function listTexts(
  questionnaire: Questionnaire,
  people: readonly Person[],
  pick: (answer: Answer) => string | null,
) {
  return listQuestions(questionnaire).flatMap(({ id }) =>
    people
      .flatMap((person) => {
        const answer = findAnswer(person, id)
        const text = answer === null ? null : pick(answer)
        return text === null ? [] : [{ question: id, partner: person.response.partner, text }]
      })
      .sort((a, b) => compareIds(a.partner, b.partner) || compareIds(a.text, b.text)),
  )
}
