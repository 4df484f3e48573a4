import { relative, resolve, sep } from 'node:path'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'

/** How a map in a folder names the questionnaire of a form: a built-in one by its id, any other by the way to its file. */
export function nameQuestionnaire(
  folder: string,
  { questionnaire, file }: LoadedQuestionnaire,
): string {
  if (file === null) return questionnaire.id
  return relative(resolve(folder), resolve(file)).split(sep).join('/')
}
