import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../model/fault.ts'
import type { Message } from '../words/message.ts'
import { ignoreDiskErrors, toDiskFault } from './disk-fault.ts'
import {
  createLockFile,
  createLockText,
  type LockState,
  readLockState,
  removeLockFile,
  removeStaleLockFile,
} from './lock-file.ts'
import { pause } from './pause.ts'
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
  const guard = `${path}.lock`
  if (tryToTakeLock(guard, text) !== 'taken') return { kind: 'unclear' }
  try {
    removeStaleLockFile(path)
    return createLockFile(path, text) ? 'taken' : { kind: 'unclear' }
  } finally {
    removeLockFile(guard, text)
  }
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
