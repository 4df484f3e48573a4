import { Environment, ParseError } from '@marcbachmann/cel-js'
import type { Message } from '../../words/message.ts'
import type { ExpressionIssue } from '../types.ts'
import { expressionLimits } from './limits.ts'
import { type Tree, toPlainTree } from './tree.ts'

const environment = new Environment({
  limits: { maxDepth: expressionLimits.depth, maxAstNodes: expressionLimits.nodes },
})

/**
 * The one place where the CEL library is called: it reads the text into a tree. Checking and running the tree is ours, for
 * three things the library can't do: stop after so much work, say which field is missing, and speak plainly. Never throws.
 * The library is loaded when it is needed, since that costs time.
 */
export function parseByLibrary(source: string): Tree | ExpressionIssue {
  try {
    return toPlainTree(environment.parse(source).ast)
  } catch (error) {
    if (!(error instanceof ParseError)) {
      return { message: { say: 'expression-unreadable' }, start: 0, end: source.length, fix: null }
    }
    const { start, end } = error.range ?? { start: 0, end: source.length }
    return explainParseError({ code: error.code, summary: error.summary, start, end }, source)
  }
}

interface LibraryParseError {
  readonly code: string
  readonly summary: string
  readonly start: number
  readonly end: number
}

/** The library's complaint about a text, in plain words. */
function explainParseError(complaint: LibraryParseError, source: string): ExpressionIssue {
  const start = Math.min(complaint.start, source.length)
  const end = Math.min(Math.max(complaint.end, start), source.length)
  const problem = (message: Message, fix: Message | null = null) => ({ message, start, end, fix })
  const found = source.slice(start, end)
  switch (complaint.code) {
    case 'unexpected_character':
    case 'unexpected_token':
    case 'expected_token':
      return createUnexpectedIssue(complaint, source, start, end)
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
      return problem({ say: 'text-open' }, { say: 'close-text' })
    case 'newline_in_string':
      return problem({ say: 'text-open-on-line' }, { say: 'close-text' })
    case 'reserved_identifier':
      return problem({ say: 'word-reserved', found })
    case 'limit_exceeded':
      return {
        message: createLimitMessage(complaint.summary),
        start: 0,
        end: source.length,
        fix: null,
      }
    case 'invalid_macro_argument':
      return problem({ say: 'item-name-expected' }, { say: 'write-like', code: 'all(x, x > 1)' })
    case 'invalid_number':
    case 'invalid_integer':
    case 'invalid_hex_integer':
      return problem({ say: 'number-unusable', found })
    case 'invalid_exponent':
      return problem({ say: 'number-incomplete' })
    default:
      return problem(
        complaint.code.includes('escape') || complaint.code.includes('surrogate')
          ? { say: 'escape-unknown', found }
          : { say: 'expression-unreadable' },
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
    const message: Message =
      expected === null ? { say: 'expression-ends' } : { say: 'expression-ends-before', expected }
    return { message, start: source.length, end: source.length, fix: null }
  }
  // The library cuts a character outside the basic plane in two.
  const character = String.fromCodePoint(source.codePointAt(start) ?? 0)
  const stop = Math.max(end, start + character.length)
  const found = source.slice(start, stop)
  const message: Message =
    expected === null ? { say: 'sign-unexpected', found } : { say: 'sign-differs', found, expected }
  return { message, start, end: stop, fix: fixesByToken.get(found) ?? null }
}

const fixesByToken: ReadonlyMap<string, Message> = new Map<string, Message>([
  ['=', { say: 'write-equals' }],
  ['&', { say: 'write-and' }],
  ['|', { say: 'write-or' }],
  ['and', { say: 'write-and' }],
  ['or', { say: 'write-or' }],
  ['not', { say: 'write-not' }],
  ['is', { say: 'write-equals' }],
  ['“', { say: 'straight-quotes' }],
  ['”', { say: 'straight-quotes' }],
  ['‘', { say: 'straight-quotes' }],
  ['’', { say: 'straight-quotes' }],
])

function findExpectedSign(summary: string): Message | null {
  const token = /^Expected ([A-Z]+)/.exec(summary)?.[1]
  return signsByToken.get(token ?? '') ?? null
}

const signsByToken: ReadonlyMap<string, Message> = new Map<string, Message>([
  ['RPAREN', { say: 'sign-quoted', sign: ')' }],
  ['RBRACKET', { say: 'sign-quoted', sign: ']' }],
  ['RBRACE', { say: 'sign-quoted', sign: '}' }],
  ['COLON', { say: 'sign-quoted', sign: ':' }],
  ['IDENTIFIER', { say: 'sign-name' }],
])

function createLimitMessage(summary: string): Message {
  if (summary.includes('maxDepth')) {
    return { say: 'expression-too-deep', limit: expressionLimits.depth }
  }
  if (summary.includes('maxAstNodes')) {
    return { say: 'expression-too-large', limit: expressionLimits.nodes }
  }
  return { say: 'expression-too-wide' }
}
