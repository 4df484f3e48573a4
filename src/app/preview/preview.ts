import { applyWords } from '../../model/apply-words.ts'
import type { Notice } from '../../model/notice.ts'
import { unlistedPartners } from '../../model/partners.ts'
import { listQuestions } from '../../model/questionnaire.ts'
import type { ActiveQuestionFinder, Response } from '../../model/response.ts'
import { createBlankResponse } from '../../questionnaire/blank-response.ts'
import { createActiveQuestionFinder } from '../../questionnaire/conditions.ts'
import type { MadeUpWords } from '../../questionnaire/made-up-responses.ts'
import { buildNotice } from '../interview/notice.ts'
import { listMissingIds } from '../interview/resume-response.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import type { Partnership } from '../load/partnership.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { type Assessment, scoreAnswers } from '../score/assessment.ts'
import type { World } from '../world.ts'

/** A questionnaire as its author looks at it. */
export interface Preview {
  readonly loaded: LoadedQuestionnaire
  readonly active: ActiveQuestionFinder
  readonly run: Response['run']
}

export async function openPreview(
  questionnaire: string,
  run: Response['run'],
  world: World,
): Promise<Preview> {
  const loaded = await loadQuestionnaire(questionnaire, '.', world)
  return { loaded, active: await createActiveQuestionFinder(loaded.questionnaire), run }
}

/** A response that nobody has answered, the ids that would be asked, from first to last, and what people are told before. */
export function beginPreviewResponse(
  { loaded, active, run }: Preview,
  world: World,
): { readonly response: Response; readonly ids: readonly string[]; readonly notice: Notice } {
  const response = createBlankResponse(loaded, {
    partnership: 'preview',
    partner: 'preview',
    respondent: { id: 'r1', role: null },
    run,
    started: world.now().toISOString(),
  })
  const asked = active(response)
  const notice = buildNotice({
    questionnaire: applyWords(loaded.questionnaire, null),
    responses: [response],
    partners: [],
    asked: listQuestions(loaded.questionnaire).filter(({ id }) => asked.has(id)).length,
    day: null,
    partnership: null,
    files: [],
    minGroup: 1,
    blind: false,
  })
  return { response, ids: listMissingIds(loaded.questionnaire, response, asked), notice }
}

const previewPartnership: Partnership = {
  folder: '.',
  config: null,
  configFile: null,
  plan: null,
  planSource: null,
  ...unlistedPartners,
  findings: [],
}

/** No response of a preview has a file. */
const previewFile = 'preview'

export function scorePreviewResponse(
  { loaded }: Preview,
  response: Response,
  world: World,
): Promise<Assessment> {
  const answers = { responses: [{ response, file: previewFile }], warnings: [] }
  return scoreAnswers(answers, previewPartnership, loaded, { unfinished: true }, world)
}

/** The assessment of made-up answers: two partners with three people each. Another seed makes other answers. */
export async function scoreMadeUpAnswers(
  { loaded, active, run }: Preview,
  seed: string,
  words: MadeUpWords,
  world: World,
): Promise<Assessment> {
  const { questionnaire, hash } = loaded
  const { createMadeUpResponses } = await import('../../questionnaire/made-up-responses.ts')
  const responses = createMadeUpResponses({ questionnaire, hash, active, seed, run, words })
  const assessment = await scoreAnswers(
    {
      responses: responses.map((response) => ({ response, file: previewFile })),
      warnings: [{ say: 'answers-made-up', seed }],
    },
    previewPartnership,
    loaded,
    // Made up without a day on which they were finished.
    { unfinished: true },
    world,
  )
  return { ...assessment, partners: words.partners }
}
