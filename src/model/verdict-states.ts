import type { AllHiddenResult, PartnersHiddenResult, Result, ShownResult } from './result.ts'

/** May nothing be shown but that there is no level? This file is apart from the schema, which costs time to load. */
export function isAllHidden(result: Result): result is AllHiddenResult {
  return result.hidden?.scope === 'all'
}

/** Have too few partners answered for a level? */
export function lacksPartners({
  verdict,
}: Pick<ShownResult, 'verdict'> | Pick<PartnersHiddenResult, 'verdict'>): boolean {
  return verdict.reasons.some(({ code }) => code === 'partners')
}
