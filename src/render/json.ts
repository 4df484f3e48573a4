import type { Result } from '../model/result.ts'

/** The result of docs/result-format.md, two spaces deep, ending in a line feed. */
export function json(result: Result): string {
  return `${JSON.stringify(result, null, 2)}\n`
}
