import { join } from 'node:path'
import { isFolder, namesIn } from '../files/search.ts'
import { writeWhole } from '../files/write-whole.ts'
import { Fault } from '../model/fault.ts'
import { readQuestionnaire } from './load/questionnaire.ts'
import { faultText } from './say.ts'

/** A step of the build: every questionnaire under `from`, resolved and hashed, as JSON under `to`. */
export async function compileQuestionnaires(from: string, to: string): Promise<void> {
  for (const name of namesIn(from)) {
    const folder = join(from, name)
    if (name === 'starters' || !isFolder(folder)) continue
    try {
      const { questionnaire, hash } = await readQuestionnaire(join(folder, 'questionnaire.yaml'))
      writeWhole(join(to, `${questionnaire.id}.json`), JSON.stringify({ questionnaire, hash }))
    } catch (error) {
      throw error instanceof Fault ? new Error(faultText(error)) : error
    }
  }
}
