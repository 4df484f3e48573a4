import type { Message } from '../words/message.ts'
import { findLineEnd } from './lines.ts'
import { clipWord, createTextProblem, refusals, type TextProblem } from './problem.ts'
import {
  type CauseFinder,
  countIndent,
  createSyntaxContext,
  findClosingQuote,
  findLineAbove,
  listLinesAbove,
  type Replacement,
  type SyntaxCause,
} from './syntax-context.ts'

import { indentCauseFinders } from './syntax-indent.ts'
import { findQuotedLine, lineCauseFinders } from './syntax-lines.ts'
import { createUnclosedQuoteCause, valueCauseFinders } from './syntax-values.ts'

/** What is behind a syntax error. */
interface ExplainedSyntaxError {
  readonly problem: TextProblem
  /** The text with something readable of the same length in the error's place; null where its extent is unclear. */
  readonly repaired: string | null
}

/** Finds the cause of the parser's complaint, which often shows only behind it; `reason` is the parser's own. */
export function explainSyntax(
  text: string,
  position: number,
  reason: string,
): ExplainedSyntaxError {
  const cause = findCause(text, position, reason)
  const { id = 'yaml.syntax', message, fix, repair } = cause
  return {
    problem: createTextProblem({ id, message, fix }, cause),
    repaired: repair === undefined ? null : applyReplacement(text, repair),
  }
}

function findCause(text: string, position: number, reason: string): SyntaxCause {
  const context = createSyntaxContext(text, position, reason)
  for (const find of causeFinders) {
    const cause = find(context)
    if (cause !== null) return cause
  }
  return {
    start: position,
    end: position + 1,
    message: { say: 'syntax-unknown' },
    fix: { say: 'syntax-unknown-fix' },
  }
}

function applyReplacement(text: string, { start, end, by }: Replacement): string {
  return text.slice(0, start) + by.repeat(end - start) + text.slice(end)
}

const findTooDeep: CauseFinder = ({ reason, position }) =>
  reason.startsWith('nesting exceeded')
    ? { ...refusals.tooDeep, start: position, end: position + 1 }
    : null

const findTab: CauseFinder = ({ reason, position, start, line }) => {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  const isNamed = reason.includes('tab characters')
  if (
    !isNamed &&
    (!indent.includes('\t') || /comma|node content|end of the stream within/.test(reason))
  )
    return null
  const at = isNamed ? position : start + indent.indexOf('\t')
  return { start: at, end: at + 1, message: { say: 'tab-indent' }, fix: { say: 'tab-indent-fix' } }
}

const findWrongTag: CauseFinder = ({ reason, start, before, position, end }) => {
  if (!/\btag\b/.test(reason)) return null
  const at = start + Math.max(0, before.search(/![^\s!]*!?[^\s!]*[ \t]*$/))
  const tag = clipWord(before.slice(at - start))
  const twice = reason.startsWith('duplication')
  return {
    id: 'yaml.tag',
    start: at,
    end: position,
    message: { say: twice ? 'tag-second' : 'tag-unknown', tag },
    fix: { say: 'tag-fix' },
    repair: { start: at, end, by: 'x' },
  }
}

/** The complaint comes where the text or list should have gone on; what counts is where it began. */
const findUnclosed: CauseFinder = ({ reason, text, position, start, line }) => {
  if (!/deficient indentation|unexpected end of the/.test(reason)) return null
  const indent = position >= text.length ? 0 : countIndent(line)
  const owner = findLineAbove(text, start, indent)
  const at =
    findUnclosedOpening(text, owner?.start ?? 0, position) ?? findUnclosedOpening(text, 0, position)
  if (at === null) return null
  const sign = text.charAt(at)
  if ('[{'.includes(sign)) {
    const closes = text.charAt(position) === closingBrackets[sign]
    return closes
      ? createOutdentedBracketCause(position, sign)
      : createUnclosedBracketCause(at, sign)
  }
  return createUnclosedQuoteCause(text, at)
}

const closingBrackets: Readonly<Record<string, string>> = { '[': ']', '{': '}' }

function createUnclosedBracketCause(at: number, sign: string): SyntaxCause {
  return {
    start: at,
    end: at + 1,
    message: { say: 'bracket-unclosed', opening: sign },
    fix: { say: 'bracket-unclosed-fix', closing: closingBrackets[sign] ?? '' },
  }
}

/** Most other programs read it, so it is a habit of many. */
function createOutdentedBracketCause(at: number, sign: string): SyntaxCause {
  return {
    start: at,
    end: at + 1,
    message: { say: 'bracket-outdented', closing: closingBrackets[sign] ?? '' },
    fix: { say: 'bracket-outdented-fix' },
  }
}

const findBadEscape: CauseFinder = ({ reason, text, position }) => {
  if (!/escape sequence|hexadecimal/.test(reason)) return null
  const start = text.lastIndexOf('\\', position)
  return {
    start,
    end: position + 1,
    message: { say: 'yaml-escape-unknown', text: clipWord(text.slice(start, position + 1)) },
    fix: { say: 'yaml-escape-unknown-fix' },
    repair: { start, end: start + 1, by: 'x' },
  }
}

const findCommaError: CauseFinder = ({ reason, text, position, sign, start }) => {
  if (reason.startsWith('missed comma')) {
    const [above] = sign === ':' ? listLinesAbove(text, start) : []
    const end = above === undefined ? position + 1 : above.start + above.text.trimEnd().length
    const message: Message =
      above === undefined
        ? { say: 'comma-missing-before', sign: clipWord(sign) }
        : { say: 'comma-missing-at-end' }
    return { start: end - 1, end, message, fix: { say: 'comma-missing-fix' } }
  }
  if (!reason.startsWith('expected the node content')) return null
  const found = { start: position, end: position + 1 }
  return {
    ...found,
    message: { say: 'comma-after-nothing' },
    fix: { say: 'delete-comma' },
    repair: { ...found, by: ' ' },
  }
}

/** The most certain first. */
const causeFinders: readonly CauseFinder[] = [
  findTooDeep,
  findWrongTag,
  findBadEscape,
  findTab,
  findUnclosed,
  findQuotedLine,
  ...valueCauseFinders,
  findCommaError,
  ...lineCauseFinders,
  ...indentCauseFinders,
]

/** The innermost quote or bracket that opens from `from` on and is still open at `to`. */
function findUnclosedOpening(text: string, from: number, to: number): number | null {
  const open: number[] = []
  let at = from
  let begins = true
  while (at < to) {
    const sign = text.charAt(at)
    if (begins && (sign === '"' || sign === "'")) {
      const close = findClosingQuote(text, at, to)
      if (close === null) return at
      at = close
    } else if (begins && sign === '#') at = findLineEnd(text, at)
    else if (begins && '[{'.includes(sign)) open.push(at)
    else if (open.length > 0 && ']}'.includes(sign)) open.pop()
    // Behind a comment is the end of its line.
    const last = text.charAt(at)
    begins = ' \t\r\n[{'.includes(last) || (open.length > 0 && ',:'.includes(last))
    at++
  }
  return open.at(-1) ?? null
}
