import { join } from 'node:path'
import { readQuestionnaire } from '../../src/cli/load/questionnaire.ts'

const root = join(import.meta.dirname, '..', '..')

/** A questionnaire of ours as its files say it, with what reading them warns of. */
export async function builtIn(name: string): ReturnType<typeof readQuestionnaire> {
  return await readQuestionnaire(join(root, 'questionnaires', name, 'questionnaire.yaml'), { root })
}
