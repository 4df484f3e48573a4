import type { Result } from '../model/result.ts'
import { jsonText } from './json-text.ts'

/** The result of docs/result-format.md. */
export function json(result: Result): string {
  return jsonText(result)
}
