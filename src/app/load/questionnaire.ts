import { isAbsolute, join } from 'node:path'
import { readInput } from '../../files/read-input.ts'
import { exists, isFolder } from '../../files/search.ts'
import { suggestWord } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import type { Message } from '../../words/message.ts'
import type { World } from '../world.ts'
import { listBuiltInNames } from './built-in.ts'
import type { LoadedQuestionnaire } from './loaded-questionnaire.ts'

/**
 * A questionnaire by the name of a built-in one, or by path: a file, or a folder with a `questionnaire.yaml`.
 * `named` is how the person named it, `base` the folder a relative path starts from.
 */
export async function loadQuestionnaire(
  named: string,
  base: string,
  world: World,
): Promise<LoadedQuestionnaire> {
  const path = isAbsolute(named) ? named : join(base, named)
  const looksLikePath = named.includes('/') || named.includes('\\') || /\.(ya?ml|json)$/.test(named)
  if (!looksLikePath && listBuiltInNames(world).includes(named)) return loadBuiltIn(named, world)
  if (exists(path))
    return loadQuestionnaireFile(isFolder(path) ? join(path, 'questionnaire.yaml') : path, world)
  if (looksLikePath) readInput(path)
  const names = listBuiltInNames(world)
  const [near, ...others] = names.filter((name) => name.split('-').includes(named.toLowerCase()))
  const hint: Message =
    near !== undefined && others.length === 0
      ? { say: 'did-you-mean', near }
      : suggestWord(named, names)
  throw new Fault(
    { say: 'questionnaire-unknown', named, hint },
    { say: 'questionnaire-unknown-hint' },
  )
}

function loadBuiltIn(name: string, world: World): LoadedQuestionnaire {
  const bytes = readInput(join(world.root, 'dist', 'questionnaires', `${name}.json`))
  const { questionnaire, hash } = JSON.parse(new TextDecoder().decode(bytes)) as Pick<
    LoadedQuestionnaire,
    'questionnaire' | 'hash'
  >
  return {
    questionnaire,
    hash,
    file: null,
    base: null,
    compiled: null,
    placeInCheck: () => null,
    warnings: [],
  }
}

/** Reads a questionnaire with all its files; what reads them is loaded only for those that did not come with the program. */
export async function loadQuestionnaireFile(
  file: string,
  world: Pick<World, 'root'>,
): Promise<LoadedQuestionnaire> {
  return (await import('./read-questionnaire.ts')).readQuestionnaire(file, world)
}
