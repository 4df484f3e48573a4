import { explainFromFiles } from '../../app/explain/explain-id.ts'
import { type ExitCode, exitCodes } from '../../model/fault.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { wrapLine } from '../../render/wrap-line.ts'
import type { Explanation } from '../../report/explain/explanation.ts'
import { findFindingGuide } from '../../words/find-guide.ts'
import { say } from '../../words/say-message.ts'
import { sayReport } from '../../words/say-report.ts'
import type { Io } from '../io.ts'

type ExplainOptions = Parameters<typeof explainFromFiles>[0]

/** Prints what an id is for and, with responses (those named, or those of the current partnership), its arithmetic. */
export async function runExplain(options: ExplainOptions, io: Io): Promise<ExitCode> {
  const columns = Math.min(io.stdout.columns ?? 100, 100)
  const guide = options.paths.length === 0 ? findFindingGuide(options.id) : null
  if (guide !== null) {
    const { title, why, fix } = guide
    const lines = say({ say: 'finding-guide', title, why, fix }).split('\n')
    io.stdout.write(`${lines.flatMap((line) => wrapLine(line, columns)).join('\n')}\n`)
    return exitCodes.fine
  }
  const explanation = await explainFromFiles(options, io)
  const yaml = hasData(explanation) ? (await import('../../reading/edit.ts')).writeYaml : null
  io.stdout.write(renderExplanation(explanation, 0, columns, yaml))
  return exitCodes.fine
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
  const own = [sayReport(title), ...lines.map((line) => `  ${sayReport(line)}`)]
    .flatMap((line) => wrapLine(`${indent}${makeVisibleLine(line)}`, columns))
    .map((line) => `${line}\n`)
  const shown = data === undefined || yaml === null ? [] : yaml(data).trimEnd().split('\n')
  const inside = parts.map((part) => renderExplanation(part, depth + 1, columns, yaml))
  return [...own, ...shown.map((line) => `${indent}  ${makeVisibleLine(line)}\n`), ...inside].join(
    '',
  )
}
