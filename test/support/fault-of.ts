import { type ExitCode, Fault } from '../../src/model/fault.ts'
import { say } from '../../src/words/say-message.ts'

export interface SaidFault {
  readonly message: string
  readonly hint: string | null
  readonly exit: ExitCode
}

/** A fault in the words that people read. Anything else that was thrown is thrown again. */
export function sayFault(error: unknown): SaidFault {
  if (!(error instanceof Fault)) throw error
  const { reason, hint, exit } = error
  return { message: say(reason), hint: hint === null ? null : say(hint), exit }
}

/** The fault that an action ends in, in words. */
export function faultOf(action: () => unknown): SaidFault {
  try {
    action()
  } catch (error) {
    return sayFault(error)
  }
  throw new Error('No fault')
}
