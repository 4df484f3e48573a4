import { checkExamples } from '../../checks/check-examples.ts'
import type { SeverityOverrides } from '../../checks/severity.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { advise } from '../../questionnaire/advice/advise.ts'
import { getCheckOrigins } from '../../questionnaire/decoded-questionnaire.ts'
import { ownFile, toSourcedFinding } from '../../questionnaire/sourced-finding.ts'
import { type QuestionnaireWithSources, readQuestionnaire } from '../load/read-questionnaire.ts'
import type { Source } from '../load/source.ts'
import { type Inspection, type InspectionContext, toInspection } from './inspection.ts'

/**
 * A questionnaire is read with all its files, everything that would keep it from being used is found, and in one
 * that can be used what a good author would look at.
 */
export async function inspectQuestionnaire(
  source: Source,
  { io, today, settings }: InspectionContext,
): Promise<Inspection> {
  try {
    const read = await readQuestionnaire(source.file, io)
    const advice = await findQuestionnaireAdvice(read, today, settings.config?.severity)
    return toInspection('questionnaire', [...source.document.findings, ...read.warnings, ...advice])
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    if (error.findings.length === 0) throw error
    return toInspection('questionnaire', error.findings)
  }
}

/**
 * What a good author would look at in a questionnaire that can be used; the examples of its checks are run. A team may find any of
 * it more or less grave.
 */
async function findQuestionnaireAdvice(
  read: QuestionnaireWithSources,
  today: string,
  severities: SeverityOverrides = {},
): Promise<readonly PlacedFinding[]> {
  const { questionnaire, assembled, compiled, placeFindings: placed, isWritten, isOwn } = read
  const origins = getCheckOrigins(assembled.parts)
  const examples = (compiled?.checks ?? []).flatMap((check) =>
    checkExamples(check, today).map((found) =>
      toSourcedFinding(origins.get(check.check.id) ?? ownFile, found),
    ),
  )
  const all = [...(await advise({ questionnaire, ...assembled, isWritten, isOwn })), ...examples]
  return placed(all).flatMap((found) => {
    const word = Object.hasOwn(severities, found.id) ? severities[found.id] : found.severity
    return word === undefined || word === 'off' ? [] : [{ ...found, severity: word }]
  })
}
