import { CommanderError } from 'commander'
import { type ExitCode, exitCodes, Fault } from '../model/fault.ts'
import { formatFault } from './fault-text.ts'
import type { Io } from './io.ts'
import { createProgram } from './program.ts'

/**
 * Runs one command line. The one place that turns faults into text and an exit code; nothing is thrown, and an
 * unexpected error is told as ours, with its trace only where ACCORDANT_DEBUG asks for it.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    let code: ExitCode = exitCodes.fine
    await createProgram(io, (result) => {
      code = result
    }).parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongInput
    if (error instanceof Fault) {
      io.stderr.write(formatFault(error))
      return error.exit
    }
    const trace =
      io.env.ACCORDANT_DEBUG === undefined
        ? ''
        : `\n${error instanceof Error ? error.stack : error}`
    const message = error instanceof Error ? error.message : String(error)
    io.stderr.write(
      `accordant: a fault of ours: ${message}${trace}\nPlease report it; ACCORDANT_DEBUG=1 shows where it happened.\n`,
    )
    return exitCodes.ourFault
  }
}
