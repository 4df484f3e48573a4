import { Fault } from '../../src/model/fault.ts'

/** The Fault that an action ends in; anything else it throws is thrown on. */
export function faultOf(action: () => unknown): Fault {
  try {
    action()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('No fault')
}
