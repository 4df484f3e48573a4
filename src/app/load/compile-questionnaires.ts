import { dirname, join } from 'node:path'
import { stemTopics } from '../../checks/word-index.ts'
import { buildStoredTrees } from '../../expression/build-stored-trees.ts'
import { isFolder, listFolderNames, makeFolder } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { readQuestionnaire } from './read-questionnaire.ts'

/** What the build keeps of questionnaires besides themselves. */
interface CompiledQuestionnaires {
  /** Of their expressions, by text. */
  readonly trees: ReadonlyMap<string, string>
  /** Of the words of topics, by word. */
  readonly stems: ReadonlyMap<string, string>
}

/**
 * A step of the build: every questionnaire under `from`, resolved and hashed, as JSON under `to`, and in `to/parts` as those
 * that extend it start from it.
 */
export async function compileQuestionnaires(
  from: string,
  to: string,
): Promise<CompiledQuestionnaires> {
  makeFolder(join(to, 'parts'))
  const expressions = new Set<string>()
  const topics = new Set<string>()
  for (const name of listFolderNames(from)) {
    const folder = join(from, name)
    if (name === 'starters' || !isFolder(folder)) continue
    const file = join(folder, 'questionnaire.yaml')
    const read = await readQuestionnaire(file, { root: dirname(from) })
    const { questionnaire, hash, assembled } = read
    writeWhole(join(to, `${questionnaire.id}.json`), JSON.stringify({ questionnaire, hash }))
    const parts = assembled.parts.map((part) => part.file)
    const extendable = JSON.stringify({ main: assembled.main, parts })
    writeWhole(join(to, 'parts', `${questionnaire.id}.json`), extendable)
    for (const expression of listExpressions(questionnaire)) expressions.add(expression)
    const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
    for (const entry of checks.flatMap(({ topic = [] }) => topic)) topics.add(entry)
  }
  return { trees: buildStoredTrees(expressions), stems: stemTopics([...topics]) }
}

function listExpressions({ profile, dimensions }: Questionnaire): readonly string[] {
  const asked = [...profile, ...dimensions.flatMap(({ questions }) => questions)]
  const checks = dimensions.flatMap((dimension) => dimension.checks)
  return [
    ...asked.flatMap(({ when }) => (when !== null && 'cel' in when ? [when.cel] : [])),
    ...checks.flatMap(({ when, assert }) => (when === undefined ? [assert] : [when, assert])),
  ]
}
