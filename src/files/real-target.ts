import { basename, dirname, join } from 'node:path'
import { Fault } from '../model/fault.ts'
import { type Disk, nodeDisk } from './disk.ts'
import { getErrorCode } from './disk-fault.ts'

/**
 * The file that a path means: a link is followed to its end, so that what is written, its temporary
 * file and its lock are in one folder. The file need not exist; a link to nowhere is a Fault,
 * and so is a missing folder.
 */
export function resolveTarget(path: string, disk: Disk = nodeDisk): string {
  const target = findRealPath(path, disk)
  if (target !== null) return target
  if (disk.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Fault(
      { say: 'link-to-nowhere', file: path },
      { hint: { say: 'link-to-nowhere-cure' } },
    )
  }
  const folder = findRealPath(dirname(path), disk)
  if (folder === null) {
    throw new Fault(
      { say: 'folder-missing', folder: dirname(path) },
      { hint: { say: 'folder-missing-cure' } },
    )
  }
  return join(folder, basename(path))
}

function findRealPath(path: string, disk: Disk): string | null {
  try {
    return disk.realpathSync(path)
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return null
    throw error
  }
}
