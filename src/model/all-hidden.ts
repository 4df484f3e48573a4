import type { AllHiddenResult, Result } from './result.ts'

/** May nothing be shown but that there is no level? It stands apart from the schema, which costs time to load. */
export function isAllHidden(result: Result): result is AllHiddenResult {
  return result.hidden?.scope === 'all'
}
