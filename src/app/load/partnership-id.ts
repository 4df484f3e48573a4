import { basename, dirname, resolve } from 'node:path'
import { exists, findUpwards } from '../../files/search.ts'
import { toSlug } from '../../model/slug.ts'
import { isMap } from '../../model/value.ts'
import { isKebab, maxIdLength } from '../../model/vocabulary.ts'
import { loadPartnership, type Partnership } from './partnership.ts'
import { peekAllResponses, peekResponses } from './responses-folder.ts'
import type { Source } from './source.ts'

/** The id of a partnership: that of its settings, else that of the responses there, else one made of the folder's name. */
export function getPartnershipId({
  config,
  folder,
}: Pick<Partnership, 'config' | 'folder'>): string {
  if (config?.partnership !== undefined) return config.partnership
  const responses = config === null ? peekResponses(folder) : peekAllResponses(folder)
  return findNamedPartnership(responses) ?? toPartnershipId(folder)
}

/** The partnership of a folder that may still have to be made; null where it would begin a new one. */
export async function findPartnership(folder: string): Promise<Partnership | null> {
  const config = findUpwards(folder, 'accordant.yaml')
  const home = exists(folder) || config === null ? folder : dirname(config)
  return exists(home) ? loadPartnership(home, undefined) : null
}

/** The id that responses in such a folder have. */
export async function identifyPartnership(folder: string): Promise<string> {
  const partnership = await findPartnership(folder)
  return partnership === null ? toPartnershipId(folder) : getPartnershipId(partnership)
}

/** The same of a folder that has no settings yet, whatever is above it. */
export function identifyNewPartnership(folder: string): string {
  return getPartnershipId({ config: null, folder })
}

function toPartnershipId(folder: string): string {
  return toSlug(basename(resolve(folder)), maxIdLength) || 'partnership'
}

/** What most of the responses name as their partnership. */
function findNamedPartnership(responses: readonly Source[]): string | null {
  const ids = responses.flatMap(({ document: { value } }) => {
    const id = isMap(value) ? value.partnership : undefined
    return typeof id === 'string' && isKebab(id) ? [id] : []
  })
  return findMostFrequent(ids)
}

/** Of equals the first; null where there is none. */
export function findMostFrequent(ids: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a)
  return first?.[0] ?? null
}
