import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { diskFault } from './disk-fault.ts'
import {
  createLockFile,
  type Holder,
  type LockState,
  lockState,
  lockText,
  removeLockFile,
  removeStaleLockFile,
} from './lock-file.ts'
import { pause } from './pause.ts'
import { quietly } from './quietly.ts'
import { realTarget } from './real-target.ts'

export interface Lock {
  /** Gives it back; one that is no longer ours is left alone. The end of the process does it too. */
  release(): void
}

const patienceMs = 5_000

/**
 * Takes the lock of a file (which need not exist yet), beside it or beside the target of a link.
 * A lock that a running process holds is a Fault that names it; one that a dead process left is taken over.
 */
export function takeLock(file: string): Lock {
  try {
    const target = realTarget(file)
    const path = join(dirname(target), `.${basename(target)}.lock`)
    const text = lockText()
    acquire(path, text, file)
    return held(path, text)
  } catch (error) {
    throw diskFault(`Cannot lock "${file}"`, error)
  }
}

function acquire(path: string, text: string, file: string): void {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const state = tryToTake(path, text)
    if (state === 'taken') return
    if (state.kind === 'held' || performance.now() > deadline) throw inUse(file, path, state)
    pause(10)
  }
}

/**
 * Only who holds the lock's own lock may take a dead one away, and looks again first: so nobody removes
 * the new lock of somebody who was faster. That lock may itself be left by the dead, and so on.
 */
function tryToTake(path: string, text: string): LockState | 'taken' {
  if (createLockFile(path, text)) return 'taken'
  const state = lockState(path)
  if (state.kind !== 'stale') return state
  const guard = `${path}.lock`
  if (tryToTake(guard, text) !== 'taken') return { kind: 'unclear' }
  try {
    removeStaleLockFile(path)
    return createLockFile(path, text) ? 'taken' : { kind: 'unclear' }
  } finally {
    removeLockFile(guard, text)
  }
}

const locks = new Set<Lock>()

function held(path: string, text: string): Lock {
  const lock = {
    release() {
      if (!locks.delete(lock)) return
      if (locks.size === 0) process.off('exit', releaseAll)
      quietly(() => removeLockFile(path, text))
    },
  }
  if (locks.size === 0) process.on('exit', releaseAll)
  locks.add(lock)
  return lock
}

function releaseAll(): void {
  for (const lock of locks) lock.release()
}

function inUse(file: string, path: string, state: LockState): Fault {
  const who = state.kind === 'held' ? ` (${description(state.by)})` : ''
  return new Fault(`"${file}" is in use by another run${who}`, {
    hint: `Finish that run first, it may be suspended or in another window; if there is none, delete "${path}"`,
  })
}

function description({ pid, host, since }: Holder): string {
  const place = host === hostname() ? '' : ` on ${JSON.stringify(host)}`
  return `process ${pid}${place}, since ${since.slice(0, 16).replace('T', ' ')} UTC`
}
