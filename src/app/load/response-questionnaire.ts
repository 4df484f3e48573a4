import type { Io } from '../../cli/io.ts'
import { Fault } from '../../model/fault.ts'
import { listBuiltInNames } from './built-in.ts'
import type { LoadedQuestionnaire } from './loaded-questionnaire.ts'
import type { Partnership } from './partnership.ts'
import { findProjectQuestionnaire } from './project-questionnaires.ts'
import { loadQuestionnaire, loadQuestionnaireFile } from './questionnaire.ts'
import type { ResponseSource } from './responses.ts'

/** The questionnaire a response answers: by the flag, else by the settings if theirs it is, else by its id. */
export async function loadQuestionnaireFor(
  first: ResponseSource,
  partnership: Partnership,
  flag: string | undefined,
  io: Io,
): Promise<LoadedQuestionnaire> {
  const { id } = first.file.questionnaire
  const loaded = await loadNamedQuestionnaire(id, partnership, flag, io)
  if (loaded.questionnaire.id === id) return loaded
  throw new Fault(
    `${first.source.file} answers the questionnaire "${id}", not "${loaded.questionnaire.id}"`,
    { hint: 'Name the questionnaire it answers with --questionnaire' },
  )
}

async function loadNamedQuestionnaire(
  id: string,
  partnership: Partnership,
  flag: string | undefined,
  io: Io,
): Promise<LoadedQuestionnaire> {
  if (flag !== undefined) return loadQuestionnaire(flag, '.', io)
  const configured = partnership.config?.questionnaire
  if (configured !== undefined) {
    const loaded = await loadQuestionnaire(configured, partnership.folder, io)
    if (loaded.questionnaire.id === id) return loaded
  }
  return loadQuestionnaireById(id, partnership, io)
}

/** The questionnaire of an id: built in, or the project's own. A fault where there is none. */
export async function loadQuestionnaireById(
  id: string,
  partnership: Pick<Partnership, 'folder' | 'config'>,
  io: Io,
): Promise<LoadedQuestionnaire> {
  if (listBuiltInNames(io).includes(id)) return loadQuestionnaire(id, '.', io)
  const inProject = findProjectQuestionnaire(partnership, id)
  if (inProject !== null) return loadQuestionnaireFile(inProject, io)
  throw new Fault(`There is no questionnaire "${id}", built in or in "${partnership.folder}"`, {
    hint: 'Name it with --questionnaire: a file, or a folder with a questionnaire.yaml',
  })
}
