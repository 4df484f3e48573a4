import { join, resolve } from 'node:path'
import type { WaiverIssue } from '../../checks/waivers/waiver.ts'
import type { Finding, PlacedFinding } from '../../model/finding.ts'
import { planNames } from '../load/source.ts'
import { addRelatedFindings, type CheckLog } from './check-log.ts'
import type { Settings } from './settings.ts'

/** How the waivers of each `accordant.yaml` fared in the plans of this run. */
export type WaiverLog = Map<Settings, LoggedWaivers>

interface LoggedWaivers {
  readonly plans: string[]
  /** By the waiver's index, what was wrong with it in each plan. */
  readonly problemsByIndex: Map<number, (WaiverIssue | null)[]>
}

/** Notes what a plan shows of the waivers of its settings. */
export function logWaivers(
  log: WaiverLog,
  settings: Settings,
  file: string,
  problems: ReadonlyMap<number, WaiverIssue | null>,
): void {
  const own: LoggedWaivers = log.get(settings) ?? { plans: [], problemsByIndex: new Map() }
  log.set(settings, own)
  own.plans.push(file)
  for (const [index, problem] of problems) {
    own.problemsByIndex.set(index, [...(own.problemsByIndex.get(index) ?? []), problem])
  }
}

/** Adds to the settings what is wrong with their waivers. */
export function addWaiverFindings(book: CheckLog, log: WaiverLog): void {
  for (const [settings, logged] of log) {
    const { source } = settings
    if (source === null) continue
    const complete = hasSeenPlans(book, settings, logged)
    const findings = [...logged.problemsByIndex].flatMap(
      ([index, standings]): readonly PlacedFinding[] => {
        const problem = chooseWorst(standings, complete)
        return problem === null ? [] : [source.document.place(toWaiverFinding(problem, index))]
      },
    )
    addRelatedFindings(book, source, { kind: 'config', findings }, settings)
  }
}

/**
 * A waiver that sets nothing aside in one plan may be meant for another. Only a run over the plan that the settings name, or
 * over the settings and all that lies beside them, shows it.
 */
function hasSeenPlans(
  book: CheckLog,
  { folder, config, source }: Settings,
  { plans }: LoggedWaivers,
) {
  const named = config?.plan === undefined ? planNames : [config.plan]
  const own = named.map((plan) => resolve(join(folder, plan)))
  const checked = [...book.files].flatMap(([file, open]) => (open.checked ? [resolve(file)] : []))
  return (
    plans.some((file) => own.includes(resolve(file))) ||
    (source !== null && checked.includes(resolve(source.file)))
  )
}

/** Null where it is in use in one of the plans. */
function chooseWorst(standings: readonly (WaiverIssue | null)[], complete: boolean) {
  if (standings.includes(null)) return null
  const problems = standings.flatMap((problem) => problem ?? [])
  const sure = problems.find(({ certain }) => certain)
  if (sure !== undefined) return sure
  const here = problems.find(({ path: [part] }) => part !== 'path') ?? problems[0] ?? null
  return complete ? here : null
}

/** At its place in the settings. */
export function toWaiverFinding({ certain: _, ...finding }: WaiverIssue, index: number): Finding {
  return { ...finding, path: ['waivers', index, ...finding.path] }
}
