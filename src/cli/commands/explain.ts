import { listBuiltInNames } from '../../app/load/built-in.ts'
import { loadPartnership } from '../../app/load/partnership.ts'
import { loadQuestionnaire } from '../../app/load/questionnaire.ts'
import { readResponses } from '../../app/load/responses.ts'
import { scorePaths } from '../../app/score/assessment.ts'
import { applyWords } from '../../model/apply-words.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { wrapLine } from '../../render/wrap-line.ts'
import { describeUnknownId, explainId } from '../../report/explain/explain.ts'
import type { Explanation } from '../../report/explain/explanation.ts'
import { buildReportContext } from '../../report/report-context.ts'
import { findFindingGuide } from '../../words/find-guide.ts'
import type { Io } from '../io.ts'

interface ExplainOptions {
  readonly id: string
  readonly paths: readonly string[]
  readonly questionnaire?: string
}

/** Prints what an id is for and, with responses (those named, or those of the current partnership), its arithmetic. */
export async function runExplain(options: ExplainOptions, io: Io): Promise<ExitCode> {
  const guide = options.paths.length === 0 ? findFindingGuide(options.id) : null
  if (guide !== null) {
    const lines = [guide.title, `  Why: ${guide.why}`, `  What to do: ${guide.fix}`]
    const told = lines.flatMap((line) => wrapLine(line, Math.min(io.stdout.columns ?? 100, 100)))
    io.stdout.write(`${told.join('\n')}\n`)
    return exitCodes.fine
  }
  const { questionnaire, context } = await loadExplanationInput(options, io)
  const explanation = explainId(options.id, questionnaire, context)
  if (explanation === null) throw new Fault(describeUnknownId(options.id, questionnaire))
  const yaml = hasData(explanation) ? (await import('../../reading/edit.ts')).writeYaml : null
  io.stdout.write(renderExplanation(explanation, 0, Math.min(io.stdout.columns ?? 100, 100), yaml))
  return exitCodes.fine
}

async function loadExplanationInput(options: ExplainOptions, io: Io) {
  const partnership = loadPartnership(options.paths[0] ?? '.', undefined)
  const ownName = listBuiltInNames(io).includes(options.id) ? options.id : undefined
  const inPartnership = partnership.config !== null && readResponses(partnership.folder).length > 0
  if (options.paths.length > 0 || (inPartnership && ownName === undefined)) {
    const paths = options.paths.length > 0 ? options.paths : [partnership.folder]
    const assessment = await scorePaths({ ...options, paths }, io)
    return { questionnaire: assessment.questionnaire, context: buildReportContext(assessment) }
  }
  const named = options.questionnaire ?? ownName ?? partnership.config?.questionnaire
  const base = options.questionnaire === undefined ? partnership.folder : '.'
  const { questionnaire } = await loadQuestionnaire(named ?? 'partnership-readiness', base, io)
  return { questionnaire: applyWords(questionnaire, null), context: null }
}

function hasData({ data, parts }: Explanation): boolean {
  return data !== undefined || parts.some(hasData)
}

function renderExplanation(
  { title, lines, parts, data }: Explanation,
  depth: number,
  columns: number,
  yaml: ((value: unknown) => string) | null,
): string {
  const indent = '  '.repeat(depth)
  const own = [title, ...lines.map((line) => `  ${line}`)]
    .flatMap((line) => wrapLine(`${indent}${makeVisibleLine(line)}`, columns))
    .map((line) => `${line}\n`)
  const shown = data === undefined || yaml === null ? [] : yaml(data).trimEnd().split('\n')
  const inside = parts.map((part) => renderExplanation(part, depth + 1, columns, yaml))
  return [...own, ...shown.map((line) => `${indent}  ${makeVisibleLine(line)}\n`), ...inside].join(
    '',
  )
}
