import { type Questionnaire, questionsOf } from '../model/questionnaire.ts'
import type { Answer, Response, Value } from '../model/response.ts'
import { signatureOf } from './signature.ts'

/** The response as its file says it, keys in the order we write them; `fitResponse` reads it back. */
export function responseFileOf(
  questionnaire: Questionnaire,
  response: Response,
): Readonly<Record<string, unknown>> {
  const { respondent, started, completed, inactive } = response
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
    profile: Object.fromEntries([...response.profile].map(([key, value]) => [key, written(value)])),
    answers: Object.fromEntries([...response.answers].map(([key, answer]) => [key, entry(answer)])),
    ...(inactive.size === 0
      ? {}
      : {
          inactive: Object.fromEntries([...inactive].map(([key, answer]) => [key, entry(answer)])),
        }),
    'x-scales': scalesOf(questionnaire, response),
  }
}

/** The short form where the value is all there is. */
function entry(answer: Answer): unknown {
  const note = answer.note === null ? {} : { note: answer.note }
  switch (answer.state) {
    case 'answered':
      return answer.note === null
        ? written(answer.value)
        : { value: written(answer.value), ...note }
    case 'not-applicable':
      return { state: answer.state, reason: answer.reason, ...note }
    default:
      return { state: answer.state, ...note }
  }
}

function written(value: Value): unknown {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

/** Ids of answered questions by the scale they were answered on (docs/adr/0005). */
function scalesOf(
  questionnaire: Questionnaire,
  response: Response,
): Readonly<Record<string, readonly string[]>> {
  const scales: Record<string, string[]> = {}
  for (const question of questionsOf(questionnaire)) {
    const answer = response.answers.get(question.id) ?? response.inactive.get(question.id)
    if (answer?.state !== 'answered') continue
    const signature = signatureOf(question)
    scales[signature] = [...(scales[signature] ?? []), question.id]
  }
  return scales
}
