import { relative, resolve, sep } from 'node:path'
import { requirePartnership } from '../interview/home.ts'
import { loadChosenQuestionnaire } from '../load/response-questionnaire.ts'
import type { World } from '../world.ts'
import type { FormOptions } from './build-form.ts'

/** How a map in a folder names the questionnaire of a form: a built-in one by its id, any other by the way to its file. */
export async function nameQuestionnaire(
  folder: string,
  options: FormOptions,
  world: World,
): Promise<string> {
  const partnership = await requirePartnership(options.path)
  const loaded = await loadChosenQuestionnaire(options.questionnaire, partnership, world)
  if (loaded.file === null) return loaded.questionnaire.id
  return relative(resolve(folder), resolve(loaded.file)).split(sep).join('/')
}
