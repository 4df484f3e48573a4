import { lineEnd } from './lines.ts'
import { quoted } from './problem.ts'
import {
  type Cause,
  closingQuote,
  type FindCause,
  hasKey,
  linesAbove,
  valueStart,
} from './syntax-spot.ts'

/** A quote that is not closed ends at the next one, be it in a comment or a text below. */
const closedBelow: FindCause = ({ text, before, start, position, line }) => {
  const sign = /(["'])[ \t]*$/.exec(before)?.[1]
  if (sign === undefined) return null
  const value = valueStart(line)
  if (line.charAt(value) === sign && /[ \t]{2}#/.test(before.slice(value))) {
    return unclosedQuote(text, start + value)
  }
  let isSwallowed = startsAnew(line)
  for (const above of linesAbove(text, start)) {
    const at = valueStart(above.text)
    const opens = above.text.charAt(at) === sign
    if (opens && closingQuote(above.text, at, above.text.length) === null) {
      if (isSwallowed) return unclosedQuote(text, above.start + at)
      const { mend: _, ...cause } = afterQuotedText(
        at,
        position,
        line.slice(position - start).trimEnd(),
      )
      return cause
    }
    if (above.text.includes(sign)) return null
    isSwallowed ||= startsAnew(above.text)
  }
  return null
}

function startsAnew(line: string): boolean {
  return /^[ \t]*#/.test(line) || hasKey(line)
}

/** A quoted item with more text behind it is seen only at the key below the list. */
const itemAbove: FindCause = ({ reason, text, start }) => {
  if (!reason.includes('multiline key')) return null
  for (const above of linesAbove(text, start)) {
    const isItem = /^ *- /.test(above.text)
    if (!isItem && hasKey(above.text)) return null
    if (!isItem) continue
    const at = valueStart(above.text)
    const sign = above.text.charAt(at)
    const end = `"'`.includes(sign) ? closingQuote(above.text, at, above.text.length) : null
    if (end === null) continue
    const more = above.text.slice(end + 1).search(/[^ \t]/)
    const rest = more === -1 ? '' : above.text.slice(end + 1 + more).trimEnd()
    if (rest === '' || '#:'.includes(rest.charAt(0))) continue
    return afterQuotedText(above.start + at, above.start + end + 1 + more, rest)
  }
  return null
}

/** `quote` is where the text's quote opens. */
export function unclosedQuote(text: string, quote: number): Cause {
  const sign = text.charAt(quote)
  return {
    start: quote,
    end: quote + 1,
    message: `The quote that opens here is not closed; expected another ${sign} at the end of the text`,
    fix: 'Close the quote, and indent every line in between',
    mend: { start: quote, end: lineEnd(text, quote), by: 'x' },
  }
}

/** `rest` stands from `start` on, behind the text whose quote opens at `quote`. */
export function afterQuotedText(quote: number, start: number, rest: string): Cause {
  const end = start + rest.length
  return {
    start,
    end,
    message: `The quoted text ends before ${quoted(rest)}`,
    fix: `Put quotes around the whole text, or start it on the next line after \`>-\``,
    mend: { start: quote, end, by: 'x' },
  }
}

export const quoteCauses: readonly FindCause[] = [closedBelow, itemAbove]
