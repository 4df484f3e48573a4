import { dirname, isAbsolute, join } from 'node:path'
import { readInput } from '../../files/read-input.ts'
import { findUpwards, isFolder, isNameTaken } from '../../files/search.ts'
import type { Config } from '../../model/config.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { KnownPartners } from '../../model/partners.ts'
import type { Plan } from '../../model/plan.ts'
import {
  comparePartners,
  findInvitationSlips,
  getNames,
  listKnownPartners,
  type ReadFile,
} from './partners.ts'
import { placeFindings, planNames, readAs, readNamedSource, type Source } from './source.ts'

/** A partnership on disk: its folder, settings and plan, as far as there are any. */
export interface Partnership extends KnownPartners {
  /** The folder with `accordant.yaml`, or the one that was named. */
  readonly folder: string
  readonly config: Config | null
  /** The file of the settings. */
  readonly configFile: string | null
  readonly plan: Plan | null
  /** The plan's file, for the places of what is found in it. */
  readonly planSource: Source | null
  /** Warnings on its files. */
  readonly findings: readonly PlacedFinding[]
}

/** What reads a partnership's plan; null where there is none. */
type PlanReader = (
  folder: string,
  config: Config | null,
  planPath: string | undefined,
) => Promise<(ReadFile<Plan> & { readonly findings: readonly PlacedFinding[] }) | null>

/**
 * The partnership that `path` (a folder, or a file in one) belongs to: the nearest folder upwards with an `accordant.yaml`,
 * else the folder itself. `planPath` beats the config's plan, which beats the one in the folder.
 */
export async function loadPartnership(
  path: string,
  planPath: string | undefined,
  readPlan: PlanReader = readPlanOrThrow,
): Promise<Partnership> {
  if (!isNameTaken(path)) readInput(path)
  const start = isFolder(path) ? path : dirname(path)
  const configFile = findUpwards(start, 'accordant.yaml')
  const folder = configFile === null ? start : dirname(configFile)
  const config = configFile === null ? null : await readFileAs('config', configFile)
  const plan = await readPlan(folder, config?.value ?? null, planPath)
  const known = listKnownPartners(config, plan)
  const slips =
    config === null
      ? []
      : [...comparePartners(config, plan), ...findInvitationSlips(config.value, known)]
  return {
    folder,
    config: config?.value ?? null,
    configFile,
    plan: plan?.value ?? null,
    planSource: plan?.source ?? null,
    ...known,
    // Only `check` shows what is merely worth knowing about a plan in Markdown.
    findings: [
      ...(config === null ? [] : [...config.findings, ...placeFindings(config.source, slips)]),
      ...(plan?.findings ?? []),
    ].filter(({ severity }) => severity !== 'info'),
  }
}

/** A plan that cannot be used is a fault. */
export async function readPlanOrThrow(
  folder: string,
  config: Config | null,
  planPath: string | undefined,
): ReturnType<PlanReader> {
  const file = planPath ?? findPlanFile(folder, config)
  return file === null ? null : readFileAs('plan', file)
}

async function readFileAs<K extends 'config' | 'plan'>(kind: K, file: string) {
  const source = await readNamedSource(file)
  return { source, ...readAs(kind, source) }
}

/** The plan that the settings name, else the one in the folder; several of these are a fault. */
export function findPlanFile(folder: string, config: Config | null): string | null {
  if (config?.plan !== undefined)
    return isAbsolute(config.plan) ? config.plan : join(folder, config.plan)
  const plans = planNames.map((name) => join(folder, name)).filter(isNameTaken)
  if (plans.length > 1)
    throw new Fault({ say: 'several-plans', plans }, { say: 'several-plans-hint' })
  return plans[0] ?? null
}

/** What the partners are called, by id: also those who answer and are not listed, where the plan names them. */
export function getPartnerNames({ plan, partners }: Partnership): ReadonlyMap<string, string> {
  return new Map([
    ...getNames(plan?.partners),
    ...partners.map(({ id, name }) => [id, name] as const),
  ])
}

/** Who takes a step for a partner: the manager the plan names, as it is written there. */
export function getManagers(plan: Plan | null): ReadonlyMap<string, string> {
  return new Map(
    (plan?.partners ?? []).flatMap(({ id, manager }) =>
      manager === undefined ? [] : [[id, manager]],
    ),
  )
}
