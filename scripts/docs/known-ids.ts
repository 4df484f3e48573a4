import { join } from 'node:path'
import { loadQuestionnaireFile } from '../../src/app/load/questionnaire.ts'
import { listQuestions } from '../../src/model/questionnaire.ts'

/** How the docs name the four questionnaires: ids of the first have no prefix. */
const questionnaires = {
  '': 'partnership-readiness',
  health: 'partnership-health',
  capability: 'collaboration-capability',
  five: 'five-days-of-action',
} as const

export interface KnownIds {
  /** Questions of dimensions and of the profile. */
  readonly questions: ReadonlySet<string>
  readonly checks: ReadonlySet<string>
}

/** Every question and check of our questionnaires, by its id with the prefix of its questionnaire. */
export async function knownIds(root: string): Promise<KnownIds> {
  const questions = new Set<string>()
  const checks = new Set<string>()
  for (const [short, name] of Object.entries(questionnaires)) {
    const { questionnaire } = await loadQuestionnaireFile(
      join(root, 'questionnaires', name, 'questionnaire.yaml'),
      { root },
    )
    const full = (id: string) => (short === '' ? id : `${short}:${id}`)
    for (const { id } of [...questionnaire.profile, ...listQuestions(questionnaire)]) {
      questions.add(full(id))
    }
    for (const dimension of questionnaire.dimensions) {
      for (const { id } of dimension.checks) checks.add(full(id))
    }
  }
  return { questions, checks }
}

/** The ids as code. Throws where one is unknown. */
export function formatIds(ids: readonly string[], known: ReadonlySet<string>): string {
  for (const id of ids) if (!known.has(id)) throw new Error(`Nothing is called "${id}"`)
  return ids.map((id) => `\`${id}\``).join(', ')
}
