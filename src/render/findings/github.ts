import type { CheckRun } from '../../model/check-run.ts'
import type { Severity } from '../../model/finding.ts'
import { visible, visibleLine } from '../../model/visible.ts'
import { addressOf } from './address.ts'
import { allFound, type Found, isActive, severities } from './standing.ts'
import { isFileReason, reasonText, severityCounts } from './words.ts'

/** GitHub shows ten annotations of each kind for a step, and drops the rest silently. */
const shownOfEach = 10

/**
 * Workflow commands that GitHub Actions shows as annotations, one a line: what fails the run first, then the worst findings,
 * at most ten of each severity, and one line that says how many are left. Waived and known findings are not annotated.
 */
export function github(run: CheckRun): string {
  const found = allFound(run).filter(({ finding }) => isActive(finding))
  const failures = run.verdict.reasons.filter(isFileReason).map((reason) => ({
    command: 'error' as const,
    properties: { file: addressIn(run, reason.file), title: 'accordant' },
    message: `${visibleLine(reason.file)}: ${reasonText(reason)}`,
  }))
  const shownFailures = failures.slice(0, shownOfEach)
  const shown = choose(found, shownFailures.length)
  const rest = found.length - shown.length + failures.length - shownFailures.length
  const left = new Set(found)
  for (const one of shown) left.delete(one)
  return [...shownFailures, ...shown.map(annotationOf), ...(rest === 0 ? [] : [restOf(rest, left)])]
    .map((annotation) => `${lineOf(annotation)}\n`)
    .join('')
}

interface Annotation {
  readonly command: 'error' | 'warning' | 'notice'
  readonly properties: Readonly<Record<string, string | number>>
  readonly message: string
}

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  Annotation['command']
>

/** The first of each severity; where something is left out, the notice that says so takes a place among the notices. */
function choose(found: readonly Found[], failures: number): readonly Found[] {
  const room: Record<Severity, number> = {
    error: shownOfEach - failures,
    warning: shownOfEach,
    info: shownOfEach,
  }
  const of = (severity: Severity) => found.filter(({ finding }) => finding.severity === severity)
  const full = severities.some((severity) => of(severity).length > room[severity])
  if (full || failures === shownOfEach) room.info -= 1
  return severities.flatMap((severity) => of(severity).slice(0, room[severity]))
}

function annotationOf({ file, finding }: Found): Annotation {
  const { severity, id, message, fix, line, column, endLine, endColumn } = finding
  // GitHub refuses columns on annotations of several lines.
  const columns = line === endLine ? { col: column, endLine, endColumn } : { endLine }
  return {
    command: commands[severity],
    properties: { file: addressOf(file), line, ...columns, title: visibleLine(id) },
    message: fix === null ? visible(message) : `${visible(message)}\nFix: ${visible(fix)}`,
  }
}

function restOf(count: number, left: ReadonlySet<Found>): Annotation {
  const counts = severityCounts([...left].map(({ finding }) => finding))
  return {
    command: 'notice',
    properties: { title: 'accordant' },
    message: `${count} more without an annotation${counts === '' ? '' : `: ${counts}`}`,
  }
}

function addressIn({ files }: CheckRun, name: string): string {
  return addressOf(files.find(({ file }) => file === name) ?? { address: name })
}

function lineOf({ command, properties, message }: Annotation): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escaped(value)}`)
  return `::${command} ${written.join(',')}::${escapedData(message)}`
}

function escaped(value: string | number): string {
  return escapedData(visible(String(value)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C')
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
