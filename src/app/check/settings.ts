import { dirname } from 'node:path'
import { type CompiledChecks, compileChecks } from '../../checks/compile-checks.ts'
import { buildChecksById, type ChecksById } from '../../checks/waivers/waiver.ts'
import { findUpwards } from '../../files/search.ts'
import type { Config } from '../../model/config.ts'
import type { Severity } from '../../model/finding.ts'
import { once } from '../../model/once.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { readPlanExamples } from '../load/plan-examples.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { readAs, readSource, type Source } from '../load/source.ts'
import type { World } from '../world.ts'

/** The lowest severity that fails a run. */
type FailOn = Severity | 'never'

export interface CheckFlags {
  readonly questionnaire?: string
  /** 0..100 */
  readonly minComplete?: number
  readonly failOn?: FailOn
  readonly baseline?: string
  readonly updateBaseline?: boolean
}

/** What holds for a file: the settings of the nearest `accordant.yaml` upwards, under the flags. */
export interface Settings {
  /** The folder of the settings, or the current one. */
  readonly folder: string
  readonly config: Config | null
  readonly source: Source | null
  /** How complete each plan has to be, 0..100; null for no limit. */
  readonly minComplete: number | null
  readonly failOn: FailOn
  readonly loaded: LoadedQuestionnaire
  readonly checks: () => CompiledChecks
  /** Every check by its ids, for waivers and fingerprints. */
  readonly known: () => ChecksById
  /** What `init` writes into a plan (`isBegun`). */
  readonly examples: () => unknown
}

/** Finds the settings of files, each `accordant.yaml` and each questionnaire once. Broken ones are faults each time. */
export function createSettingsFinder(
  flags: CheckFlags,
  io: World,
): (file: string) => Promise<Settings> {
  const examples = once(() => readPlanExamples(io))
  const byConfig = new Map<string, Promise<Settings>>()
  const byFolder = new Map<string, string | null>()
  return (file) => {
    const folder = dirname(file)
    const known = byFolder.get(folder)
    const config = known === undefined ? findUpwards(folder, 'accordant.yaml') : known
    byFolder.set(folder, config)
    const settings = byConfig.get(config ?? '') ?? readSettings(config, flags, examples, io)
    byConfig.set(config ?? '', settings)
    return settings
  }
}

async function readSettings(
  file: string | null,
  flags: CheckFlags,
  examples: Settings['examples'],
  io: World,
): Promise<Settings> {
  const source = file === null ? null : readSource(file)
  const config = source === null ? null : readAs('config', source).value
  const folder = file === null ? '.' : dirname(file)
  const named = flags.questionnaire ?? config?.questionnaire ?? 'partnership-readiness'
  const loaded = await loadQuestionnaire(
    named,
    flags.questionnaire === undefined ? folder : '.',
    io,
  )
  let compiled: CompiledChecks | null = null
  return {
    folder,
    config,
    source,
    minComplete: flags.minComplete ?? config?.limits?.minComplete ?? null,
    failOn: flags.failOn ?? config?.limits?.failOn ?? 'error',
    loaded,
    checks: () => {
      compiled ??= loaded.compiled ?? compileChecks(loaded.questionnaire)
      return compiled
    },
    known: once(() => buildChecksById(loaded.questionnaire.dimensions)),
    examples,
  }
}
