import { applyWords } from '../../model/apply-words.ts'
import { Fault } from '../../model/fault.ts'
import { describeUnknownId, explainId } from '../../report/explain/explain.ts'
import type { Explanation } from '../../report/explain/explanation.ts'
import { buildReportContext } from '../../report/report-context.ts'
import { listBuiltInNames } from '../load/built-in.ts'
import { loadPartnership } from '../load/partnership.ts'
import { loadChosenQuestionnaire } from '../load/response-questionnaire.ts'
import { readResponses } from '../load/responses.ts'
import { scorePaths } from '../score/assessment.ts'
import type { World } from '../world.ts'

interface ExplainRequest {
  readonly id: string
  readonly paths: readonly string[]
  readonly questionnaire?: string
}

/** What an id is for and, with responses (those named, or those of the current partnership), its arithmetic. */
export async function explainFromFiles(
  request: ExplainRequest,
  world: World,
): Promise<Explanation> {
  const { questionnaire, context } = await loadExplanationInput(request, world)
  const explanation = explainId(request.id, questionnaire, context)
  if (explanation === null) throw new Fault(describeUnknownId(request.id, questionnaire))
  return explanation
}

async function loadExplanationInput(request: ExplainRequest, world: World) {
  const partnership = loadPartnership(request.paths[0] ?? '.', undefined)
  const ownName = listBuiltInNames(world).includes(request.id) ? request.id : undefined
  const inPartnership =
    partnership.config !== null &&
    readResponses(partnership.folder, partnership).responses.length > 0
  if (request.paths.length > 0 || (inPartnership && ownName === undefined)) {
    const paths = request.paths.length > 0 ? request.paths : [partnership.folder]
    const assessment = await scorePaths({ ...request, paths }, world)
    return { questionnaire: assessment.questionnaire, context: buildReportContext(assessment) }
  }
  const named = request.questionnaire ?? ownName
  const { questionnaire } = await loadChosenQuestionnaire(named, partnership, world)
  return { questionnaire: applyWords(questionnaire, null), context: null }
}
