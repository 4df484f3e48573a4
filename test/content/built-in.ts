import { join } from 'node:path'
import { loadQuestionnaireFile } from '../../src/app/load/questionnaire.ts'

const root = join(import.meta.dirname, '..', '..')

/** A questionnaire of ours as its files say it, with what reading them warns of. */
export async function builtIn(name: string): ReturnType<typeof loadQuestionnaireFile> {
  return await loadQuestionnaireFile(join(root, 'questionnaires', name, 'questionnaire.yaml'), {
    root,
  })
}
