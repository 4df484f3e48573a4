import { quoteWord } from './problem.ts'
import { tooDeep } from './refusals.ts'
import {
  type CauseFinder,
  countIndent,
  findLineAbove,
  findUnclosedOpening,
  listLinesAbove,
  type SyntaxCause,
} from './syntax-context.ts'
import { indentCauseFinders } from './syntax-indent.ts'
import { createUnclosedQuoteCause, quoteCauseFinders } from './syntax-quotes.ts'
import { valueCauseFinders } from './syntax-values.ts'

const findTooDeep: CauseFinder = ({ reason, position }) =>
  reason.startsWith('nesting exceeded') ? { ...tooDeep, start: position, end: position + 1 } : null

const findTab: CauseFinder = ({ reason, position, start, line }) => {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  const told = reason.includes('tab characters')
  if (
    !told &&
    (!indent.includes('\t') || /comma|node content|end of the stream within/.test(reason))
  )
    return null
  const at = told ? position : start + indent.indexOf('\t')
  const message = 'A tab indents this line; expected spaces'
  return {
    start: at,
    end: at + 1,
    message,
    fix: 'Replace the tabs at the front of lines by spaces',
  }
}

const findWrongTag: CauseFinder = ({ reason, start, before, position, end }) => {
  if (!/\btag\b/.test(reason)) return null
  const at = start + Math.max(0, before.search(/![^\s!]*!?[^\s!]*[ \t]*$/))
  const written = before.slice(at - start).trim()
  const twice = reason.startsWith('duplication')
  const message = `The tag ${quoteWord(written)} is ${twice ? 'one too many' : 'not known'}`
  const fix = 'Delete the tag, or put the text in quotes if the "!" belongs to it'
  return {
    id: 'yaml.tag',
    start: at,
    end: position,
    message,
    fix,
    mend: { start: at, end, by: 'x' },
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
  const message = `The bracket "${sign}" that opens here is not closed`
  const fix = `Close it with "${closingBrackets[sign]}", or put the text in quotes if the bracket belongs to it`
  return { start: at, end: at + 1, message, fix }
}

/** Most other programs read it, so it is a habit of many. */
function createOutdentedBracketCause(at: number, sign: string): SyntaxCause {
  const kind = sign === '[' ? 'list' : 'map'
  const message = `The "${closingBrackets[sign]}" closes a ${kind} and stands no further in than its key`
  return { start: at, end: at + 1, message, fix: 'Put a space or more before it' }
}

const findBadEscape: CauseFinder = ({ reason, text, position }) => {
  if (!/escape sequence|hexadecimal/.test(reason)) return null
  const start = text.lastIndexOf('\\', position)
  const message = `${quoteWord(text.slice(start, position + 1))} means nothing in double quotes`
  const fix = 'Write the backslash twice, or put the text in single quotes'
  return { start, end: position + 1, message, fix, mend: { start, end: start + 1, by: 'x' } }
}

const findCommaError: CauseFinder = ({ reason, text, position, sign, start }) => {
  const fix = 'Put a comma between the entries, or quotes around their text'
  if (reason.startsWith('missed comma')) {
    const [above] = sign === ':' ? listLinesAbove(text, start) : []
    const end = above === undefined ? position + 1 : above.start + above.text.trimEnd().length
    const where = above === undefined ? `before ${quoteWord(sign)}` : 'at the end of this line'
    return { start: end - 1, end, message: `A "," is missing ${where}`, fix }
  }
  if (!reason.startsWith('expected the node content')) return null
  const found = { start: position, end: position + 1 }
  const message = 'There is nothing before this ","'
  return { ...found, message, fix: 'Delete the comma', mend: { ...found, by: ' ' } }
}

/** The most certain first. */
export const causeFinders: readonly CauseFinder[] = [
  findTooDeep,
  findWrongTag,
  findBadEscape,
  findTab,
  findUnclosed,
  ...quoteCauseFinders,
  ...valueCauseFinders,
  findCommaError,
  ...indentCauseFinders,
]
