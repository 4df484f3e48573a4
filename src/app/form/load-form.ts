import { join } from 'node:path'
import { buildStoredTrees } from '../../expression/build-stored-trees.ts'
import { readInput } from '../../files/read-input.ts'
import { applyWords } from '../../model/apply-words.ts'
import { Fault } from '../../model/fault.ts'
import type { FormSetup } from '../../model/form-setup.ts'
import { listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { Run } from '../../model/response.ts'
import { createBlankResponse } from '../../questionnaire/blank-response.ts'
import { createActiveQuestionFinder } from '../../questionnaire/conditions.ts'
import { requirePartnership } from '../interview/home.ts'
import { buildNotice } from '../interview/notice.ts'
import { requirePartner } from '../load/belonging.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { getPartnerNames, type Partnership } from '../load/partnership.ts'
import { getPartnershipId } from '../load/partnership-id.ts'
import { loadChosenQuestionnaire } from '../load/response-questionnaire.ts'
import type { World } from '../world.ts'

export interface FormOptions {
  /** The partnership's folder. */
  readonly path: string
  /** The one partner that the form is for; without it people choose theirs. */
  readonly partner?: string
  readonly questionnaire?: string
  readonly quick?: boolean
}

/** A form, and where it comes from. */
export interface LoadedForm {
  readonly setup: FormSetup
  readonly partnership: Partnership
  readonly loaded: LoadedQuestionnaire
}

/** What the form of a partnership asks, and of whom. */
export async function loadForm(options: FormOptions, world: World): Promise<LoadedForm> {
  const partnership = await requirePartnership(options.path)
  const loaded = await loadChosenQuestionnaire(options.questionnaire, partnership, world)
  const { questionnaire, hash } = loaded
  const id = getPartnershipId(partnership)
  const name = partnership.plan?.name ?? id
  const run: Run = options.quick === true ? 'quick' : 'full'
  const blank = createBlankResponse(
    { questionnaire, hash },
    { partnership: id, partner: '', respondent: { id: '', role: null }, run, started: null },
  )
  const active = (await createActiveQuestionFinder(questionnaire))(blank)
  const notice = buildNotice({
    questionnaire: applyWords(questionnaire, null),
    responses: [blank],
    partners: [],
    asked: listQuestions(questionnaire).filter(({ id: own }) => active.has(own)).length,
    day: null,
    partnership: name,
    files: [],
    minGroup: partnership.config?.minGroup ?? 1,
    blind: false,
    isOneSided: questionnaire.leastPartners === 1 && partnership.partners.length === 0,
  })
  const setup = {
    questionnaire: keepWhatIsAsked(questionnaire),
    hash,
    run,
    partnership: { id, name },
    partners: choosePartners(options.partner, questionnaire, partnership),
    notice,
    expressions: [...buildStoredTrees(listConditions(questionnaire))],
  }
  return { setup, partnership, loaded }
}

/** The program that runs in the page, as the build made it. */
export function readFormScript(world: Pick<World, 'root'>): string {
  return new TextDecoder().decode(readInput(join(world.root, 'dist', 'form-page.js'))).trim()
}

/** None where one organisation answers a questionnaire about itself: people then say what it is called. */
function choosePartners(
  named: string | undefined,
  { leastPartners }: Questionnaire,
  partnership: Partnership,
): FormSetup['partners'] {
  if (named !== undefined) {
    const id = requirePartner(named, partnership)
    return [{ id, name: getPartnerNames(partnership).get(id) ?? id }]
  }
  const asked = partnership.partners.filter((partner) => partner.asked)
  if (asked.length === 0 && leastPartners !== 1) {
    throw new Fault({ say: 'form-without-partners' }, { say: 'form-without-partners-hint' })
  }
  return asked.map(({ id, name }) => ({ id, name }))
}

/** Who answers has no use for scores, checks and next steps, and should not find them in the page. */
function keepWhatIsAsked(questionnaire: Questionnaire): Questionnaire {
  const { audiences: _, ...rest } = questionnaire
  return {
    ...rest,
    levels: [],
    dimensions: questionnaire.dimensions.map((dimension) => ({
      ...dimension,
      checks: [],
      questions: dimension.questions.map((question) => ({
        ...question,
        must: null,
        practice: null,
        source: null,
        fills: null,
      })),
    })),
  }
}

function listConditions(questionnaire: Questionnaire): readonly string[] {
  return [...questionnaire.profile, ...listQuestions(questionnaire)].flatMap(({ when }) =>
    when !== null && 'cel' in when ? [when.cel] : [],
  )
}
