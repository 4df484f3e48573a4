import { resolve } from 'node:path'
import { isFolder } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { isMap } from '../../model/value.ts'
import { loadPartnership, type Partnership } from '../load/partnership.ts'
import { getPartnershipId } from '../load/partnership-id.ts'
import { isPartnershipFolder } from '../load/responses-folder.ts'
import { readSource } from '../load/source.ts'

/** The partnership that a folder is of or lies in; a fault where there is none, so that nobody is interviewed just anywhere. */
export function requirePartnership(folder: string): Partnership {
  const partnership = loadPartnership(folder, undefined)
  if (isPartnership(partnership)) return partnership
  throw new Fault({ say: 'no-partnership-here', folder }, { say: 'no-partnership-here-hint' })
}

function isPartnership({ config, plan, folder }: Partnership): boolean {
  return config !== null || plan !== null || isPartnershipFolder(folder)
}

/**
 * The partnership of a response to be continued. One of another partnership than that of `here` is a fault: somebody would
 * answer for partners they do not mean.
 */
export function loadResponsePartnership(file: string, here: string): Partnership {
  const { value } = readSource(file).document
  const own = loadPartnership(file, undefined)
  const around = isFolder(here) ? loadPartnership(here, undefined) : own
  const isElsewhere = resolve(around.folder) !== resolve(own.folder) && isPartnership(around)
  const named = isMap(value) ? value.partnership : undefined
  if (!isElsewhere || typeof named !== 'string') return own
  const id = getPartnershipId(around)
  if (named === id) return own
  throw new Fault(
    { say: 'response-elsewhere', file, named, id },
    { say: 'response-elsewhere-hint', folder: own.folder },
  )
}
