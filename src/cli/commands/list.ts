import { type ExitCode, exitCode } from '../../model/fault.ts'
import { type Questionnaire, questionsOf } from '../../model/questionnaire.ts'
import { visibleLine } from '../../model/visible.ts'
import type { Io } from '../io.ts'
import { builtInNames } from '../load/built-in.ts'
import { projectQuestionnaires } from '../load/project-questionnaires.ts'
import { loadQuestionnaire, readQuestionnaire } from '../load/questionnaire.ts'

/** Prints every questionnaire there is, with its dimensions, questions and minutes. */
export async function list({ path }: { readonly path: string }, io: Io): Promise<ExitCode> {
  const blocks: string[] = []
  for (const name of builtInNames(io)) {
    const { questionnaire } = await loadQuestionnaire(name, path, io)
    blocks.push(describe(questionnaire, 'built in'))
  }
  for (const found of projectQuestionnaires(path)) {
    const { questionnaire } = await readQuestionnaire(found.path)
    blocks.push(describe(questionnaire, found.path))
  }
  io.stdout.write(blocks.join('\n'))
  return exitCode.fine
}

function describe(questionnaire: Questionnaire, where: string): string {
  const { id, version, title, minutes, dimensions } = questionnaire
  const core = questionsOf(questionnaire).filter((question) => question.core).length
  const runs = [
    runText('full', questionsOf(questionnaire).length, minutes.full),
    ...(core === 0 ? [] : [runText('quick', core, minutes.quick)]),
  ]
  const widest = Math.max(...dimensions.map((dimension) => dimension.title.length))
  const rows = dimensions.map(
    (dimension) =>
      `    ${visibleLine(dimension.title).padEnd(widest)}  ${dimension.questions.length} questions`,
  )
  return `${id} ${version} (${where})\n  ${visibleLine(title)}\n  ${runs.join('; ')}\n${rows.join('\n')}\n`
}

function runText(run: string, questions: number, minutes: number | null): string {
  return `${run} run ${questions} questions${minutes === null ? '' : `, about ${minutes} minutes`}`
}
