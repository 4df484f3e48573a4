import { Fault } from '../../model/fault.ts'
import { readQuestionnaire } from '../load/read-questionnaire.ts'
import type { Source } from '../source.ts'
import { adviceOn } from './advice-on.ts'
import { type Inspected, only, type Surroundings } from './inspected.ts'

/**
 * A questionnaire is read with all its files, everything that would keep it from being used is found, and in one
 * that can be used what a good author would look at.
 */
export async function inspectQuestionnaire(
  source: Source,
  { io, today, settings }: Surroundings,
): Promise<Inspected> {
  try {
    const read = await readQuestionnaire(source.file, io)
    const advice = await adviceOn(read, today, settings.config?.severity)
    return only('questionnaire', [...source.document.findings, ...read.warnings, ...advice])
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    if (error.findings.length === 0) throw error
    return only('questionnaire', error.findings)
  }
}
