import { unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ignoreDiskErrors } from './disk-fault.ts'
import { isHeldElsewhere, removeDeadLock } from './lock.ts'
import { isRunning } from './process-life.ts'
import { listFolderNames } from './search.ts'

/** `.plan.yaml.4711.tmp` or `.plan.yaml.lock`, and the lock of such a lock. Files that other programs write are not ours to remove. */
const leftOverName = /^\.(.+\.(?:ya?ml|json|md|html|docx|csv))(?:\.(\d+)\.tmp|(?:\.lock)+)$/

/**
 * Removes what killed processes left in these folders: their temporary files and their locks. Nothing of a running process is
 * touched, nor what belongs to a file that another computer has locked. What cannot be removed stays; it does no harm.
 * Call it before this process writes there: a temporary file with its own number is then of an earlier one.
 */
export function removeLeftOvers(folders: readonly string[]): void {
  for (const folder of folders) {
    for (const name of listFolderNames(folder)) {
      const [, file, pid] = leftOverName.exec(name) ?? []
      if (file === undefined) continue
      const path = join(folder, name)
      ignoreDiskErrors(() => {
        if (pid === undefined) removeDeadLock(path)
        else if (!isWrittenNow(Number(pid), join(folder, `.${file}.lock`))) unlinkSync(path)
      })
    }
  }
}

function isWrittenNow(pid: number, lock: string): boolean {
  return (pid !== process.pid && isRunning(pid)) || isHeldElsewhere(lock)
}
