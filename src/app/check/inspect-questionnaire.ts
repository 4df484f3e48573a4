import { Fault } from '../../model/fault.ts'
import { readQuestionnaire } from '../load/read-questionnaire.ts'
import type { Source } from '../load/source.ts'
import { type Inspection, type InspectionContext, toInspection } from './inspection.ts'
import { findQuestionnaireAdvice } from './questionnaire-advice.ts'

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
