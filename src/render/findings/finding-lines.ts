import type { CheckedFinding } from '../../model/check-run.ts'
import type { Severity } from '../../model/finding.ts'
import { visible, visibleLine } from '../../model/visible.ts'
import { wrapped } from '../wrapped.ts'

/** The ways in which text stands out. All of it reads as well without. */
export type Paint = Readonly<Record<Severity | 'dim' | 'bold', (text: string) => string>>

interface Drawing {
  /** Of the widest place beside it. */
  readonly width: number
  readonly paint: Paint
  readonly columns: number
}

/** A finding for people. The excerpt is shown once for findings in a row at the same place, and only where it fits. */
export function findingLines(
  finding: CheckedFinding,
  before: CheckedFinding | undefined,
  { width, paint, columns }: Drawing,
): readonly string[] {
  const { severity, message, id, excerpt, fix } = finding
  const place = placeOf(finding).padEnd(width)
  const word = severity.padEnd('warning'.length)
  const [first = '', ...others] = wrapped(
    `  ${place}  ${word}  ${visibleLine(message)}  [${visibleLine(id)}]`,
    columns,
    inside,
  )
  const start = `  ${place}  `.length
  const painted = first.slice(0, start) + paint[severity](word) + first.slice(start + word.length)
  return [
    ...[painted, ...others].map((line) => dimmed(line, visibleLine(id), paint)),
    ...excerptLines(excerpt, finding.line === before?.line ? before.excerpt : '', columns).map(
      (line) => `    ${paint.dim(line)}`,
    ),
    ...(fix === null ? [] : wrapped(`${indent}Fix: ${visibleLine(fix)}`, columns)),
  ]
}

export function placeOf({ line, column }: CheckedFinding): string {
  return `${line}:${column}`
}

const inside = 6
const indent = ' '.repeat(inside)

function excerptLines(excerpt: string, before: string, columns: number): readonly string[] {
  const lines = visible(excerpt).split('\n')
  const fits = lines.every(({ length }) => length + 4 <= columns)
  return excerpt === '' || excerpt === before || !fits ? [] : lines
}

/** The id stands at the end. */
function dimmed(line: string, id: string, paint: Paint): string {
  const end = `[${id}]`
  return line.endsWith(end) ? line.slice(0, -end.length) + paint.dim(end) : line
}
