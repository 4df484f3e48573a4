import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { ignoreDiskErrors } from './disk-fault.ts'
import { isRunning } from './process-life.ts'

/** Beside the target, so that a rename stays on one disk; a folder search skips it. */
export function getTemporaryPath(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
}

/**
 * Removes this target's temporary files that no running process is writing: those of the dead, and one with
 * our own id, as we are about to begin. One that cannot be removed stays: it disturbs nobody.
 */
export function removeStaleTemporaryFiles(target: string, disk: Disk): void {
  const folder = dirname(target)
  const start = `.${basename(target)}.`
  for (const name of listTemporaryNames(folder, disk)) {
    const pid = name.slice(start.length, -'.tmp'.length)
    if (!name.startsWith(start) || !/^\d+$/.test(pid) || isRunning(Number(pid))) continue
    ignoreDiskErrors(() => disk.unlinkSync(join(folder, name)))
  }
  ignoreDiskErrors(() => disk.unlinkSync(getTemporaryPath(target)))
}

/**
 * A folder is read once in a run: reading it for each file would make
 * an import of ten thousand responses slow.
 */
function listTemporaryNames(folder: string, disk: Disk): readonly string[] {
  const known = namesByFolder.get(folder)
  if (known !== undefined) return known
  let names: readonly string[] = []
  ignoreDiskErrors(() => {
    names = disk.readdirSync(folder).filter((name) => name.endsWith('.tmp'))
  })
  namesByFolder.set(folder, names)
  return names
}

const namesByFolder = new Map<string, readonly string[]>()
