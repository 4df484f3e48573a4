import { createTextProblem, type TextProblem } from './problem.ts'
import { causeFinders } from './syntax-causes.ts'
import { createSyntaxContext, type Replacement } from './syntax-context.ts'

/** What is behind a syntax error, in our words. */
export interface ExplainedSyntaxError {
  readonly problem: TextProblem
  /** The text with something readable of the same length in the error's place; null where its extent is not known. */
  readonly mended: string | null
}

/** Finds the cause of the parser's complaint, which often shows only behind it; `reason` is the parser's own. */
export function explainSyntax(
  text: string,
  position: number,
  reason: string,
): ExplainedSyntaxError {
  const spot = createSyntaxContext(text, position, reason)
  for (const find of causeFinders) {
    const cause = find(spot)
    if (cause === null) continue
    const { start, end, message, fix, id = 'yaml.syntax' } = cause
    const mended = cause.mend === undefined ? null : applyReplacement(text, cause.mend)
    return { problem: createTextProblem({ id, start, end, message, fix }), mended }
  }
  return {
    problem: createTextProblem({ ...unknownCause, start: position, end: position + 1 }),
    mended: null,
  }
}

const unknownCause = {
  id: 'yaml.syntax',
  message: 'This is no YAML that can be read',
  fix: 'Look at this line and the one above: indentation, quotes and brackets; quote text that holds signs',
}

function applyReplacement(text: string, { start, end, by }: Replacement): string {
  return text.slice(0, start) + by.repeat(end - start) + text.slice(end)
}
