import {
  type Dirent,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { dirname, isAbsolute, join, posix, relative, resolve } from 'node:path'
import { Fault } from '../model/fault.ts'
import { ignoreDiskErrors, toDiskFault } from './disk-fault.ts'

interface FileSearch {
  /** In code-unit order, so that no locale can change it. */
  readonly files: readonly string[]
  /** Folders that cannot be read. Files in other folders are found all the same. */
  readonly problems: readonly Fault[]
  /** What a person may take for searched: links, and folders called `node_modules`. In code-unit order. */
  readonly skipped: readonly string[]
}

const ourEndings = /\.(ya?ml|json|md)$/

/**
 * Every `.yaml`, `.yml`, `.json` and `.md` file (or every file whose name matches `names`) in a folder and the folders in it.
 * Names that begin with a dot, `node_modules` and links are skipped (but the folder itself may be
 * any of these, since somebody named it). So is what `isPassedOver`, without a word. Paths begin with `folder` as it is given and use `/`.
 */
export function findFiles(
  folder: string,
  names = ourEndings,
  isPassedOver: (path: string, isFolder: boolean) => boolean = () => false,
): FileSearch {
  const files: string[] = []
  const problems: Fault[] = []
  const skipped: string[] = []
  const open = [folder]
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    for (const entry of listEntries(here, problems)) {
      if (entry.name.startsWith('.')) continue
      const path = posix.join(here, entry.name)
      if (entry.isSymbolicLink() || entry.name === 'node_modules') skipped.push(path)
      else if (isPassedOver(path, entry.isDirectory())) continue
      else if (entry.isDirectory()) open.push(path)
      else if (entry.isFile() && names.test(entry.name)) files.push(path)
    }
  }
  return { files: files.sort(), problems, skipped: skipped.sort() }
}

function listEntries(folder: string, problems: Fault[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const fault = toDiskFault({ say: 'cannot-search', folder }, error)
    if (!(fault instanceof Fault)) throw fault
    problems.push(fault)
    return []
  }
}

/**
 * The file of that name in `from` (a folder, or the folder of a file) or in the nearest folder above; null if
 * there is none up to the root. Relative to the current folder if `from` is relative, with `/`.
 */
export function findUpwards(from: string, name: string): string | null {
  let folder = resolve(isFolder(from) ? from : dirname(from))
  for (;;) {
    const file = join(folder, name)
    if (isNameTaken(file)) return toSlashes(isAbsolute(from) ? file : relative('', file))
    const parent = dirname(folder)
    if (parent === folder) return null
    folder = parent
  }
}

/** Whether there is anything at the path; a link to nowhere does not count. */
export function exists(path: string): boolean {
  return existsSync(path)
}

/** Also through a link. */
export function isFolder(path: string): boolean {
  return readStats(path)?.isDirectory() ?? false
}

export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/** What is in a folder, hidden or not, in code-unit order; nothing where it cannot be read. */
export function listFolderNames(folder: string): readonly string[] {
  let names: readonly string[] = []
  ignoreDiskErrors(() => {
    names = readdirSync(folder).sort()
  })
  return names
}

/** Where a path leads once all links are followed; as given where it leads nowhere, such as for standard input. */
export function resolveRealPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** With the folders above it. Fine if it exists already. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw toDiskFault({ say: 'cannot-make-folder', folder: path }, error)
  }
}

/** Whether the name is taken, even by a link to nowhere: reading that says what is wrong. */
export function isNameTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function readStats(path: string) {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

function toSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path
}

/** In bytes; 0 where there is none. */
export function getFileSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
