import { getErrorCode } from './disk-fault.ts'

/** Does what may as well fail, and says whether it did. A fault of ours is still thrown. */
export function ignoreDiskErrors(action: () => void): boolean {
  try {
    action()
    return true
  } catch (error) {
    if (getErrorCode(error) === null) throw error
    return false
  }
}
