import { describeCondition } from '../../model/condition-phrase.ts'
import { Fault } from '../../model/fault.ts'
import {
  createFinding,
  createUnknownReference,
  type Finding,
  type Path,
} from '../../model/finding.ts'
import { listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { ActiveQuestionFinder, Response } from '../../model/response.ts'
import type { ResponseFile } from '../../model/response-file.ts'
import { dropUnread } from '../../model/unread.ts'
import {
  createActiveQuestionFinder,
  findDecidingQuestions,
} from '../../questionnaire/conditions.ts'
import { fitResponse } from '../../questionnaire/fit-response.ts'
import type { Message } from '../../words/message.ts'
import { adviseOnBelonging, findBelongingIssues } from '../load/belonging.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { loadQuestionnaireById } from '../load/response-questionnaire.ts'
import { isOtherVersion, readScaleSignatures } from '../load/responses.ts'
import {
  decodeSourcePartly,
  type PartlyDecodedSource,
  placeFindings,
  type Source,
} from '../load/source.ts'
import { type Inspection, type InspectionContext, toInspection } from './inspection.ts'

/**
 * A response has to fit its schema and the questionnaire that it answers. What its schema refuses costs that answer only: the
 * others are held against the questionnaire.
 */
export async function inspectResponse(
  source: Source,
  around: InspectionContext,
): Promise<Inspection> {
  const belonging = await around.belonging()
  const decoded = decodeSourcePartly('response', source)
  const issues = findBelongingIssues(decoded.value ?? source.document.partial, belonging)
  const findings = [
    ...adviseOnBelonging(decoded.findings, belonging),
    ...placeFindings(source, issues),
  ]
  const value = toFittable(decoded)
  if (value === null) return toInspection('response', findings)
  const loaded = await findAnsweredQuestionnaire(value, around)
  if (loaded instanceof Fault) {
    const lost = createUnknownReference(['questionnaire', 'id'], loaded.reason, loaded.hint)
    return toInspection('response', [...findings, ...placeFindings(source, [lost])])
  }
  const { response, misfits } = fitResponse(
    loaded.questionnaire,
    value,
    readScaleSignatures(source),
  )
  // A question that another version asked is no mistake of the respondent's.
  const changed = isOtherVersion(value, loaded.questionnaire, loaded.hash)
  const found = misfits.map(({ finding }): Finding => {
    const gone = changed && finding.id === 'reference.unknown'
    return gone ? { ...finding, severity: 'warning' } : finding
  })
  const lost = [...decoded.refused.map(({ path }) => path), ...misfits.map(({ id }) => ['', id])]
  const isOpen = await mayDecide(loaded.questionnaire, lost)
  const unasked = isOpen ? [] : await findUnaskedAnswers(loaded.questionnaire, response, value)
  return toInspection('response', [...findings, ...placeFindings(source, [...found, ...unasked])])
}

/** What can be held against a questionnaire; null where nobody knows which one was answered. */
function toFittable({ value, refused }: PartlyDecodedSource<ResponseFile>): ResponseFile | null {
  if (value === null || refused.length === 0) return value
  const rest = dropUnread(value, 1) as Partial<ResponseFile>
  const { id, version = '', hash } = rest.questionnaire ?? {}
  if (id === undefined) return null
  const { run = 'full', partnership = '', partner = '', respondent = { id: '' } } = rest
  const questionnaire = { id, version, ...(hash === undefined ? {} : { hash }) }
  const own = { accordant: 'response/1', questionnaire, run, partnership, partner, respondent }
  return { ...rest, ...own } as ResponseFile
}

/** May any of what was not understood, or does not fit, decide which questions are asked? */
async function mayDecide(questionnaire: Questionnaire, lost: readonly Path[]): Promise<boolean> {
  if (lost.length === 0) return false
  const deciding = await findDecidingQuestions(questionnaire)
  return lost.some(([section, id]) => {
    const isAnswer = section === '' || ['answers', 'inactive', 'profile'].includes(String(section))
    if (!isAnswer) return section === 'run'
    return id === undefined || deciding === null || deciding.has(String(id))
  })
}

const activeByQuestionnaire = new WeakMap<Questionnaire, Promise<ActiveQuestionFinder>>()

/** Answers that do not count: on a form filled in by hand people answer everything. What an interview set aside is kept elsewhere. */
async function findUnaskedAnswers(
  questionnaire: Questionnaire,
  response: Response,
  file: ResponseFile,
): Promise<readonly Finding[]> {
  const active =
    activeByQuestionnaire.get(questionnaire) ?? createActiveQuestionFinder(questionnaire)
  activeByQuestionnaire.set(questionnaire, active)
  const asked = (await active)(response)
  return listQuestions(questionnaire).flatMap(({ id, when, core }): readonly Finding[] => {
    const isWritten = response.answers.has(id) && Object.hasOwn(file.answers ?? {}, id)
    if (asked.has(id) || !isWritten) return []
    const why: Message =
      response.run === 'quick' && !core
        ? { say: 'not-in-quick-run' }
        : when === null
          ? { say: 'asked-otherwise' }
          : { say: 'asked-only-when', condition: describeCondition(when) }
    const message: Message = { say: 'answer-ignored', id, why }
    const more = { severity: 'info', at: 'key', fix: { say: 'leave-answer-open' } } as const
    return [createFinding('answer.not-asked', ['answers', id], message, more)]
  })
}

async function findAnsweredQuestionnaire(
  { questionnaire }: ResponseFile,
  { settings, io }: InspectionContext,
): Promise<LoadedQuestionnaire | Fault> {
  if (settings.loaded.questionnaire.id === questionnaire.id) return settings.loaded
  try {
    return await loadQuestionnaireById(questionnaire.id, settings, io)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}
