import { Fault } from '../../model/fault.ts'
import type { Finding } from '../../model/finding.ts'
import { type Questionnaire, questionsOf } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import type { ResponseFile } from '../../model/response-file.ts'
import { whenText } from '../../model/when-text.ts'
import { type Active, activeQuestions } from '../../questionnaire/conditions.ts'
import { fitResponse } from '../../questionnaire/fit-response.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { questionnaireById } from '../load/response-questionnaire.ts'
import { isOtherVersion, signaturesIn } from '../load/responses.ts'
import { decodeSource, place, type Source } from '../source.ts'
import { type Inspected, only, type Surroundings } from './inspected.ts'

/** A response is held against its schema and the questionnaire that it answers. */
export async function inspectResponse(source: Source, around: Surroundings): Promise<Inspected> {
  const { value, findings } = decodeSource('response', source)
  if (value === null) return only('response', findings)
  const loaded = await answered(value, around)
  if (loaded instanceof Fault)
    return only('response', [...findings, ...place(source, [lost(loaded)])])
  const { response, misfits } = fitResponse(loaded.questionnaire, value, signaturesIn(source))
  // A question that another version asked is no mistake of the respondent's.
  const changed = isOtherVersion(value, loaded.questionnaire, loaded.hash)
  const found = misfits.map(({ finding }): Finding => {
    const gone = changed && finding.id === 'reference.unknown'
    return gone ? { ...finding, severity: 'warning' } : finding
  })
  const unasked = await answersUnasked(loaded.questionnaire, response, value)
  return only('response', [...findings, ...place(source, [...found, ...unasked])])
}

const activeOf = new WeakMap<Questionnaire, Promise<Active>>()

/** Answers that do not count: on a form filled in by hand people answer everything. What an interview set aside is kept elsewhere. */
async function answersUnasked(
  questionnaire: Questionnaire,
  response: Response,
  file: ResponseFile,
): Promise<readonly Finding[]> {
  const active = activeOf.get(questionnaire) ?? activeQuestions(questionnaire)
  activeOf.set(questionnaire, active)
  const asked = (await active)(response)
  return questionsOf(questionnaire).flatMap(({ id, when, core }): readonly Finding[] => {
    const isWritten = response.answers.has(id) && Object.hasOwn(file.answers ?? {}, id)
    if (asked.has(id) || !isWritten) return []
    const why =
      response.run === 'quick' && !core
        ? 'It is not part of the quick run'
        : `It is asked only when ${when === null ? 'something else holds' : whenText(when)}`
    return [
      {
        id: 'answer.not-asked',
        severity: 'info',
        message: `The answer to "${id}" does not count. ${why}`,
        path: ['answers', id],
        at: 'key',
        fix: 'Leave it open, or correct the answer that it depends on',
      },
    ]
  })
}

async function answered(
  { questionnaire }: ResponseFile,
  { settings, io }: Surroundings,
): Promise<LoadedQuestionnaire | Fault> {
  if (settings.loaded.questionnaire.id === questionnaire.id) return settings.loaded
  try {
    return await questionnaireById(questionnaire.id, settings, io)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

function lost({ message, hint }: Fault): Finding {
  return {
    id: 'reference.unknown',
    severity: 'error',
    message,
    path: ['questionnaire', 'id'],
    at: 'value',
    fix: hint,
  }
}
