import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import type { Result } from '../model/result.ts'
import { findAnswer, type Person } from './answer-counts.ts'
import { compareIds } from './numbers.ts'

type Notes = NonNullable<Result['notes']>
type Exemptions = NonNullable<Result['notApplicable']>
type Profiles = NonNullable<Result['profiles']>

/**
 * What people wrote beside their answers, by question and partner. Texts of one partner stand in the order of the texts, so
 * that neither files nor people can be read from it.
 */
export function listNotes(questionnaire: Questionnaire, people: readonly Person[]): Notes {
  return listTexts(questionnaire, people, (answer) => answer.note).map(
    ({ question, partner, text }) => ({ question, partner, note: text }),
  )
}

/** Why questions do not apply, by question and partner, in the order of the texts. */
export function listExemptions(
  questionnaire: Questionnaire,
  people: readonly Person[],
): Exemptions {
  const reason = (answer: Answer) => (answer.state === 'not-applicable' ? answer.reason : null)
  return listTexts(questionnaire, people, reason).map(({ question, partner, text }) => ({
    question,
    partner,
    reason: text,
  }))
}

/** What respondents said about themselves, by partner and respondent. */
export function listProfiles(questionnaire: Questionnaire, people: readonly Person[]): Profiles {
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

interface PartnerText {
  readonly question: string
  readonly partner: string
  readonly text: string
}

function listTexts(
  questionnaire: Questionnaire,
  people: readonly Person[],
  pick: (answer: Answer) => string | null,
): readonly PartnerText[] {
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
