import { applyWords } from '../../model/apply-words.ts'
import { Fault } from '../../model/fault.ts'
import { describeUnknownId, explainId } from '../../report/explain/explain.ts'
import type { Explanation } from '../../report/explain/explanation.ts'
import { buildReportContext } from '../../report/report-context.ts'
import { listBuiltInNames } from '../load/built-in.ts'
import { loadPartnership, type Partnership } from '../load/partnership.ts'
import { loadChosenQuestionnaire } from '../load/response-questionnaire.ts'
import { readResponses } from '../load/responses.ts'
import { peekResponses } from '../load/responses-folder.ts'
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
  const partnership = await loadPartnership(request.paths[0] ?? '.', undefined)
  const ownName = listBuiltInNames(world).includes(request.id) ? request.id : undefined
  const named = request.questionnaire ?? ownName
  const paths = request.paths.length > 0 ? request.paths : findOwnFolder(partnership)
  if (request.paths.length > 0 || (paths.length > 0 && named === undefined)) {
    return explainFromAnswers(request, paths, world)
  }
  const { questionnaire } = await loadChosenQuestionnaire(named, partnership, world)
  const isAnswered = paths
    .flatMap((path) => readResponses(path, partnership).responses)
    .some(({ file }) => file.questionnaire.id === questionnaire.id)
  return isAnswered
    ? explainFromAnswers(request, paths, world)
    : { questionnaire: applyWords(questionnaire, null), context: null }
}

/** The current folder where responses are in it, else the partnership that it belongs to, where that has some. */
function findOwnFolder(partnership: Partnership): readonly string[] {
  const { folder, config } = partnership
  if (peekResponses('.').length > 0) return ['.']
  const hasOwn = config !== null && readResponses(folder, partnership).responses.length > 0
  return hasOwn ? [folder] : []
}

async function explainFromAnswers(request: ExplainRequest, paths: readonly string[], world: World) {
  const assessment = await scorePaths({ ...request, paths }, world)
  return { questionnaire: assessment.questionnaire, context: buildReportContext(assessment) }
}
