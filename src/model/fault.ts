import type { PlacedFinding } from './finding.ts'

/** Exit codes of the command line (docs: README, "Exit codes"). */
export const exitCode = {
  fine: 0,
  findings: 1,
  wrongInput: 2,
  questionsOpen: 3,
  ourFault: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/**
 * What stops a command and is not our fault: wrong usage, a file that cannot be read or written, wrong content.
 * It is thrown; `cli/run.ts` is the one place that turns it into text and an exit code.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly exit: ExitCode
  readonly hint: string | null
  readonly findings: readonly PlacedFinding[]

  constructor(
    message: string,
    more: {
      exit?: ExitCode
      hint?: string | null
      findings?: readonly PlacedFinding[]
      cause?: unknown
    } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.exit = more.exit ?? exitCode.wrongInput
    this.hint = more.hint ?? null
    this.findings = more.findings ?? []
  }
}
