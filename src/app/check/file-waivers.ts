import type { Source } from '../load/source.ts'
import type { Inspection } from './inspection.ts'
import { applyPlanWaivers, findMisplacedWaivers, type PlanWaivers } from './plan-waivers.ts'
import type { Settings } from './settings.ts'

/** What waivers do to what was found in a file; only findings in plans can be waived. */
export function applyFileWaivers(
  source: Source,
  { kind, plan, findings }: Inspection,
  { settings, today }: { readonly settings: Settings; readonly today: string },
): PlanWaivers {
  if (kind === 'plan') {
    const { config, known } = settings
    return applyPlanWaivers(source, { plan, findings, config, checks: known(), today })
  }
  return {
    waived: new Map(),
    problems: findMisplacedWaivers(source),
    problemsByIndex: new Map(),
    expired: false,
  }
}
