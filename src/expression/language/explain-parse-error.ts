import type { ExpressionIssue } from '../types.ts'
import { expressionLimits } from './limits.ts'

interface LibraryParseError {
  readonly code: string
  readonly summary: string
  readonly start: number
  readonly end: number
}

/** The library's complaint about a text, in plain words. */
export function explainParseError(complaint: LibraryParseError, source: string): ExpressionIssue {
  const start = Math.min(complaint.start, source.length)
  const end = Math.min(Math.max(complaint.end, start), source.length)
  const problem = (message: string, fix: string | null = null) => ({ message, start, end, fix })
  const found = source.slice(start, end)
  switch (complaint.code) {
    case 'unexpected_character':
    case 'unexpected_token':
    case 'expected_token':
      return createUnexpectedIssue(complaint, source, start, end)
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
      return problem('The text is not closed', 'Put a quote at its end')
    case 'newline_in_string':
      return problem('The text is not closed on its line', 'Put a quote at its end')
    case 'reserved_identifier':
      return problem(`"${found}" is a reserved word`)
    case 'limit_exceeded':
      return {
        message: describeExceededLimit(complaint.summary),
        start: 0,
        end: source.length,
        fix: null,
      }
    case 'invalid_macro_argument':
      return problem('Expected a name for the item first', 'Write it like all(x, x > 1)')
    case 'invalid_number':
    case 'invalid_integer':
    case 'invalid_hex_integer':
      return problem(`"${found}" is not a number that can be used here`)
    case 'invalid_exponent':
      return problem('A number is not complete')
    default:
      return problem(
        complaint.code.includes('escape') || complaint.code.includes('surrogate')
          ? `"${found}" has no meaning inside text; for a backslash write two`
          : 'This cannot be read as an expression',
      )
  }
}

function createUnexpectedIssue(
  complaint: LibraryParseError,
  source: string,
  start: number,
  end: number,
): ExpressionIssue {
  const expected = findExpectedSign(complaint.summary)
  if (start >= source.length) {
    const message = `The expression ends too early${expected === null ? '' : `; expected ${expected}`}`
    return { message, start: source.length, end: source.length, fix: null }
  }
  // The library cuts a character outside the basic plane in two.
  const character = String.fromCodePoint(source.codePointAt(start) ?? 0)
  const stop = Math.max(end, start + character.length)
  const found = source.slice(start, stop)
  const message = `Unexpected "${found}"${expected === null ? '' : `; expected ${expected}`}`
  return { message, start, end: stop, fix: fixesByToken.get(found) ?? null }
}

const fixesByToken: ReadonlyMap<string, string> = new Map([
  ['=', 'To compare write =='],
  ['&', 'For "and" write &&'],
  ['|', 'For "or" write ||'],
  ['and', 'For "and" write &&'],
  ['or', 'For "or" write ||'],
  ['not', 'For "not" write !'],
  ['is', 'To compare write =='],
  ['“', 'Use straight quotes'],
  ['”', 'Use straight quotes'],
  ['‘', 'Use straight quotes'],
  ['’', 'Use straight quotes'],
])

function findExpectedSign(summary: string): string | null {
  const token = /^Expected ([A-Z]+)/.exec(summary)?.[1]
  return signsByToken.get(token ?? '') ?? null
}

const signsByToken: ReadonlyMap<string, string> = new Map([
  ['RPAREN', '")"'],
  ['RBRACKET', '"]"'],
  ['RBRACE', '"}"'],
  ['COLON', '":"'],
  ['IDENTIFIER', 'a name'],
])

function describeExceededLimit(summary: string): string {
  if (summary.includes('maxDepth')) {
    return `The expression is nested too deep; at most ${expressionLimits.depth} levels`
  }
  if (summary.includes('maxAstNodes')) {
    return `The expression has too many parts; at most ${expressionLimits.nodes}`
  }
  return 'The expression has too many values in one place'
}
