import { dirname } from 'node:path'
import type { Config } from '../../model/config.ts'
import { Fault } from '../../model/fault.ts'
import type { Plan } from '../../model/plan.ts'
import type { Belonging } from '../load/belonging.ts'
import { listKnownPartners, type ReadFile } from '../load/partners.ts'
import { findPlanFile } from '../load/partnership.ts'
import { findResponsesHome } from '../load/responses-folder.ts'
import { decodeSource, readNamedSource } from '../load/source.ts'
import type { Settings } from './settings.ts'

/** The plan of a partnership; null where there is none, or it cannot be used: what is wrong with it is found elsewhere. */
export async function readUsablePlan(
  folder: string,
  config: Config | null,
): Promise<ReadFile<Plan> | null> {
  try {
    const file = findPlanFile(folder, config)
    if (file === null) return null
    const source = await readNamedSource(file)
    return { source, value: decodeSource('plan', source).value }
  } catch (error) {
    if (error instanceof Fault) return null
    throw error
  }
}

/** Finds whose responses should be in a folder; each plan is read once. */
export function createBelongingFinder(): (file: string, settings: Settings) => Promise<Belonging> {
  const byFolder = new Map<string, Belonging>()
  return async (file, { config, source, folder }) => {
    const home = config === null ? (findResponsesHome(file) ?? dirname(file)) : folder
    const known = byFolder.get(home) ?? (await findBelonging(home, config, source))
    byFolder.set(home, known)
    return known
  }
}

async function findBelonging(
  folder: string,
  config: Config | null,
  source: Settings['source'],
): Promise<Belonging> {
  const settings = source === null ? null : { value: config, source }
  return {
    config,
    configFile: source?.file ?? null,
    ...listKnownPartners(settings, await readUsablePlan(folder, config)),
  }
}
