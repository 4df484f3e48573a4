import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import type { Result } from '../model/result.ts'
import { findAnswer, type Person } from './answer-counts.ts'
import { compareIds } from './numbers.ts'

/** What individuals said and wrote, as a result lists it. */
export type IndividualEntries = Required<Pick<Result, 'profiles' | 'notes' | 'notApplicable'>>

/**
 * Profiles by partner and respondent; notes, and the reasons why questions do not apply, by question and partner. The texts
 * of one partner are in the order of the texts, so that neither files nor people can be read from it.
 */
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

function listProfiles(questionnaire: Questionnaire, people: readonly Person[]) {
  return people
    .map((person) => person.response)
    .toSorted(
      (a, b) => compareIds(a.partner, b.partner) || compareIds(a.respondent.id, b.respondent.id),
    )
    .map(({ partner, respondent, profile }) => ({
      partner,
      respondent: respondent.id,
      profile: Object.fromEntries(
        questionnaire.profile.flatMap(({ id }) => {
          const value = profile.get(id)
          return value === undefined ? [] : [[id, value] as const]
        }),
      ),
    }))
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
