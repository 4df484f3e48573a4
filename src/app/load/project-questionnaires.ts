import { join } from 'node:path'
import { findFiles, isFolder, listFolderNames } from '../../files/search.ts'
import { isMap } from '../../model/value.ts'
import type { Partnership } from './partnership.ts'
import { findResponsesHome } from './responses-folder.ts'
import { getSourceKind, readIfOurs } from './source.ts'

/** A questionnaire file in a project: where it is and which id it claims. */
interface ProjectQuestionnaire {
  readonly path: string
  readonly id: string
}

/** Every questionnaire file in a folder, by the `accordant` key; they are not checked here. */
export function listProjectQuestionnaires(folder: string): readonly ProjectQuestionnaire[] {
  return readProjectQuestionnaires(findFiles(folder).files)
}

/**
 * The project's own questionnaire of that id, or null. Only a partnership's folder is searched whole; elsewhere (it may be
 * somebody's home) only the files right there, and those beside
 * the `responses` that it is.
 */
export function findProjectQuestionnaire(
  { folder, config }: Pick<Partnership, 'folder' | 'config'>,
  id: string,
): string | null {
  const folders = [folder, findResponsesHome(join(folder, 'one')) ?? []].flat()
  const all =
    config === null
      ? folders.flatMap((each) => listFolderNames(each).map((name) => join(each, name)))
      : findFiles(folder).files
  const files = all.filter((path) => /\.(ya?ml|json)$/.test(path) && !isFolder(path))
  return readProjectQuestionnaires(files).find((found) => found.id === id)?.path ?? null
}

function readProjectQuestionnaires(files: readonly string[]): readonly ProjectQuestionnaire[] {
  return files
    .filter((path) => !path.endsWith('.md'))
    .flatMap((path) => {
      const source = readIfOurs(path)
      if (source === null || getSourceKind(source) !== 'questionnaire') return []
      const value = source.document.value
      const id = isMap(value) && typeof value.id === 'string' ? value.id : path
      return [{ path, id }]
    })
}
