import { Fault } from '../model/fault.ts'
import type { Message } from '../words/message.ts'

/**
 * An error of the operating system as a fault with a cure; any other error is handed back as it is.
 * `task` begins the message (`Cannot save "plan.yaml"`), `assurance` its hint.
 */
export function toDiskFault(
  task: Message,
  error: unknown,
  assurance: Message | null = null,
): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error
  const code = getErrorCode(error)
  if (code === null) return error
  const [reason, cure]: Cause = causes[code] ?? [
    { say: 'system-reports', code },
    { say: 'try-again' },
  ]
  const hint: Message = assurance === null ? cure : { say: 'disk-cure-after', assurance, cure }
  return new Fault({ say: 'disk-fault', task, reason }, { hint, cause: error })
}

/** Runs an action that may fail; false if the disk refused. Any other error is thrown. */
export function ignoreDiskErrors(action: () => void): boolean {
  try {
    action()
    return true
  } catch (error) {
    if (getErrorCode(error) === null) throw error
    return false
  }
}

/** `ENOENT`, … or null where the error has no code. */
export function getErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

/** An error like one of the operating system, for what the system itself does not report. */
export function createDiskError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

type Cause = readonly [reason: Message, cure: Message]

const anotherPlace = { say: 'choose-another-place' } as const
const checkPath = { say: 'check-path' } as const
const freeSpace = { say: 'free-space' } as const
const accessDenied: Cause = [{ say: 'access-denied' }, { say: 'access-denied-cure' }]
const tooManyOpen: Cause = [{ say: 'too-many-open' }, { say: 'too-many-open-cure' }]

const causes: Readonly<Record<string, Cause>> = {
  EACCES: accessDenied,
  EBUSY: [{ say: 'file-busy' }, { say: 'file-busy-cure' }],
  EDQUOT: [{ say: 'disk-quota' }, freeSpace],
  EEXIST: [{ say: 'name-taken' }, { say: 'name-taken-cure' }],
  EFBIG: [{ say: 'file-too-large' }, anotherPlace],
  EIO: [{ say: 'disk-error' }, { say: 'disk-error-cure' }],
  EISDIR: [{ say: 'is-folder' }, { say: 'name-a-file' }],
  ELOOP: [{ say: 'links-in-circle' }, { say: 'name-file-itself' }],
  EMFILE: tooManyOpen,
  ENAMETOOLONG: [{ say: 'name-too-long' }, { say: 'choose-shorter-name' }],
  ENFILE: tooManyOpen,
  ENOENT: [{ say: 'no-such-file' }, checkPath],
  ENOSPC: [{ say: 'disk-full' }, freeSpace],
  ENOTDIR: [{ say: 'not-a-folder' }, checkPath],
  EPERM: accessDenied,
  ERR_INVALID_ARG_VALUE: [{ say: 'bad-file-name' }, checkPath],
  EROFS: [{ say: 'disk-read-only' }, anotherPlace],
}
