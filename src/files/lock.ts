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
import { basename, dirname, join } from 'node:path'
import { Fault } from '../model/fault.ts'
import type { Message } from '../words/message.ts'
import { getErrorCode, ignoreDiskErrors, toDiskFault } from './disk-fault.ts'
import { isRunning, pause, readProcessStart } from './process-life.ts'
import { resolveTarget } from './real-target.ts'

export interface Lock {
  /** Gives it back, unless another process has taken it over. The end of the process does so too. */
  release(): void
}

const maxWaitMs = 5_000

/**
 * Takes the lock of a file (which need not exist yet), beside it or beside the target of a link.
 * The lock of a running process is a Fault that names it; one that a dead process left is taken over.
 */
export function takeLock(file: string): Lock {
  try {
    const target = resolveTarget(file)
    const path = join(dirname(target), `.${basename(target)}.lock`)
    const text = createLockText()
    acquireLock(path, text, file)
    return createLock(path, text)
  } catch (error) {
    throw toDiskFault({ say: 'cannot-lock', file }, error)
  }
}

function acquireLock(path: string, text: string, file: string): void {
  const deadline = performance.now() + maxWaitMs
  for (;;) {
    const state = tryToTakeLock(path, text)
    if (state === 'taken') return
    if (state.kind === 'held' || performance.now() > deadline)
      throw createInUseFault(file, path, state)
    pause(10)
  }
}

/**
 * A stale lock has a lock of its own. Only the process that has that one may remove the stale lock, and it looks again first:
 * so no process removes the new lock of a faster one. That lock may itself be stale, and so on.
 */
function tryToTakeLock(path: string, text: string): LockState | 'taken' {
  if (createLockFile(path, text)) return 'taken'
  const state = readLockState(path)
  if (state.kind !== 'stale') return state
  return replaceStaleLock(path, text, () => createLockFile(path, text))
    ? 'taken'
    : { kind: 'unclear' }
}

/** False where another process replaces it. */
function replaceStaleLock(path: string, text: string, replace: () => boolean): boolean {
  const guard = `${path}.lock`
  if (tryToTakeLock(guard, text) !== 'taken') return false
  try {
    removeStaleLockFile(path)
    return replace()
  } finally {
    removeLockFile(guard, text)
  }
}

/** Removes the lock file of a dead process. One that is held stays, and so does a file of that name which is none of ours. */
export function removeDeadLock(path: string): void {
  const lock = readLockFile(path)
  if (lock === null || !lock.stats.isFile()) return
  if (lock.stats.size > 0 && parseLockHolder(lock.text) === null) return
  if (readLockState(path).kind === 'stale') replaceStaleLock(path, createLockText(), () => true)
}

/** Whether a process on another computer has the lock file; there its number says nothing here. */
export function isHeldElsewhere(path: string): boolean {
  const state = readLockState(path)
  return state.kind === 'held' && state.by.host !== hostname()
}

const locks = new Set<Lock>()

function createLock(path: string, text: string): Lock {
  const lock = {
    release() {
      if (!locks.delete(lock)) return
      if (locks.size === 0) process.off('exit', releaseAllLocks)
      ignoreDiskErrors(() => removeLockFile(path, text))
    },
  }
  if (locks.size === 0) process.on('exit', releaseAllLocks)
  locks.add(lock)
  return lock
}

function releaseAllLocks(): void {
  for (const lock of locks) lock.release()
}

function createInUseFault(file: string, path: string, state: LockState): Fault {
  return new Fault(describeHolder(file, state), { hint: { say: 'file-in-use-cure', lock: path } })
}

function describeHolder(file: string, state: LockState): Message {
  if (state.kind !== 'held') return { say: 'file-in-use', file }
  const { pid, host } = state.by
  const since = state.by.since.slice(0, 16).replace('T', ' ')
  return host === hostname()
    ? { say: 'file-in-use-by', file, pid, since }
    : { say: 'file-in-use-on-host', file, pid, host, since }
}

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
type LockState =
  | { readonly kind: 'free' | 'unclear' | 'stale' }
  | { readonly kind: 'held'; readonly by: LockHolder }

const maxUnclearMs = 2_000
const maxOtherHostMs = 24 * 60 * 60 * 1_000

/** The text of a lock of this process; the token makes it unique. */
function createLockText(): string {
  const holder: LockHolder = {
    pid: process.pid,
    started: readProcessStart(process.pid),
    host: hostname(),
    since: new Date().toISOString(),
  }
  return `${JSON.stringify({ ...holder, token: randomUUID() })}\n`
}

/** False if there is a lock already, or if another process removed ours as stale before its text was written. */
function createLockFile(path: string, text: string): boolean {
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
function removeLockFile(path: string, text: string): void {
  if (readLockFile(path)?.text === text) unlinkSync(path)
}

/** Looks again before it removes. Safe only while no other process can remove it. */
function removeStaleLockFile(path: string): void {
  if (readLockState(path).kind === 'stale') unlinkSync(path)
}

/**
 * On this host the process decides. Processes of another host cannot be seen, so its lock counts for a day:
 * no interview takes longer.
 */
function readLockState(path: string): LockState {
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

const maxLockBytes = 4096

/** Null when there is none. What is not a regular file (a link to /dev/zero), or too large for a lock, is not read. */
function readLockFile(path: string): { readonly text: string; readonly stats: Stats } | null {
  try {
    const stats = lstatSync(path)
    const mayBeLock = stats.isFile() && stats.size <= maxLockBytes
    return { text: mayBeLock ? readFileSync(path, 'utf8') : '', stats }
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
