import { findLineEnd } from './lines.ts'
import { clipWord } from './problem.ts'
import {
  type CauseFinder,
  findClosingQuote,
  findValueStart,
  hasKey,
  listLinesAbove,
  type SyntaxCause,
} from './syntax-context.ts'

/** A quote that is not closed ends at the next one, be it in a comment or a text below. */
const findQuoteClosedBelow: CauseFinder = ({ text, before, start, position, line }) => {
  const sign = /(["'])[ \t]*$/.exec(before)?.[1]
  if (sign === undefined) return null
  const value = findValueStart(line)
  if (line.charAt(value) === sign && /[ \t]{2}#/.test(before.slice(value))) {
    return createUnclosedQuoteCause(text, start + value)
  }
  let isSwallowed = isEntryStart(line)
  for (const above of listLinesAbove(text, start)) {
    const at = findValueStart(above.text)
    const opens = above.text.charAt(at) === sign
    if (opens && findClosingQuote(above.text, at, above.text.length) === null) {
      if (isSwallowed) return createUnclosedQuoteCause(text, above.start + at)
      const { repair: _, ...cause } = createTextAfterQuoteCause(
        at,
        position,
        line.slice(position - start).trimEnd(),
      )
      return cause
    }
    if (above.text.includes(sign)) return null
    isSwallowed ||= isEntryStart(above.text)
  }
  return null
}

function isEntryStart(line: string): boolean {
  return /^[ \t]*#/.test(line) || hasKey(line)
}

/** A quoted item with more text behind it is seen only at the key below the list. */
const findQuotedItemAbove: CauseFinder = ({ reason, text, start }) => {
  if (!reason.includes('multiline key')) return null
  for (const above of listLinesAbove(text, start)) {
    const isItem = /^ *- /.test(above.text)
    if (!isItem && hasKey(above.text)) return null
    if (!isItem) continue
    const at = findValueStart(above.text)
    const sign = above.text.charAt(at)
    const end = `"'`.includes(sign) ? findClosingQuote(above.text, at, above.text.length) : null
    if (end === null) continue
    const more = above.text.slice(end + 1).search(/[^ \t]/)
    const rest = more === -1 ? '' : above.text.slice(end + 1 + more).trimEnd()
    if (rest === '' || '#:'.includes(rest.charAt(0))) continue
    return createTextAfterQuoteCause(above.start + at, above.start + end + 1 + more, rest)
  }
  return null
}

/** `quote` is where the text's quote opens. */
export function createUnclosedQuoteCause(text: string, quote: number): SyntaxCause {
  const sign = text.charAt(quote)
  return {
    start: quote,
    end: quote + 1,
    message: { say: 'quote-unclosed', sign },
    fix: { say: 'quote-unclosed-fix' },
    repair: { start: quote, end: findLineEnd(text, quote), by: 'x' },
  }
}

/** `rest` begins at `start`, behind the text whose quote opens at `quote`. */
function createTextAfterQuoteCause(quote: number, start: number, rest: string): SyntaxCause {
  const end = start + rest.length
  return {
    start,
    end,
    message: { say: 'text-after-quote', text: clipWord(rest) },
    fix: { say: 'quote-all' },
    repair: { start: quote, end, by: 'x' },
  }
}

export const quoteCauseFinders: readonly CauseFinder[] = [findQuoteClosedBelow, findQuotedItemAbove]
