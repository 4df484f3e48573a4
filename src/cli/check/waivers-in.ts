import type { Source } from '../source.ts'
import { misplacedWaivers, type PlanWaivers, waiversOf } from '../waivers-of.ts'
import type { Inspected } from './inspected.ts'
import type { Settings } from './settings.ts'

/** What waivers do to what was found in a file; only findings in plans can be waived. */
export function waiversIn(
  source: Source,
  { kind, plan, findings }: Inspected,
  { settings, today }: { readonly settings: Settings; readonly today: string },
): PlanWaivers {
  if (kind === 'plan') {
    const { config, known } = settings
    return waiversOf(source, { plan, findings, config, checks: known(), today })
  }
  return {
    waived: new Map(),
    problems: misplacedWaivers(source),
    standings: new Map(),
    expired: false,
  }
}
