import type { CheckedFinding } from '../../model/check-run.ts'
import { type Severity, severities } from '../../model/finding.ts'
import { makeVisible, makeVisibleLine } from '../../model/visible.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { wrapLine } from '../wrap-line.ts'

/** The ways in which text stands out. All of it reads as well without. */
export type FindingPaint = Readonly<Record<Severity | 'dim' | 'bold', (text: string) => string>>

interface FindingLayout {
  /** Of the widest place beside it. */
  readonly width: number
  readonly paint: FindingPaint
  readonly columns: number
}

/** A finding for people. The excerpt is shown once for findings in a row at the same place, and only where it fits. */
export function buildFindingLines(
  finding: CheckedFinding,
  before: CheckedFinding | undefined,
  { width, paint, columns }: FindingLayout,
): readonly string[] {
  const { severity, message, id, excerpt, fix } = finding
  const place = formatLineAndColumn(finding).padEnd(width)
  const word = sayFindings({ say: `severity-${severity}` }).padEnd(severityWidth)
  const [first = '', ...others] = wrapLine(
    `  ${place}  ${word}  ${makeVisibleLine(say(message))}  [${makeVisibleLine(id)}]`,
    columns,
    indentWidth,
  )
  const start = `  ${place}  `.length
  const painted = first.slice(0, start) + paint[severity](word) + first.slice(start + word.length)
  return [
    ...[painted, ...others].map((line) => dimId(line, makeVisibleLine(id), paint)),
    ...listExcerptLines(excerpt, finding.line === before?.line ? before.excerpt : '', columns).map(
      (line) => `    ${paint.dim(line)}`,
    ),
    ...(fix === null
      ? []
      : wrapLine(
          `${indent}${sayFindings({ say: 'fix', fix: makeVisibleLine(say(fix)) })}`,
          columns,
        )),
  ]
}

export function formatLineAndColumn({ line, column }: CheckedFinding): string {
  return `${line}:${column}`
}

const severityWidth = Math.max(
  ...severities.map((severity) => sayFindings({ say: `severity-${severity}` }).length),
)

const indentWidth = 6
const indent = ' '.repeat(indentWidth)

function listExcerptLines(excerpt: string, before: string, columns: number): readonly string[] {
  const lines = makeVisible(excerpt).split('\n')
  const fits = lines.every(({ length }) => length + 4 <= columns)
  return excerpt === '' || excerpt === before || !fits ? [] : lines
}

/** The id stands at the end. */
function dimId(line: string, id: string, paint: FindingPaint): string {
  const end = `[${id}]`
  return line.endsWith(end) ? line.slice(0, -end.length) + paint.dim(end) : line
}
