import { listBuiltInNames } from '../../app/load/built-in.ts'
import { listProjectQuestionnaires } from '../../app/load/project-questionnaires.ts'
import { loadQuestionnaire, loadQuestionnaireFile } from '../../app/load/questionnaire.ts'
import type { QuestionnaireBase } from '../../app/load/questionnaire-parts.ts'
import { isFolder } from '../../files/search.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { formatFault } from '../fault-text.ts'
import type { Io } from '../io.ts'

/** Prints every questionnaire there is, with its dimensions, questions and minutes. */
export async function runList(
  { path, diff }: { readonly path: string; readonly diff?: string },
  io: Io,
): Promise<ExitCode> {
  if (diff !== undefined) return (await import('./list-diff.ts')).runListDiff(diff, path, io)
  const blocks: string[] = []
  for (const name of listBuiltInNames(io)) {
    const { questionnaire } = await loadQuestionnaire(name, path, io)
    blocks.push(describeQuestionnaire(questionnaire, 'built in'))
  }
  if (!isFolder(path))
    throw new Fault(`"${path}" is no folder`, { hint: 'Name the folder to look in' })
  let code: ExitCode = exitCodes.fine
  for (const found of listProjectQuestionnaires(path)) {
    try {
      const { questionnaire, base } = await loadQuestionnaireFile(found.path, io)
      blocks.push(describeQuestionnaire(questionnaire, found.path, base))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      io.stderr.write(formatFault(error))
      code = exitCodes.wrongInput
    }
  }
  io.stdout.write(blocks.join('\n'))
  return code
}

function describeQuestionnaire(
  questionnaire: Questionnaire,
  where: string,
  base: QuestionnaireBase | null = null,
): string {
  const { id, version, title, minutes, dimensions } = questionnaire
  const core = listQuestions(questionnaire).filter((question) => question.core).length
  const runs = [
    formatRun('full', listQuestions(questionnaire).length, minutes.full),
    ...(core === 0 ? [] : [formatRun('quick', core, minutes.quick)]),
  ]
  const widest = Math.max(...dimensions.map((dimension) => dimension.title.length))
  const rows = dimensions.map(
    ({ title, questions: own, day }) =>
      `    ${makeVisibleLine(title).padEnd(widest)}  ${own.length} questions${formatMinutes(day?.minutes ?? null)}`,
  )
  const days = dimensions.filter(({ day }) => day !== undefined).length
  if (days > 0) runs.push(`done in ${days} days, one part a day`)
  const extending = base === null ? '' : `  extends ${base.id} ${makeVisibleLine(base.version)}\n`
  return `${id} ${makeVisibleLine(version)} (${where})\n  ${makeVisibleLine(title)}\n${extending}  ${runs.join('; ')}\n${rows.join('\n')}\n`
}

function formatRun(run: string, questions: number, minutes: number | null): string {
  return `${run} run ${questions} questions${formatMinutes(minutes)}`
}

function formatMinutes(minutes: number | null): string {
  return minutes === null ? '' : `, about ${minutes} minutes`
}
