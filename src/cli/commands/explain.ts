import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { findingGuide } from '../../model/finding-guide.ts'
import { visibleLine } from '../../model/visible.ts'
import { worded } from '../../model/worded.ts'
import { wrapped } from '../../render/wrapped.ts'
import { explain as explainId, unknownId } from '../../report/explain/explain.ts'
import type { Explanation } from '../../report/explain/explanation.ts'
import { tellingOf } from '../../report/telling.ts'
import { assessPaths } from '../assessment.ts'
import type { Io } from '../io.ts'
import { builtInNames } from '../load/built-in.ts'
import { loadPartnership } from '../load/partnership.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { readResponses } from '../load/responses.ts'

interface ExplainOptions {
  readonly id: string
  readonly paths: readonly string[]
  readonly questionnaire?: string
}

/** Prints what an id is for and, with responses (those named, or those of the current partnership), its arithmetic. */
export async function explain(options: ExplainOptions, io: Io): Promise<ExitCode> {
  const guide = options.paths.length === 0 ? findingGuide(options.id) : null
  if (guide !== null) {
    const lines = [guide.title, `  Why: ${guide.why}`, `  What to do: ${guide.fix}`]
    const told = lines.flatMap((line) => wrapped(line, Math.min(io.stdout.columns ?? 100, 100)))
    io.stdout.write(`${told.join('\n')}\n`)
    return exitCode.fine
  }
  const { questionnaire, telling } = await subject(options, io)
  const explanation = explainId(options.id, questionnaire, telling)
  if (explanation === null) throw new Fault(unknownId(options.id, questionnaire))
  const yaml = showsData(explanation) ? (await import('../../reading/edit.ts')).newYaml : null
  io.stdout.write(written(explanation, 0, Math.min(io.stdout.columns ?? 100, 100), yaml))
  return exitCode.fine
}

async function subject(options: ExplainOptions, io: Io) {
  const partnership = loadPartnership(options.paths[0] ?? '.', undefined)
  const ownName = builtInNames(io).includes(options.id) ? options.id : undefined
  const inPartnership = partnership.config !== null && readResponses(partnership.folder).length > 0
  if (options.paths.length > 0 || (inPartnership && ownName === undefined)) {
    const paths = options.paths.length > 0 ? options.paths : [partnership.folder]
    const assessment = await assessPaths({ ...options, paths }, io)
    return { questionnaire: assessment.questionnaire, telling: tellingOf(assessment) }
  }
  const named = options.questionnaire ?? ownName ?? partnership.config?.questionnaire
  const base = options.questionnaire === undefined ? partnership.folder : '.'
  const { questionnaire } = await loadQuestionnaire(named ?? 'partnership-readiness', base, io)
  return { questionnaire: worded(questionnaire, null), telling: null }
}

function showsData({ data, parts }: Explanation): boolean {
  return data !== undefined || parts.some(showsData)
}

function written(
  { title, lines, parts, data }: Explanation,
  depth: number,
  columns: number,
  yaml: ((value: unknown) => string) | null,
): string {
  const indent = '  '.repeat(depth)
  const own = [title, ...lines.map((line) => `  ${line}`)]
    .flatMap((line) => wrapped(`${indent}${visibleLine(line)}`, columns))
    .map((line) => `${line}\n`)
  const shown = data === undefined || yaml === null ? [] : yaml(data).trimEnd().split('\n')
  const inside = parts.map((part) => written(part, depth + 1, columns, yaml))
  return [...own, ...shown.map((line) => `${indent}  ${visibleLine(line)}\n`), ...inside].join('')
}
