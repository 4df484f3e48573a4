import { join } from 'node:path'
import { findFiles, isFolder, namesIn } from '../../files/search.ts'
import { isMap } from '../../model/value.ts'
import { readOurs, sourceKind } from '../source.ts'
import type { Partnership } from './partnership.ts'

/** A questionnaire file in a project: where it is and which id it claims. */
export interface ProjectQuestionnaire {
  readonly path: string
  readonly id: string
}

/** Every questionnaire file in a folder, by the `accordant` key; they are not checked here. */
export function projectQuestionnaires(folder: string): readonly ProjectQuestionnaire[] {
  return questionnairesAmong(findFiles(folder).files)
}

/**
 * The project's own questionnaire of that id, or null. Only a partnership's folder is searched whole; elsewhere (it may be
 * somebody's home) only the files right there.
 */
export function findProjectQuestionnaire(
  { folder, config }: Pick<Partnership, 'folder' | 'config'>,
  id: string,
): string | null {
  const all =
    config === null ? namesIn(folder).map((name) => join(folder, name)) : findFiles(folder).files
  const files = all.filter((path) => /\.(ya?ml|json)$/.test(path) && !isFolder(path))
  return questionnairesAmong(files).find((found) => found.id === id)?.path ?? null
}

function questionnairesAmong(files: readonly string[]): readonly ProjectQuestionnaire[] {
  return files
    .filter((path) => !path.endsWith('.md'))
    .flatMap((path) => {
      const source = readOurs(path)
      if (source === null || sourceKind(source) !== 'questionnaire') return []
      const value = source.document.value
      const id = isMap(value) && typeof value.id === 'string' ? value.id : path
      return [{ path, id }]
    })
}
