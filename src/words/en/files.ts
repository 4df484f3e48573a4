import type { Catalogue } from '../say.ts'

/** What can go wrong with the disk: what was tried, the reason, and what to do about it. */
export const filesMessages = {
  'disk-fault': ({ task, reason }: { task: string; reason: string }) => `${task}: ${reason}`,
  'disk-cure-after': ({ assurance, cure }: { assurance: string; cure: string }) =>
    `${assurance}. ${cure}`,

  'cannot-lock': ({ file }: { file: string }) => `Cannot lock "${file}"`,
  'cannot-make-folder': ({ folder }: { folder: string }) => `Cannot make the folder "${folder}"`,
  'cannot-read': ({ file }: { file: string }) => `Cannot read "${file}"`,
  'cannot-read-stdin': 'Cannot read standard input',
  'cannot-save': ({ file }: { file: string }) => `Cannot save "${file}"`,
  'cannot-search': ({ folder }: { folder: string }) => `Cannot search "${folder}"`,
  'cannot-write': ({ file }: { file: string }) => `Cannot write to "${file}"`,
  'nothing-changed': 'Nothing was changed',
  'some-files-left':
    'Some of the files are written and cannot be removed; run it again to write the others',

  'access-denied': 'permission is denied',
  'access-denied-cure': 'Check who may read and write there',
  'bad-file-name': 'its name contains a character that is not allowed',
  'choose-shorter-name': 'Choose a shorter name',
  'check-path': 'Check the path',
  'choose-another-place': 'Choose another place',
  'disk-error': 'the disk reports an error',
  'disk-error-cure': 'Check the disk, or choose another place',
  'disk-full': 'the disk is full',
  'disk-quota': 'your share of the disk is used up',
  'free-space': 'Free some space, or choose another place',
  'disk-read-only': 'the disk is read-only',
  'file-busy': 'it is in use by the system',
  'file-busy-cure':
    'Close the program that uses it; in a container, mount its folder instead of the file',
  'file-too-large': 'it is too large for this disk',
  'is-folder': 'it is a folder',
  'name-a-file': 'Name a file',
  'links-in-circle': 'its links lead in a circle',
  'name-file-itself': 'Name the file itself',
  'name-taken': 'something else has that name',
  'name-taken-cure': 'Move it away, or choose another name',
  'name-too-long': 'its name is too long',
  'no-such-file': 'there is no such file or folder',
  'not-a-folder': 'part of its path is not a folder',
  'too-many-open': 'too many files are open',
  'too-many-open-cure': 'Close other programs and try again',
  'system-reports': ({ code }: { code: string }) => `the system reports ${code}`,
  'try-again': 'Try again',

  'file-missing': ({ file }: { file: string }) => `"${file}" does not exist`,
  'file-near': ({ near }: { near: string }) => `Did you mean "${near}"?`,
  'file-changing': ({ file }: { file: string }) => `"${file}" keeps changing while it is read`,
  'file-changing-cure': 'Run this again when nothing is writing to it',
  'file-is-folder': ({ file }: { file: string }) => `"${file}" is a folder`,
  'name-file-in-folder': 'Name a file in it',
  'file-not-regular': ({ file }: { file: string }) => `"${file}" is not a regular file`,
  'use-stdin': 'Use "-" to read standard input',
  'link-to-nowhere': ({ file }: { file: string }) =>
    `"${file}" is a link to a file that does not exist`,
  'link-to-nowhere-cure': 'Remove the link, or name the file itself',
  'folder-missing': ({ folder }: { folder: string }) => `The folder "${folder}" does not exist`,
  'folder-missing-cure': 'Check the path, or create the folder first',

  'outputs-of-one-name': ({ file }: { file: string }) =>
    `Two outputs would be written to "${file}"`,
  'outputs-of-one-file': ({ file, other }: { file: string; other: string }) =>
    `"${file}" and "${other}" are the same file, and two outputs would be written to it`,
  'outputs-apart': 'Nothing was written. Give each output a file of its own',

  'file-in-use': ({ file }: { file: string }) => `"${file}" is in use by another run`,
  'file-in-use-by': ({ file, pid, since }: { file: string; pid: number; since: string }) =>
    `"${file}" is in use by another run (process ${pid}, since ${since} UTC)`,
  'file-in-use-on-host': ({
    file,
    pid,
    host,
    since,
  }: {
    file: string
    pid: number
    host: string
    since: string
  }) =>
    `"${file}" is in use by another run (process ${pid} on ${JSON.stringify(host)}, since ${since} UTC)`,
  'file-in-use-cure': ({ lock }: { lock: string }) =>
    `Finish that run first (it may be suspended, or in another window). If there is no such run, delete "${lock}"`,
} as const satisfies Catalogue
