import { errorCode } from './disk-fault.ts'

/** Does what may as well fail, and says whether it did. A fault of ours is still thrown. */
export function quietly(action: () => void): boolean {
  try {
    action()
    return true
  } catch (error) {
    if (errorCode(error) === null) throw error
    return false
  }
}
