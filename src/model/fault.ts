import type { Message } from '../words/message.ts'
import type { PlacedFinding } from './finding.ts'

/** Exit codes of the command line (docs: README, "Exit codes"). */
export const exitCodes = {
  fine: 0,
  findings: 1,
  wrongInput: 2,
  questionsOpen: 3,
  ourFault: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

interface FaultDetails {
  readonly exit?: ExitCode
  readonly hint?: Message | null
  readonly findings?: readonly PlacedFinding[]
  readonly cause?: unknown
}

/**
 * What stops a command and is not our fault: wrong usage, a file that cannot be read or written, wrong content.
 * It is thrown; `cli/run.ts` is the one place that turns it into text and an exit code.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly exit: ExitCode
  readonly reason: Message
  /** What to do about it, or null. */
  readonly hint: Message | null
  readonly findings: readonly PlacedFinding[]

  /** What follows the reason may be the hint alone. */
  constructor(reason: Message, given: Message | FaultDetails = {}) {
    const more: FaultDetails = 'say' in given ? { hint: given } : given
    super(reason.say, more.cause === undefined ? undefined : { cause: more.cause })
    this.reason = reason
    this.exit = more.exit ?? exitCodes.wrongInput
    this.hint = more.hint ?? null
    this.findings = more.findings ?? []
  }
}
