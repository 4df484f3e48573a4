import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { isRunning } from './process-life.ts'
import { quietly } from './quietly.ts'

/** Beside the target, so that a rename stays on one disk; a folder search skips it. */
export function temporaryPath(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
}

/**
 * Removes this target's temporary files that no running process is writing: those of the dead, and one with
 * our own id, as we are about to begin. One that cannot be removed stays: it disturbs nobody.
 */
export function removeLeftOvers(target: string, disk: Disk): void {
  const folder = dirname(target)
  const start = `.${basename(target)}.`
  for (const name of temporaryNames(folder, disk)) {
    const pid = name.slice(start.length, -'.tmp'.length)
    if (!name.startsWith(start) || !/^\d+$/.test(pid) || isRunning(Number(pid))) continue
    quietly(() => disk.unlinkSync(join(folder, name)))
  }
  quietly(() => disk.unlinkSync(temporaryPath(target)))
}

/**
 * A folder is read once in a run: reading it for each file would make
 * an import of ten thousand responses slow.
 */
function temporaryNames(folder: string, disk: Disk): readonly string[] {
  const known = readBefore.get(folder)
  if (known !== undefined) return known
  let names: readonly string[] = []
  quietly(() => {
    names = disk.readdirSync(folder).filter((name) => name.endsWith('.tmp'))
  })
  readBefore.set(folder, names)
  return names
}

const readBefore = new Map<string, readonly string[]>()
