import { type BigIntStats, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { Fault } from '../model/fault.ts'

/** Whether a regular file is there, also through a link. */
export function isFile(path: string): boolean {
  return readStats(path)?.isFile() ?? false
}

/**
 * A text that is equal for two paths of one file: links, hard links, and other capitals where the disk does not tell them apart.
 * A file that is not there yet is known by its folder and name.
 */
export function identifyFile(path: string): string {
  const stats = readStats(path)
  // Some network disks number no files.
  if (stats !== null && stats.ino !== 0n) return `${stats.dev}:${stats.ino}`
  return (
    findRealPath(path) ??
    join(findRealPath(dirname(path)) ?? resolve(dirname(path)), basename(path))
  )
}

/** Two outputs of a run that would be one file are a Fault. */
export function refuseSharedFile(outputs: readonly string[]): void {
  const ids = outputs.map(identifyFile)
  const at = ids.findIndex((id, index) => ids.indexOf(id) < index)
  const [file, other] = [outputs[ids.indexOf(ids[at] ?? '')], outputs[at]]
  if (file === undefined || other === undefined) return
  throw new Fault(
    file === other
      ? { say: 'outputs-of-one-name', file }
      : { say: 'outputs-of-one-file', file, other },
    { say: 'outputs-apart' },
  )
}

function readStats(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true })
  } catch {
    return null
  }
}

function findRealPath(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
