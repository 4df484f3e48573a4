import type { Assessment } from '../app/score/assessment.ts'
import type { Fault } from '../model/fault.ts'
import type { PlacedFinding } from '../model/finding.ts'
import { makeVisible, makeVisibleLine } from '../model/visible.ts'
import type { Message } from '../words/message.ts'
import { say } from '../words/say-message.ts'
import type { IoOutput } from './io.ts'

/** Writes each message as a line of its own; nothing that came from a file or a person can break it or act in a terminal. */
export function writeNotes(output: IoOutput, ...notes: readonly Message[]): void {
  for (const note of notes) output.write(`${sayVisibly(note)}\n`)
}

/** The text of a message, with its values made visible and kept on one line. */
export function sayVisibly(message: Message): string {
  return say(makeValuesVisible(message) as Message)
}

function makeValuesVisible(value: unknown): unknown {
  if (typeof value === 'string') return makeVisibleLine(value)
  if (Array.isArray(value)) return value.map(makeValuesVisible)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, makeValuesVisible(inner)]),
  )
}

const maxShownFindings = 20

/** What a person reads when a command stops: the sentence, the places, what to do. */
export function formatFault(fault: Fault): string {
  const hint = fault.hint === null ? '' : `  ${makeVisible(say(fault.hint))}\n`
  return `accordant: ${makeVisible(say(fault.reason))}\n${formatPlacedFindings(fault.findings)}${hint}`
}

/** Findings as `file:line:column severity: message [id]` with the line and a caret, a bounded number of them. */
export function formatPlacedFindings(findings: readonly PlacedFinding[]): string {
  const shown = findings.slice(0, maxShownFindings).map(formatPlacedFinding)
  const rest = findings.length - shown.length
  return shown.join('') + (rest > 0 ? `${say({ say: 'and-more', rest })}\n` : '')
}

function formatPlacedFinding(finding: PlacedFinding): string {
  const { file, line, column, severity, message, id, excerpt, fix } = finding
  const place = `${makeVisibleLine(file)}:${line}:${column}`
  const cure = fix === null ? '' : `  ${makeVisibleLine(say(fix))}\n`
  return `${place} ${severity}: ${makeVisibleLine(say(message))} [${id}]\n${excerpt}${excerpt === '' ? '' : '\n'}${cure}`
}

/** Responses that a run does not count, each with its file and the reason, and what else to look at in the folder. */
export function listFolderNotes({
  leftOut,
  notes,
}: Pick<Assessment, 'leftOut' | 'notes'>): readonly Message[] {
  const leftOutNotes = leftOut.map(
    ({ file, reason, note }) => ({ say: 'response-left-out', file, reason, note }) as const,
  )
  return [...leftOutNotes, ...notes]
}
