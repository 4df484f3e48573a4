import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { findNearestWord } from '../model/did-you-mean.ts'
import { Fault } from '../model/fault.ts'
import { getErrorCode, toDiskFault } from './disk-fault.ts'
import { noteInput } from './inputs.ts'
import { pause } from './process-life.ts'
import { listFolderNames } from './search.ts'

/** No accordant file comes near it. `reading` refuses longer ones, so one byte more is all we load. */
const maxInputBytes = 5 * 1024 * 1024 + 1

/** A file that is written in place is read again. Replacing it by renaming does not disturb. */
const maxAttempts = 3

/**
 * The bytes of a file, of a larger one the first 5 MiB and one byte. It is an input of this run from now on.
 * Missing, unreadable, no regular file (a folder, a pipe, a device) or one that keeps changing is a Fault.
 */
export function readInput(path: string): Uint8Array {
  noteInput(path)
  return lookInto(path)
}

/** As `readInput`, of a file that only shows whether it is an input. */
export function lookInto(path: string): Uint8Array {
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    if (attempt > 1) pause(20)
    const bytes = readUnchanged(path)
    if (bytes !== null) return bytes
  }
  throw new Fault({ say: 'file-changing', file: path }, { hint: { say: 'file-changing-cure' } })
}

/** Null where it changed in between: half of the old file and half of the new one is neither. */
function readUnchanged(path: string): Uint8Array | null {
  const file = openInput(path)
  try {
    const before = fstatSync(file, { bigint: true })
    const bytes = readFirstBytes(readChunks(file))
    return isSame(before, fstatSync(file, { bigint: true })) ? bytes : null
  } catch (error) {
    throw toDiskFault({ say: 'cannot-read', file: path }, error)
  } finally {
    closeSync(file)
  }
}

function isSame(before: BigIntStats, after: BigIntStats): boolean {
  return before.size === after.size && before.mtimeNs === after.mtimeNs
}

/** A file of any size, piece by piece; each piece is its own array. Faults as `readInput`. */
export function* readInputChunks(path: string): Generator<Uint8Array> {
  noteInput(path)
  yield* readPieces(path)
}

/** A file of any size that is no input of this run, such as one that it is to replace. */
export function readOutput(path: string): Uint8Array {
  return Buffer.concat([...readPieces(path)])
}

function* readPieces(path: string): Generator<Uint8Array> {
  const file = openInput(path)
  try {
    yield* readChunks(file)
  } catch (error) {
    throw toDiskFault({ say: 'cannot-read', file: path }, error)
  } finally {
    closeSync(file)
  }
}

/** Standard input up to its end, of a larger one the first 5 MiB and one byte. */
export function readStdin(): Uint8Array {
  // A shell may have opened a file for it.
  noteInput('/dev/stdin')
  try {
    return readFirstBytes(readChunks(0))
  } catch (error) {
    throw toDiskFault({ say: 'cannot-read-stdin' }, error)
  }
}

/** Looks before it opens, since opening alone makes some devices act; and never waits for a pipe's other end. */
function openInput(path: string): number {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) throw createMissingFault(path)
    if (!stats.isFile()) throw createNotAFileFault(path, stats)
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    throw toDiskFault({ say: 'cannot-read', file: path }, error)
  }
}

function createMissingFault(path: string): Fault {
  const near = findNearName(path)
  const hint =
    near === null ? ({ say: 'check-path' } as const) : ({ say: 'file-near', near } as const)
  return new Fault({ say: 'file-missing', file: path }, { hint })
}

/**
 * The file that was probably meant by a path that leads nowhere, or null: in the same folder,
 * one with another ending or other capitals, or one that is spelled nearly so.
 */
function findNearName(path: string): string | null {
  const name = basename(path)
  const names = listFolderNames(dirname(path)).filter(
    (other) => !other.startsWith('.') && other !== name,
  )
  const near =
    names.find((other) => getStem(other) === getStem(name)) ?? findNearestWord(name, names)
  return near === null ? null : join(dirname(path), near)
}

function getStem(name: string): string {
  return basename(name, extname(name)).toLowerCase()
}

function createNotAFileFault(path: string, stats: Stats): Fault {
  return stats.isDirectory()
    ? new Fault({ say: 'file-is-folder', file: path }, { hint: { say: 'name-file-in-folder' } })
    : new Fault({ say: 'file-not-regular', file: path }, { hint: { say: 'use-stdin' } })
}

function readFirstBytes(input: Iterable<Uint8Array>): Uint8Array {
  const taken: Uint8Array[] = []
  let length = 0
  for (const piece of input) {
    taken.push(piece)
    length += piece.length
    if (length >= maxInputBytes) break
  }
  return Buffer.concat(taken).subarray(0, maxInputBytes)
}

function* readChunks(file: number): Generator<Uint8Array> {
  for (;;) {
    const piece = Buffer.allocUnsafeSlow(64 * 1024)
    const length = readChunk(file, piece)
    if (length === 0) return
    yield piece.subarray(0, length)
  }
}

/** Another program may have set standard input not to wait. Then we wait. */
function readChunk(file: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(file, piece)
    } catch (error) {
      const code = getErrorCode(error)
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN' && code !== 'EINTR') throw error
      pause(10)
    }
  }
}
