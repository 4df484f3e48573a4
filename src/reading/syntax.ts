import { type Problem, problem } from './problem.ts'
import { causes } from './syntax-causes.ts'
import { type Mend, spotAt } from './syntax-spot.ts'

/** What is behind a syntax error, in our words. */
export interface SyntaxError {
  readonly problem: Problem
  /** The text with something readable of the same length in the error's place; null where its extent is not known. */
  readonly mended: string | null
}

/** Finds the cause of the parser's complaint, which often shows only behind it; `reason` is the parser's own. */
export function explainSyntax(text: string, position: number, reason: string): SyntaxError {
  const spot = spotAt(text, position, reason)
  for (const find of causes) {
    const cause = find(spot)
    if (cause === null) continue
    const { start, end, message, fix, id = 'yaml.syntax' } = cause
    const mended = cause.mend === undefined ? null : mend(text, cause.mend)
    return { problem: problem({ id, start, end, message, fix }), mended }
  }
  return { problem: problem({ ...unknown, start: position, end: position + 1 }), mended: null }
}

const unknown = {
  id: 'yaml.syntax',
  message: 'This is no YAML that can be read',
  fix: 'Look at this line and the one above: indentation, quotes and brackets; quote text that holds signs',
}

function mend(text: string, { start, end, by }: Mend): string {
  return text.slice(0, start) + by.repeat(end - start) + text.slice(end)
}
