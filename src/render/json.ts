import type { Result } from '../model/result.ts'
import { formatJson } from './json-text.ts'

/** The result of docs/result-format.md. */
export function renderResultJson(result: Result): string {
  return formatJson(result)
}
