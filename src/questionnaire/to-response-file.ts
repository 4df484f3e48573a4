import { getFormType } from '../model/forms/forms.ts'
import { listQuestions, type Question, type Questionnaire } from '../model/questionnaire.ts'
import type { Answer, AnswerNotes, Response, Value } from '../model/response.ts'

/** The response as its file says it, keys in the order we write them; `fitResponse` reads it back. */
export function toResponseFile(
  questionnaire: Questionnaire,
  response: Response,
): Readonly<Record<string, unknown>> {
  const { respondent, started, completed, excluded, told, inactive } = response
  const { id, version, hash } = response.questionnaire
  return {
    accordant: 'response/1',
    questionnaire: hash === null ? { id, version } : { id, version, hash },
    partnership: response.partnership,
    partner: response.partner,
    respondent: respondent.role === null ? { id: respondent.id } : respondent,
    run: response.run,
    ...(started === null ? {} : { started }),
    ...(completed === null ? {} : { completed }),
    ...(excluded === null ? {} : { excluded }),
    ...(told === null ? {} : { told }),
    profile: Object.fromEntries(
      [...response.profile].map(([key, value]) => [key, toFileValue(value)]),
    ),
    answers: Object.fromEntries(
      [...response.answers].map(([key, answer]) => [key, toAnswerEntry(answer)]),
    ),
    ...(inactive.size === 0
      ? {}
      : {
          inactive: Object.fromEntries(
            [...inactive].map(([key, answer]) => [key, toAnswerEntry(answer)]),
          ),
        }),
    'x-scales': groupIdsByScale(questionnaire, response),
  }
}

/** The short form where the value is all there is. */
function toAnswerEntry(answer: Answer): unknown {
  const notes = toNoteKeys(answer)
  switch (answer.state) {
    case 'answered': {
      const value = toFileValue(answer.value)
      return Object.keys(notes).length === 0 ? value : { value, ...notes }
    }
    case 'not-applicable':
      return { state: answer.state, reason: answer.reason, ...notes }
    default:
      return { state: answer.state, ...notes }
  }
}

function toNoteKeys({ note, privateNote }: AnswerNotes): Readonly<Record<string, unknown>> {
  if (privateNote !== undefined) return { note: privateNote, private: true }
  return note === null ? {} : { note }
}

function toFileValue(value: Value): unknown {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

/**
 * What a question's answers mean as numbers: `rating 1-5`, `yes-no`, `rating 1-5 reversed`. An answer given on one scale cannot be
 * read on another; a corrected wording changes nothing. Written to a response under `x-scales`.
 */
export function getScaleName({ form, reverse }: Question): string {
  const scale = getFormType(form).nameScale?.(form) ?? form.type
  return reverse ? `${scale} reversed` : scale
}

/** Ids of answered questions by the scale they were answered on (docs/adr/0005). */
function groupIdsByScale(
  questionnaire: Questionnaire,
  response: Response,
): Readonly<Record<string, readonly string[]>> {
  const scales: Record<string, string[]> = {}
  for (const question of listQuestions(questionnaire)) {
    const answer = response.answers.get(question.id) ?? response.inactive.get(question.id)
    if (answer?.state !== 'answered') continue
    const signature = getScaleName(question)
    scales[signature] = [...(scales[signature] ?? []), question.id]
  }
  return scales
}
