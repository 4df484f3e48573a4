import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { readInput } from '../../files/read-input.ts'
import { exists, findUpwards, isFolder, isNameTaken } from '../../files/search.ts'
import type { Config } from '../../model/config.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import { toSlug } from '../../model/slug.ts'
import { maxIdLength } from '../../model/vocabulary.ts'
import { readAs, readSource, type Source } from './source.ts'

/** A partnership on disk: its folder, settings and plan, as far as there are any. */
export interface Partnership {
  /** The folder with `accordant.yaml`, or the one that was named. */
  readonly folder: string
  readonly config: Config | null
  readonly plan: Plan | null
  /** The plan's file, for the places of what is found in it. */
  readonly planSource: Source | null
  /** A kebab-case id out of the folder's name. */
  readonly id: string
  /** Warnings on its files. */
  readonly findings: readonly PlacedFinding[]
}

/**
 * The partnership that `path` (a folder, or a file in one) belongs to: the nearest folder upwards with an `accordant.yaml`,
 * else the folder itself. `planPath` beats the config's plan, which beats `plan.yaml` or `plan.md` in
 * the folder.
 */
export function loadPartnership(path: string, planPath: string | undefined): Partnership {
  if (!isNameTaken(path)) readInput(path)
  const start = isFolder(path) ? path : dirname(path)
  const configFile = findUpwards(start, 'accordant.yaml')
  const folder = configFile === null ? start : dirname(configFile)
  const config = configFile === null ? null : readAs('config', readSource(configFile))
  const planFile = planPath ?? findPlanFile(folder, config?.value ?? null)
  const planSource = planFile === null ? null : readSource(planFile)
  const plan = planSource === null ? null : readAs('plan', planSource)
  return {
    folder,
    config: config?.value ?? null,
    plan: plan?.value ?? null,
    planSource,
    id: toPartnershipId(folder),
    // Only `check` shows what is merely worth knowing about a plan in Markdown.
    findings: [...(config?.findings ?? []), ...(plan?.findings ?? [])].filter(
      ({ severity }) => severity !== 'info',
    ),
  }
}

function findPlanFile(folder: string, config: Config | null): string | null {
  if (config?.plan !== undefined)
    return isAbsolute(config.plan) ? config.plan : join(folder, config.plan)
  const [yaml, markdown] = [join(folder, 'plan.yaml'), join(folder, 'plan.md')]
  const [first, second] = [yaml, markdown].filter(isNameTaken)
  if (second === undefined) return first ?? null
  throw new Fault({ say: 'two-plans', files: [yaml, markdown] }, { say: 'two-plans-hint' })
}

/** The id that a partnership has by the name of its folder. */
export function toPartnershipId(folder: string): string {
  return toSlug(basename(resolve(folder)), maxIdLength) || 'partnership'
}

/** The id of the partnership that a folder belongs to, or would make. */
export function identifyPartnership(folder: string): string {
  return exists(folder) ? loadPartnership(folder, undefined).id : toPartnershipId(folder)
}

/** The names of a plan's partners, or of its people, by id, where it gives them. */
export function getNames(all: Plan['partners'] | Plan['people']): ReadonlyMap<string, string> {
  return new Map((all ?? []).flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])))
}

/** Who takes a step for a partner: the manager the plan names, as it is written there. */
export function getManagers(plan: Plan | null): ReadonlyMap<string, string> {
  return new Map(
    (plan?.partners ?? []).flatMap(({ id, manager }) =>
      manager === undefined ? [] : [[id, manager]],
    ),
  )
}

/** Ids of the partners that are listed and asked; null where none are listed. */
export function listAskedPartners({ config, plan }: Partnership): readonly string[] | null {
  const listed = config?.partners ?? plan?.partners?.map(({ id }) => ({ id, asked: true })) ?? []
  if (listed.length === 0) return null
  return listed.filter(({ asked }) => asked !== false).map(({ id }) => id)
}
