import { isFolder } from '../../files/search.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { type Questionnaire, questionsOf } from '../../model/questionnaire.ts'
import { visibleLine } from '../../model/visible.ts'
import type { Io } from '../io.ts'
import { builtInNames } from '../load/built-in.ts'
import type { Base } from '../load/gathered.ts'
import { projectQuestionnaires } from '../load/project-questionnaires.ts'
import { loadQuestionnaire, readQuestionnaire } from '../load/questionnaire.ts'
import { faultText } from '../say.ts'

/** Prints every questionnaire there is, with its dimensions, questions and minutes. */
export async function list(
  { path, diff }: { readonly path: string; readonly diff?: string },
  io: Io,
): Promise<ExitCode> {
  if (diff !== undefined) return (await import('./list-diff.ts')).listDiff(diff, path, io)
  const blocks: string[] = []
  for (const name of builtInNames(io)) {
    const { questionnaire } = await loadQuestionnaire(name, path, io)
    blocks.push(describe(questionnaire, 'built in'))
  }
  if (!isFolder(path))
    throw new Fault(`"${path}" is no folder`, { hint: 'Name the folder to look in' })
  let code: ExitCode = exitCode.fine
  for (const found of projectQuestionnaires(path)) {
    try {
      const { questionnaire, base } = await readQuestionnaire(found.path, io)
      blocks.push(describe(questionnaire, found.path, base))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      io.stderr.write(faultText(error))
      code = exitCode.wrongInput
    }
  }
  io.stdout.write(blocks.join('\n'))
  return code
}

function describe(questionnaire: Questionnaire, where: string, base: Base | null = null): string {
  const { id, version, title, minutes, dimensions } = questionnaire
  const core = questionsOf(questionnaire).filter((question) => question.core).length
  const runs = [
    runText('full', questionsOf(questionnaire).length, minutes.full),
    ...(core === 0 ? [] : [runText('quick', core, minutes.quick)]),
  ]
  const widest = Math.max(...dimensions.map((dimension) => dimension.title.length))
  const rows = dimensions.map(
    ({ title, questions: own, day }) =>
      `    ${visibleLine(title).padEnd(widest)}  ${own.length} questions${minutesText(day?.minutes ?? null)}`,
  )
  const days = dimensions.filter(({ day }) => day !== undefined).length
  if (days > 0) runs.push(`done in ${days} days, one part a day`)
  const extending = base === null ? '' : `  extends ${base.id} ${visibleLine(base.version)}\n`
  return `${id} ${visibleLine(version)} (${where})\n  ${visibleLine(title)}\n${extending}  ${runs.join('; ')}\n${rows.join('\n')}\n`
}

function runText(run: string, questions: number, minutes: number | null): string {
  return `${run} run ${questions} questions${minutesText(minutes)}`
}

function minutesText(minutes: number | null): string {
  return minutes === null ? '' : `, about ${minutes} minutes`
}
