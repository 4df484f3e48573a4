import { checkExamples } from '../../checks/check-examples.ts'
import type { SeverityOverrides } from '../../checks/severity.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { advise } from '../../questionnaire/advice/advise.ts'
import { getCheckOrigins } from '../../questionnaire/decoded-questionnaire.ts'
import { ownFile, toSourcedFinding } from '../../questionnaire/sourced-finding.ts'
import type { QuestionnaireWithSources } from '../load/read-questionnaire.ts'

/**
 * What a good author would look at in a questionnaire that can be used; the examples of its checks are run. A team may find any of
 * it more or less grave.
 */
export async function findQuestionnaireAdvice(
  read: QuestionnaireWithSources,
  today: string,
  severities: SeverityOverrides = {},
): Promise<readonly PlacedFinding[]> {
  const { questionnaire, assembled, compiled, placeFindings: placed, isWritten } = read
  const origins = getCheckOrigins(assembled.parts)
  const examples = (compiled?.checks ?? []).flatMap((check) =>
    checkExamples(check, today).map((found) =>
      toSourcedFinding(origins.get(check.check.id) ?? ownFile, found),
    ),
  )
  const all = [...(await advise({ questionnaire, ...assembled, isWritten })), ...examples]
  return placed(all).flatMap((found) => {
    const word = Object.hasOwn(severities, found.id) ? severities[found.id] : found.severity
    return word === undefined || word === 'off' ? [] : [{ ...found, severity: word }]
  })
}
