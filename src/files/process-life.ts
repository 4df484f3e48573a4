import { readFileSync } from 'node:fs'
import { getErrorCode } from './disk-fault.ts'

/**
 * Whether a process with this id runs. One that has ended and waits to be collected does not;
 * one that belongs to somebody else does.
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return getErrorCode(error) === 'EPERM'
  }
  return !['Z', 'X'].includes(readStatFields(pid)[0] ?? '')
}

/**
 * When a process started, as a text that no later process with the same id shares:
 * the boot and the tick in it. Null where the system doesn't say (only Linux does).
 */
export function readProcessStart(pid: number): string | null {
  const startTime = readStatFields(pid)[19]
  const boot = readProcFile('sys/kernel/random/boot_id')
  return startTime === undefined || boot === null ? null : `${boot.trim()}:${startTime}`
}

/** What follows the name in /proc/<pid>/stat; the name itself may contain blanks and brackets. */
function readStatFields(pid: number): readonly string[] {
  const stat = readProcFile(`${pid}/stat`)
  return stat === null ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function readProcFile(name: string): string | null {
  try {
    return readFileSync(`/proc/${name}`, 'utf8')
  } catch {
    return null
  }
}

/** Does nothing at all for some milliseconds, signals and timers included. */
export function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
