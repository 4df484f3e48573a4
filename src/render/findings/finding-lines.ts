import type { CheckedFinding } from '../../model/check-run.ts'
import { type Severity, severities } from '../../model/finding.ts'
import { makeVisible, makeVisibleLine } from '../../model/visible.ts'
import { sayFindings } from '../../words/say-findings.ts'
import { say } from '../../words/say-message.ts'
import { wrapLine } from '../wrap-line.ts'
import type { createPlaceFinder } from './places.ts'

/** The ways in which text stands out. All of it reads as well without. */
export type FindingPaint = Readonly<Record<Severity | 'dim' | 'bold', (text: string) => string>>

interface LineLayout {
  readonly paint: FindingPaint
  readonly columns: number
}

interface FindingLayout extends LineLayout {
  readonly findPlace: ReturnType<typeof createPlaceFinder>
}

/** Findings for people. The excerpt is shown once for findings in a row at the same place, and only where it fits. */
export function buildFindingLines(
  findings: readonly CheckedFinding[],
  layout: FindingLayout,
): readonly string[] {
  const widths = findings.map((one) => layout.findPlace(one).position?.length ?? 0)
  const width = widths.reduce((most, own) => Math.max(most, own), 0)
  return findings.flatMap((one, index) =>
    buildOneFinding(one, findings[index - 1], { ...layout, width }),
  )
}

function buildOneFinding(
  finding: CheckedFinding,
  before: CheckedFinding | undefined,
  { width, findPlace, paint, columns }: FindingLayout & { readonly width: number },
): readonly string[] {
  const { severity, excerpt, fix } = finding
  const { position, lead, others } = findPlace(finding)
  const start = position === null ? '  ' : `  ${position.padEnd(width)}  `
  const [first = '', ...rest] = buildMarkedLines({ ...finding, start, lead }, { paint, columns })
  const word = first.slice(start.length, start.length + severityWidth)
  return [
    start + paint[severity](word) + first.slice(start.length + word.length),
    ...rest,
    ...listExcerptLines(excerpt, finding.line === before?.line ? before.excerpt : '', columns).map(
      (line) => `    ${paint.dim(line)}`,
    ),
    ...(others === null ? [] : wrapLine(indent + others, columns)),
    ...(fix === null ? [] : wrapLine(indent + sayFix(say(fix)), columns)),
  ]
}

/** A finding with its severity and its id, and no more than that. */
export function buildMarkedLines(
  {
    severity,
    message,
    id,
    start,
    lead = '',
  }: CheckedFinding & { readonly start: string; readonly lead?: string },
  { paint, columns }: LineLayout,
): readonly string[] {
  const word = sayFindings({ say: `severity-${severity}` }).padEnd(severityWidth)
  const text = `${start}${word}  ${lead}${makeVisibleLine(say(message))}`
  return buildLinesWithId(text, id, { paint, columns })
}

/** A line that ends in an id, in as many lines as it takes. */
export function buildLinesWithId(
  text: string,
  id: string,
  { paint, columns }: LineLayout,
): readonly string[] {
  const shown = makeVisibleLine(id)
  return wrapLine(`${text}  [${shown}]`, columns, indentWidth).map((line) =>
    dimId(line.trimEnd(), shown, paint),
  )
}

function sayFix(fix: string): string {
  return sayFindings({ say: 'fix', fix: makeVisibleLine(fix) })
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
