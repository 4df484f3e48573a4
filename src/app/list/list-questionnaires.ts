import { isFolder } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { compareQuestionnaires, type Difference } from '../../questionnaire/differences.ts'
import { resolveQuestionnaire } from '../../questionnaire/resolve.ts'
import { listBuiltInNames } from '../load/built-in.ts'
import type { LoadedQuestionnaire, QuestionnaireBase } from '../load/loaded-questionnaire.ts'
import { loadPartnership } from '../load/partnership.ts'
import {
  findProjectQuestionnaire,
  listProjectQuestionnaires,
} from '../load/project-questionnaires.ts'
import { loadQuestionnaire, loadQuestionnaireFile } from '../load/questionnaire.ts'
import type { World } from '../world.ts'

interface QuestionnaireList {
  /** Those that come with the program first. */
  readonly questionnaires: readonly LoadedQuestionnaire[]
  /** Of questionnaires in the folder that cannot be used. */
  readonly faults: readonly Fault[]
}

/** Every questionnaire that comes with the program or is in the folder. */
export async function listQuestionnaires(folder: string, world: World): Promise<QuestionnaireList> {
  const questionnaires: LoadedQuestionnaire[] = []
  for (const name of listBuiltInNames(world)) {
    questionnaires.push(await loadQuestionnaire(name, folder, world))
  }
  if (!isFolder(folder)) {
    throw new Fault({ say: 'path-not-a-folder', path: folder }, { say: 'name-a-folder' })
  }
  const faults: Fault[] = []
  for (const { path } of listProjectQuestionnaires(folder)) {
    try {
      questionnaires.push({ ...(await loadQuestionnaireFile(path, world)), file: path })
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      faults.push(error)
    }
  }
  return { questionnaires, faults }
}

interface QuestionnaireComparison {
  readonly questionnaire: LoadedQuestionnaire['questionnaire']
  readonly base: QuestionnaireBase
  readonly differences: readonly Difference[]
}

/** What a questionnaire adds to the one it extends, changes in it and drops. `named` is a path, or an id. */
export async function compareWithBase(
  named: string,
  folder: string,
  world: World,
): Promise<QuestionnaireComparison> {
  const partnership = await loadPartnership(folder, undefined)
  const inProject = listBuiltInNames(world).includes(named)
    ? null
    : findProjectQuestionnaire(partnership, named)
  const { questionnaire, base } = await loadQuestionnaire(inProject ?? named, '.', world)
  if (base === null) {
    throw new Fault(
      { say: 'questionnaire-extends-nothing', id: questionnaire.id },
      { say: 'questionnaire-extends-nothing-hint' },
    )
  }
  const { main, parts, places } = base.assembled
  const { draft } = await resolveQuestionnaire(main, parts, places)
  return { questionnaire, base, differences: compareQuestionnaires(draft, questionnaire) }
}
