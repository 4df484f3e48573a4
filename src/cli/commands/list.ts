import { compareWithBase, listQuestionnaires } from '../../app/list/list-questionnaires.ts'
import { type ExitCode, exitCodes } from '../../model/fault.ts'
import type { Io } from '../io.ts'
import { formatDifferences, formatQuestionnaire } from '../list-text.ts'
import { formatFault } from '../notes.ts'

/** Prints every questionnaire there is, or what one adds to the questionnaire that it extends, changes and drops. */
export async function runList(
  { path, diff }: { readonly path: string; readonly diff?: string },
  io: Io,
): Promise<ExitCode> {
  if (diff !== undefined) {
    const { questionnaire, base, differences } = await compareWithBase(diff, path, io)
    io.stdout.write(formatDifferences(questionnaire, base, differences))
    return exitCodes.fine
  }
  const { questionnaires, faults } = await listQuestionnaires(path, io)
  for (const fault of faults) io.stderr.write(formatFault(fault))
  io.stdout.write(questionnaires.map(formatQuestionnaire).join('\n'))
  return faults.length > 0 ? exitCodes.wrongInput : exitCodes.fine
}
