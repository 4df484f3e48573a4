import { isAbsolute, join } from 'node:path'
import type { Io } from '../../cli/io.ts'
import { readInput } from '../../files/read-input.ts'
import { exists, isFolder } from '../../files/search.ts'
import { describeSuggestion } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import { listBuiltInNames } from './built-in.ts'
import type { LoadedQuestionnaire } from './loaded-questionnaire.ts'

/**
 * A questionnaire by the name of a built-in one, or by path: a file, or a folder with a `questionnaire.yaml`.
 * `named` is how the person named it, `base` the folder a relative path starts from.
 */
export async function loadQuestionnaire(
  named: string,
  base: string,
  io: Io,
): Promise<LoadedQuestionnaire> {
  const path = isAbsolute(named) ? named : join(base, named)
  const looksLikePath = named.includes('/') || named.includes('\\') || /\.(ya?ml|json)$/.test(named)
  if (!looksLikePath && listBuiltInNames(io).includes(named)) return loadBuiltIn(named, io)
  if (exists(path))
    return loadQuestionnaireFile(isFolder(path) ? join(path, 'questionnaire.yaml') : path, io)
  if (looksLikePath) readInput(path)
  const names = listBuiltInNames(io)
  throw new Fault(`Unknown questionnaire "${named}"${describeSuggestion(named, names)}`, {
    hint: '"accordant list" shows the questionnaires; a path to a file or folder does too',
  })
}

function loadBuiltIn(name: string, io: Io): LoadedQuestionnaire {
  const bytes = readInput(join(io.root, 'dist', 'questionnaires', `${name}.json`))
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
  io: Pick<Io, 'root'>,
): Promise<LoadedQuestionnaire> {
  return (await import('./read-questionnaire.ts')).readQuestionnaire(file, io)
}
