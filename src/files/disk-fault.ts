import { Fault } from '../model/fault.ts'

/**
 * An error of the operating system as a sentence with a cure; any other error is handed back as it is.
 * `task` is how the message begins (`Cannot save "plan.yaml"`), `assurance` how its hint does.
 */
export function toDiskFault(
  task: string,
  error: unknown,
  assurance: string | null = null,
): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error
  const code = getErrorCode(error)
  if (code === null) return error
  const [reason, cure] = causes[code] ?? [`the system answers ${code}`, 'Try again']
  const hint = assurance === null ? cure : `${assurance}. ${cure}`
  return new Fault(`${task}: ${reason}`, { hint, cause: error })
}

/** `ENOENT`, … or null where the error has no code. */
export function getErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

/** An error as the operating system would give it, for what only we can notice. */
export function createDiskError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

const accessDenied = ['permission is denied', 'Check who may read and write there'] as const
const tooManyOpen = ['too many files are open', 'Close other programs and try again'] as const

const causes: Readonly<Record<string, readonly [reason: string, cure: string]>> = {
  EACCES: accessDenied,
  EBUSY: [
    'it is in use by the system',
    'Close what uses it; in a container, mount its folder instead of the file',
  ],
  EDQUOT: ['your share of the disk is used up', 'Free some space, or choose another place'],
  EEXIST: ['something of that name is in the way', 'Move it away, or choose another name'],
  EFBIG: ['it is too large for this disk', 'Choose another place'],
  EIO: ['the disk reports an error', 'Check the disk, or choose another place'],
  EISDIR: ['it is a folder', 'Name a file'],
  ELOOP: ['its links lead in a circle', 'Name the file itself'],
  EMFILE: tooManyOpen,
  ENAMETOOLONG: ['its name is too long', 'Choose a shorter name'],
  ENFILE: tooManyOpen,
  ENOENT: ['there is no such file or folder', 'Check the path'],
  ENOSPC: ['the disk is full', 'Free some space, or choose another place'],
  ENOTDIR: ['a part of its path is no folder', 'Check the path'],
  EPERM: accessDenied,
  ERR_INVALID_ARG_VALUE: ['its name holds a character that no name may hold', 'Check the path'],
  EROFS: ['the disk is read-only', 'Choose another place'],
}
