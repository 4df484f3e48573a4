import { join } from 'node:path'
import { findNearestWord } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import type { World } from '../world.ts'
import { listBuiltInNames } from './built-in.ts'
import type { LoadedQuestionnaire } from './loaded-questionnaire.ts'
import type { Partnership } from './partnership.ts'
import { findProjectQuestionnaire } from './project-questionnaires.ts'
import { loadQuestionnaire, loadQuestionnaireFile } from './questionnaire.ts'
import type { ResponseSource } from './responses.ts'
import { findResponsesHome } from './responses-folder.ts'

/** The one we begin with. */
export const defaultQuestionnaire = 'partnership-readiness'

/** The questionnaire a response answers: the one of the flag, else that of the settings where the id is the same, else the one of its id. */
export async function loadQuestionnaireFor(
  first: ResponseSource,
  partnership: Partnership,
  flag: string | undefined,
  world: World,
): Promise<LoadedQuestionnaire> {
  const { id } = first.file.questionnaire
  const loaded = await loadNamedQuestionnaire(id, partnership, flag, world)
  if (loaded.questionnaire.id === id) return loaded
  throw new Fault(
    {
      say: 'response-of-other-questionnaire',
      file: first.source.file,
      id,
      loaded: loaded.questionnaire.id,
    },
    { say: 'response-of-other-questionnaire-hint' },
  )
}

async function loadNamedQuestionnaire(
  id: string,
  partnership: Partnership,
  flag: string | undefined,
  world: World,
): Promise<LoadedQuestionnaire> {
  if (flag !== undefined) return loadQuestionnaire(flag, '.', world)
  const configured = partnership.config?.questionnaire
  if (configured !== undefined) {
    const loaded = await loadQuestionnaire(configured, partnership.folder, world)
    if (loaded.questionnaire.id === id) return loaded
  }
  return loadQuestionnaireById(id, partnership, world)
}

/** The questionnaire for something new: the one that was named, else that of the settings, else the one we begin with. */
export function loadChosenQuestionnaire(
  named: string | undefined,
  { config, folder }: Pick<Partnership, 'folder' | 'config'>,
  world: World,
): Promise<LoadedQuestionnaire> {
  if (named !== undefined) return loadQuestionnaire(named, '.', world)
  return loadQuestionnaire(config?.questionnaire ?? defaultQuestionnaire, folder, world)
}

/** The questionnaire of an id: built in, or the project's own. A fault where there is none. */
export async function loadQuestionnaireById(
  id: string,
  partnership: Pick<Partnership, 'folder' | 'config'>,
  world: World,
): Promise<LoadedQuestionnaire> {
  const names = listBuiltInNames(world)
  if (names.includes(id)) return loadQuestionnaire(id, '.', world)
  const inProject = findProjectQuestionnaire(partnership, id)
  if (inProject !== null) return loadQuestionnaireFile(inProject, world)
  const near = findNearestWord(id, names)
  const { folder: own, config } = partnership
  const folder = (config === null ? findResponsesHome(join(own, 'one')) : null) ?? own
  throw new Fault(
    { say: 'questionnaire-not-found', id, folder },
    near === null ? { say: 'questionnaire-not-found-hint' } : { say: 'file-near', near },
  )
}
