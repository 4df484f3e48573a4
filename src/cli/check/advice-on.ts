import type { SeverityOverrides } from '../../checks/severity.ts'
import { tryExamples } from '../../checks/try-examples.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { advise } from '../../questionnaire/advice/advise.ts'
import { advice } from '../../questionnaire/advice/advised.ts'
import { checkOrigins } from '../../questionnaire/assembled.ts'
import { ownFile } from '../../questionnaire/sourced.ts'
import type { ReadQuestionnaire } from '../load/read-questionnaire.ts'

/**
 * What a good author would look at in a questionnaire that can be used; the examples of its checks are run. A team may find any of
 * it more or less grave.
 */
export async function adviceOn(
  read: ReadQuestionnaire,
  today: string,
  severities: SeverityOverrides = {},
): Promise<readonly PlacedFinding[]> {
  const { questionnaire, assembled, compiled, placed, isWritten } = read
  const origins = checkOrigins(assembled.parts)
  const examples = (compiled?.checks ?? []).flatMap((check) =>
    tryExamples(check, today).map(({ path, ...found }) =>
      advice(origins.get(check.check.id) ?? ownFile, path, found),
    ),
  )
  const all = [...(await advise({ questionnaire, ...assembled, isWritten })), ...examples]
  return placed(all).flatMap((found) => {
    const word = Object.hasOwn(severities, found.id) ? severities[found.id] : found.severity
    return word === undefined || word === 'off' ? [] : [{ ...found, severity: word }]
  })
}
