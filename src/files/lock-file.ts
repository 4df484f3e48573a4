import { randomUUID } from 'node:crypto'
import {
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { getErrorCode } from './disk-fault.ts'
import { isRunning, readProcessStart } from './process-life.ts'

/** The process that has a lock. */
interface LockHolder {
  readonly pid: number
  /** Distinguishes the process from a later one with the same id; null where the system doesn't say. */
  readonly started: string | null
  readonly host: string
  /** ISO 8601, UTC. */
  readonly since: string
}

/** `unclear`: its text isn't written yet, or is damaged. `stale`: its holder is dead, or it was unclear for too long. */
export type LockState =
  | { readonly kind: 'free' | 'unclear' | 'stale' }
  | { readonly kind: 'held'; readonly by: LockHolder }

const maxUnclearMs = 2_000
const maxOtherHostMs = 24 * 60 * 60 * 1_000

/** The text of a lock of this process; the token makes it unique. */
export function createLockText(): string {
  const holder: LockHolder = {
    pid: process.pid,
    started: readProcessStart(process.pid),
    host: hostname(),
    since: new Date().toISOString(),
  }
  return `${JSON.stringify({ ...holder, token: randomUUID() })}\n`
}

/** False if there is a lock already, or if another process removed ours as stale before its text was written. */
export function createLockFile(path: string, text: string): boolean {
  const file = openNewFile(path)
  if (file === null) return false
  try {
    writeFileSync(file, text)
  } catch (error) {
    unlinkSync(path)
    throw error
  } finally {
    closeSync(file)
  }
  return readLockFile(path)?.text === text
}

/** Removes the lock only if it still has this text. */
export function removeLockFile(path: string, text: string): void {
  if (readLockFile(path)?.text === text) unlinkSync(path)
}

/** Looks again before it removes. Safe only while no other process can remove it. */
export function removeStaleLockFile(path: string): void {
  if (readLockState(path).kind === 'stale') unlinkSync(path)
}

/**
 * On this host the process decides. Processes of another host cannot be seen, so its lock counts for a day:
 * no interview takes longer.
 */
export function readLockState(path: string): LockState {
  const lock = readLockFile(path)
  if (lock === null) return { kind: 'free' }
  const ageMs = Math.abs(Date.now() - lock.stats.mtimeMs)
  const by = parseLockHolder(lock.text)
  if (by === null) return { kind: ageMs < maxUnclearMs ? 'unclear' : 'stale' }
  const alive = by.host === hostname() ? isStillRunning(by) : ageMs < maxOtherHostMs
  return alive ? { kind: 'held', by } : { kind: 'stale' }
}

function isStillRunning({ pid, started }: LockHolder): boolean {
  if (!isRunning(pid)) return false
  const now = readProcessStart(pid)
  return now === null || started === null || now === started
}

/** Null when there is something of that name already, a link to nowhere included. */
function openNewFile(path: string): number | null {
  try {
    return openSync(path, 'wx', 0o644)
  } catch (error) {
    if (getErrorCode(error) === 'EEXIST') return null
    throw error
  }
}

/** Null when there is none. What is not a regular file (a link to /dev/zero) is not read. */
function readLockFile(path: string): { readonly text: string; readonly stats: Stats } | null {
  try {
    const stats = lstatSync(path)
    return { text: stats.isFile() ? readFileSync(path, 'utf8') : '', stats }
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return null
    throw error
  }
}

function parseLockHolder(text: string): LockHolder | null {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null) return null
  if (!('pid' in value && 'started' in value && 'host' in value && 'since' in value)) return null
  const { pid, started, host, since } = value
  const right =
    Number.isSafeInteger(pid) &&
    Number(pid) > 0 &&
    (started === null || typeof started === 'string') &&
    typeof host === 'string' &&
    typeof since === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:/.test(since)
  return right ? { pid: Number(pid), started, host, since } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
