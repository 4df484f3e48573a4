import { quoted } from './problem.ts'
import { tooDeep } from './refusals.ts'
import { indentCauses } from './syntax-indent.ts'
import { quoteCauses, unclosedQuote } from './syntax-quotes.ts'
import {
  type Cause,
  type FindCause,
  indentOf,
  lineAbove,
  linesAbove,
  openedBefore,
} from './syntax-spot.ts'
import { valueCauses } from './syntax-values.ts'

const depth: FindCause = ({ reason, position }) =>
  reason.startsWith('nesting exceeded') ? { ...tooDeep, start: position, end: position + 1 } : null

const tab: FindCause = ({ reason, position, start, line }) => {
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

const tag: FindCause = ({ reason, start, before, position, end }) => {
  if (!/\btag\b/.test(reason)) return null
  const at = start + Math.max(0, before.search(/![^\s!]*!?[^\s!]*[ \t]*$/))
  const written = before.slice(at - start).trim()
  const twice = reason.startsWith('duplication')
  const message = `The tag ${quoted(written)} is ${twice ? 'one too many' : 'not known'}`
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
const unclosed: FindCause = ({ reason, text, position, start, line }) => {
  if (!/deficient indentation|unexpected end of the/.test(reason)) return null
  const indent = position >= text.length ? 0 : indentOf(line)
  const owner = lineAbove(text, start, indent)
  const at = openedBefore(text, owner?.start ?? 0, position) ?? openedBefore(text, 0, position)
  if (at === null) return null
  const sign = text.charAt(at)
  if ('[{'.includes(sign)) {
    const closes = text.charAt(position) === closing[sign]
    return closes ? closedTooFarOut(position, sign) : unclosedBracket(at, sign)
  }
  return unclosedQuote(text, at)
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' }

function unclosedBracket(at: number, sign: string): Cause {
  const message = `The bracket "${sign}" that opens here is not closed`
  const fix = `Close it with "${closing[sign]}", or put the text in quotes if the bracket belongs to it`
  return { start: at, end: at + 1, message, fix }
}

/** Most other programs read it, so it is a habit of many. */
function closedTooFarOut(at: number, sign: string): Cause {
  const kind = sign === '[' ? 'list' : 'map'
  const message = `The "${closing[sign]}" closes a ${kind} and stands no further in than its key`
  return { start: at, end: at + 1, message, fix: 'Put a space or more before it' }
}

const badEscape: FindCause = ({ reason, text, position }) => {
  if (!/escape sequence|hexadecimal/.test(reason)) return null
  const start = text.lastIndexOf('\\', position)
  const message = `${quoted(text.slice(start, position + 1))} means nothing in double quotes`
  const fix = 'Write the backslash twice, or put the text in single quotes'
  return { start, end: position + 1, message, fix, mend: { start, end: start + 1, by: 'x' } }
}

const comma: FindCause = ({ reason, text, position, sign, start }) => {
  const fix = 'Put a comma between the entries, or quotes around their text'
  if (reason.startsWith('missed comma')) {
    const [above] = sign === ':' ? linesAbove(text, start) : []
    const end = above === undefined ? position + 1 : above.start + above.text.trimEnd().length
    const where = above === undefined ? `before ${quoted(sign)}` : 'at the end of this line'
    return { start: end - 1, end, message: `A "," is missing ${where}`, fix }
  }
  if (!reason.startsWith('expected the node content')) return null
  const found = { start: position, end: position + 1 }
  const message = 'There is nothing before this ","'
  return { ...found, message, fix: 'Delete the comma', mend: { ...found, by: ' ' } }
}

/** The most certain first. */
export const causes: readonly FindCause[] = [
  depth,
  tag,
  badEscape,
  tab,
  unclosed,
  ...quoteCauses,
  ...valueCauses,
  comma,
  ...indentCauses,
]
