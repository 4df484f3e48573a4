import { join, resolve } from 'node:path'
import { exists, findUpwards, isFolder, listFolderNames } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { quotePath } from '../../model/quote-path.ts'
import { isMap } from '../../model/value.ts'
import type { Message } from '../../words/message.ts'
import { loadPartnership, type Partnership } from '../load/partnership.ts'
import { getPartnershipId } from '../load/partnership-id.ts'
import { isPartnershipFolder } from '../load/responses-folder.ts'
import { readSource } from '../load/source.ts'

/** The partnership that a folder is of or lies in; a fault where there is none, so that nobody is interviewed just anywhere. */
export async function requirePartnership(folder: string): Promise<Partnership> {
  if (isInPartnership(folder)) return loadPartnership(folder, undefined)
  throw new Fault({ say: 'no-partnership-here', folder }, adviseOnFolder(folder))
}

const maxNamedFolders = 3

/** What to type in a folder that is no partnership's: people forget to change into the one they made. */
export function adviseOnFolder(folder: string): Message {
  const below = listFolderNames(folder)
    .map((name) => join(folder, name))
    .filter((path) => exists(join(path, 'accordant.yaml')))
  return below.length === 0 || below.length > maxNamedFolders
    ? { say: 'no-partnership-here-hint' }
    : { say: 'partnerships-below', folders: below.map(quotePath) }
}

/** Is a folder a partnership's, or inside one? */
export function isInPartnership(folder: string): boolean {
  return findUpwards(folder, 'accordant.yaml') !== null || isPartnershipFolder(folder)
}

/**
 * The partnership of a response to be continued. One of another partnership than that of the folder `here` is a fault:
 * somebody would answer for partners they do not mean.
 */
export async function loadResponsePartnership(file: string, here: string): Promise<Partnership> {
  const { value } = readSource(file).document
  const own = await loadPartnership(file, undefined)
  const named = isMap(value) ? value.partnership : undefined
  if (typeof named !== 'string' || !isFolder(here) || !isInPartnership(here)) return own
  const around = await loadPartnership(here, undefined)
  if (resolve(around.folder) === resolve(own.folder)) return own
  const id = getPartnershipId(around)
  if (named === id) return own
  throw new Fault(
    { say: 'response-elsewhere', file, named, id },
    { say: 'response-elsewhere-hint', folder: own.folder },
  )
}
