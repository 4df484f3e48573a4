import { Fault } from '../../model/fault.ts'
import { readQuestionnaire } from '../load/questionnaire.ts'
import type { Source } from '../source.ts'
import { type Inspected, only, type Surroundings } from './inspected.ts'

/** A questionnaire is read with all its files, and everything that would keep it from being used is found. */
export async function inspectQuestionnaire(
  source: Source,
  { io }: Surroundings,
): Promise<Inspected> {
  try {
    const { warnings } = await readQuestionnaire(source.file, io)
    return only('questionnaire', [...source.document.findings, ...warnings])
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    if (error.findings.length === 0) throw error
    return only('questionnaire', error.findings)
  }
}
