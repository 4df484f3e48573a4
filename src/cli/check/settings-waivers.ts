import { join, resolve } from 'node:path'
import type { WaiverProblem } from '../../checks/waivers/waiver.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { Inspected } from './inspected.ts'
import { type Record, recordBeside } from './record.ts'
import type { Settings } from './settings.ts'
import { waiverFinding } from './waiver-finding.ts'

/** How the waivers of each `accordant.yaml` fared in the plans of this run. */
export type WaiverLog = Map<Settings, LoggedWaivers>

export interface LoggedWaivers {
  readonly plans: string[]
  /** By the waiver's index, what was wrong with it in each plan. */
  readonly standings: Map<number, (WaiverProblem | null)[]>
}

export function logWaivers(
  log: WaiverLog,
  { settings, file }: { readonly settings: Settings; readonly file: string },
  { plan }: Inspected,
  standings: ReadonlyMap<number, WaiverProblem | null>,
): void {
  if (plan === null) return
  const own: LoggedWaivers = log.get(settings) ?? { plans: [], standings: new Map() }
  log.set(settings, own)
  own.plans.push(file)
  for (const [index, problem] of standings) {
    own.standings.set(index, [...(own.standings.get(index) ?? []), problem])
  }
}

/** Tells in the settings what is wrong with their waivers. */
export function recordWaiverProblems(book: Record, log: WaiverLog): void {
  for (const [settings, logged] of log) {
    const { source } = settings
    if (source === null) continue
    const complete = sawItsPlans(book, settings, logged)
    const findings = [...logged.standings].flatMap(
      ([index, standings]): readonly PlacedFinding[] => {
        const problem = worst(standings, complete)
        return problem === null ? [] : [source.document.place(waiverFinding(problem, index))]
      },
    )
    recordBeside(book, source, { kind: 'config', findings }, settings)
  }
}

/**
 * A waiver that sets nothing aside in one plan may be meant for another: only who saw the plan that the settings name, or the
 * settings and all that lies beside them, can tell.
 */
function sawItsPlans(book: Record, { folder, config, source }: Settings, { plans }: LoggedWaivers) {
  const named = config?.plan === undefined ? ['plan.yaml', 'plan.md'] : [config.plan]
  const own = named.map((plan) => resolve(join(folder, plan)))
  const checked = [...book.files].flatMap(([file, open]) => (open.checked ? [resolve(file)] : []))
  return (
    plans.some((file) => own.includes(resolve(file))) ||
    (source !== null && checked.includes(resolve(source.file)))
  )
}

/** Null where it is in use in one of the plans. */
function worst(standings: readonly (WaiverProblem | null)[], complete: boolean) {
  if (standings.includes(null)) return null
  const problems = standings.flatMap((problem) => problem ?? [])
  const sure = problems.find(({ certain }) => certain)
  if (sure !== undefined) return sure
  const here = problems.find(({ part }) => part !== 'path') ?? problems[0] ?? null
  return complete ? here : null
}
