import { CommanderError } from 'commander'
import { trackInputs } from '../files/inputs.ts'
import { type ExitCode, exitCodes, Fault } from '../model/fault.ts'
import { sayHelp } from '../words/say-help.ts'
import type { Io } from './io.ts'
import { createProgram } from './program.ts'

/**
 * Runs one command line. The one place that turns faults into text and an exit code; nothing is thrown, and an
 * unexpected error is reported as ours, with its trace only where ACCORDANT_DEBUG asks for it.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    let code: ExitCode = exitCodes.fine
    const program = createProgram(io, (result) => {
      code = result
    })
    await trackInputs(() => program.parseAsync(argv, { from: 'user' }))
    return code
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongInput
    if (error instanceof Fault) {
      const { formatFault } = await import('./notes.ts')
      io.stderr.write(formatFault(error))
      return error.exit
    }
    const message = error instanceof Error ? error.message : String(error)
    io.stderr.write(`${sayHelp({ say: 'our-fault', message, trace: findTrace(error, io) })}\n`)
    return exitCodes.ourFault
  }
}

function findTrace(error: unknown, io: Io): string | null {
  if (io.env.ACCORDANT_DEBUG === undefined) return null
  return String(error instanceof Error ? error.stack : error)
}
