import { appendFileSync, type Stats } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Disk, nodeDisk } from './disk.ts'
import { createDiskError, getErrorCode, ignoreDiskErrors, toDiskFault } from './disk-fault.ts'
import { isRunning } from './process-life.ts'
import { resolveTarget } from './real-target.ts'

/**
 * Writes a file so that it is whole at every moment: what was there before, or all of `text`,
 * also after a kill, a full disk or a power loss. When it returns, the text is on the disk.
 *
 * A new file is its owner's alone (mode 0600); an existing one keeps its mode and, where the system
 * lets us, its owner. Through a link its target is written; other hard links keep the old text.
 * A pipe or a device (/dev/stdout) is simply written to. A failure is a Fault, and the file is as it was.
 */
export function writeWhole(path: string, text: string | Uint8Array, disk: Disk = nodeDisk): void {
  const bytes = Buffer.from(text)
  try {
    const old = disk.statSync(path, { throwIfNoEntry: false })
    if (old?.isDirectory()) throw createDiskError('EISDIR', 'a folder')
    if (old?.isFile() === false) writeThrough(path, bytes, disk)
    else replaceFile(resolveTarget(path, disk), bytes, old, disk)
  } catch (error) {
    throw toDiskFault({ say: 'cannot-save', file: path }, error, { say: 'nothing-changed' })
  }
}

/** Adds text to the end of a file, which is made if it is not there. For logs of other programs; our own files are written whole. */
export function appendText(path: string, text: string): void {
  try {
    appendFileSync(path, text)
  } catch (error) {
    throw toDiskFault({ say: 'cannot-write', file: path }, error)
  }
}

/**
 * Writes files that are not there yet, in folders that are: all of them, or none. Each is written whole beside its place first,
 * and only then do they get their names, so that a full disk is met before the first. A name that is taken, also by a process
 * that was faster, is a Fault; nothing is ever replaced. After a Fault none of the files is there. A kill while they get their
 * names leaves some of them, each whole.
 */
export function writeNewFiles(files: ReadonlyMap<string, string>, disk: Disk = nodeDisk): void {
  const named: string[] = []
  let latest = ''
  try {
    for (const [path, text] of files) {
      latest = path
      retryInterrupted(() =>
        writeNewFile(getTemporaryPath(path), Buffer.from(text), undefined, disk),
      )
    }
    for (const path of files.keys()) {
      latest = path
      retryInterrupted(() => nameNewFile(getTemporaryPath(path), path, disk))
      named.push(path)
    }
  } catch (error) {
    const left = named.filter((path) => !ignoreDiskErrors(() => disk.unlinkSync(path)))
    const say = left.length === 0 ? 'nothing-changed' : 'some-files-left'
    throw toDiskFault({ say: 'cannot-save', file: latest }, error, { say })
  } finally {
    for (const path of files.keys()) {
      ignoreDiskErrors(() => disk.unlinkSync(getTemporaryPath(path)))
    }
  }
  for (const folder of new Set([...files.keys()].map((path) => dirname(path)))) {
    syncFolder(folder, disk)
  }
}

/**
 * Gives a file its name by a link, which fails where the name is taken. Some disks know no links, and a full one may have no
 * room for a second name of a file: there it is renamed.
 */
function nameNewFile(temporary: string, path: string, disk: Disk): void {
  try {
    disk.linkSync(temporary, path)
  } catch (error) {
    const isTaken = disk.lstatSync(path, { throwIfNoEntry: false }) !== undefined
    if (isTaken || getErrorCode(error) === 'EINTR') throw error
    disk.renameSync(temporary, path)
  }
}

function replaceFile(target: string, bytes: Buffer, old: Stats | undefined, disk: Disk): void {
  const temporary = getTemporaryPath(target)
  removeStaleTemporaryFiles(target, disk)
  retryInterrupted(() => {
    try {
      writeNewFile(temporary, bytes, old, disk)
      disk.renameSync(temporary, target)
    } catch (error) {
      ignoreDiskErrors(() => disk.unlinkSync(temporary))
      throw error
    }
  })
  syncFolder(dirname(target), disk)
}

const maxAttempts = 10

/** A signal may interrupt any call. An action that has changed nothing by then is done again. */
function retryInterrupted(action: () => void): void {
  for (let attempt = 1; ; attempt++) {
    try {
      action()
      return
    } catch (error) {
      if (getErrorCode(error) !== 'EINTR' || attempt === maxAttempts) throw error
    }
  }
}

/** Writes a temporary file in place of what was left of one, and makes sure that the disk has its bytes. */
function writeNewFile(path: string, bytes: Buffer, old: Stats | undefined, disk: Disk): void {
  ignoreDiskErrors(() => disk.unlinkSync(path))
  const file = disk.openSync(path, 'wx', 0o600)
  try {
    if (old !== undefined) copyOwnerAndMode(file, old, disk)
    writeAll(file, bytes, disk)
    disk.fsyncSync(file)
    const { size } = disk.fstatSync(file)
    if (size !== bytes.length) throw createDiskError('EIO', `${size} bytes of ${bytes.length}`)
  } catch (error) {
    ignoreDiskErrors(() => disk.closeSync(file))
    throw error
  }
  disk.closeSync(file)
}

/**
 * Owner before mode, as a change of owner takes bits of the mode away.
 * Only root may give a file to somebody else; the group can be kept by its members.
 */
function copyOwnerAndMode(file: number, old: Stats, disk: Disk): void {
  const own = disk.fstatSync(file)
  const sameOwner = -1
  if (own.uid !== old.uid || own.gid !== old.gid) {
    ignoreDiskErrors(() => disk.fchownSync(file, old.uid, old.gid)) ||
      ignoreDiskErrors(() => disk.fchownSync(file, sameOwner, old.gid))
  }
  if (own.mode !== old.mode) disk.fchmodSync(file, old.mode & 0o7777)
}

/** The system may take fewer bytes than it is given, on a full disk above all. */
function writeAll(file: number, bytes: Buffer, disk: Disk): void {
  let written = 0
  while (written < bytes.length) {
    const taken = disk.writeSync(file, bytes, written, bytes.length - written)
    if (taken === 0) throw createDiskError('EIO', 'short write')
    written += taken
  }
}

function writeThrough(path: string, bytes: Buffer, disk: Disk): void {
  try {
    const file = disk.openSync(path, 'w')
    try {
      writeAll(file, bytes, disk)
    } finally {
      disk.closeSync(file)
    }
  } catch (error) {
    throw toDiskFault({ say: 'cannot-write', file: path }, error)
  }
}

/** Makes the rename itself outlast a power loss. Some file systems refuse; the file is whole all the same. */
function syncFolder(folder: string, disk: Disk): void {
  ignoreDiskErrors(() => {
    const file = disk.openSync(folder, 'r')
    ignoreDiskErrors(() => disk.fsyncSync(file))
    disk.closeSync(file)
  })
}

/** Beside the target, so that a rename stays on one disk; a folder search skips it. */
function getTemporaryPath(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
}

/** Removes this target's temporary files that no running process is writing. One that cannot be removed stays; it does no harm. */
function removeStaleTemporaryFiles(target: string, disk: Disk): void {
  const folder = dirname(target)
  const start = `.${basename(target)}.`
  for (const name of listTemporaryNames(folder, disk)) {
    const pid = name.slice(start.length, -'.tmp'.length)
    if (!name.startsWith(start) || !/^\d+$/.test(pid) || isRunning(Number(pid))) continue
    ignoreDiskErrors(() => disk.unlinkSync(join(folder, name)))
  }
}

/**
 * A folder is read once in a run: reading it for each file would make
 * an import of ten thousand responses slow.
 */
function listTemporaryNames(folder: string, disk: Disk): readonly string[] {
  const known = namesByFolder.get(folder)
  if (known !== undefined) return known
  let names: readonly string[] = []
  ignoreDiskErrors(() => {
    names = disk.readdirSync(folder).filter((name) => name.endsWith('.tmp'))
  })
  namesByFolder.set(folder, names)
  return names
}

const namesByFolder = new Map<string, readonly string[]>()
