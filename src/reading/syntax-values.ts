import type { Message } from '../words/message.ts'
import { findLineEnd } from './lines.ts'
import { clipWord } from './problem.ts'
import { findAnswerLineFix, isResponseText } from './syntax-answers.ts'
import {
  type CauseFinder,
  findClosingQuote,
  findValueStart,
  hasKey,
  listLinesAbove,
  type Replacement,
  type SyntaxCause,
} from './syntax-context.ts'

const quoteText: Message = { say: 'quote-text' }

const findTextAfterQuote: CauseFinder = ({ before, start, position, end, line, sign }) => {
  const value = findValueStart(line)
  const quote = line.charAt(value)
  if (!`"'`.includes(quote) || quote === '' || sign === ':' || sign === '') return null
  if (!before.trimEnd().endsWith(quote) || before.trimEnd().length === value + 1) return null
  const isApostrophe = quote === "'" && before.endsWith(quote)
  return {
    start: position,
    end,
    message: { say: 'text-after-quote', text: clipWord(line.slice(position - start)) },
    fix: { say: isApostrophe ? 'write-apostrophe-twice' : 'quote-all' },
    repair: { start: start + value, end, by: 'x' },
  }
}

const findNameInText: CauseFinder = ({ reason, before, start, end, position, line }) => {
  const value = findValueStart(line)
  const sign = line.charAt(value)
  if (!'*&'.includes(sign) || sign === '') return null
  const isNameless = reason.startsWith('name of an')
  const isBullet = /^[ \t]*\* /.test(line)
  if (!isNameless && !/^[*&][^ \t]*[ \t]+$/.test(before.slice(value))) return null
  const at = start + value
  const stop = isNameless ? at + 1 : Math.min(position, at + before.slice(value).trimEnd().length)
  return {
    start: at,
    end: stop,
    message: { say: sign === '*' ? 'text-begins-with-alias' : 'text-begins-with-anchor' },
    fix: isBullet ? { say: 'write-list-signs' } : quoteText,
    repair: { start: at, end, by: 'x' },
  }
}

const findColonInText: CauseFinder = ({ text, sign, before, start, end, position, line }) => {
  const value = findValueStart(line)
  const key = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0
  if (sign !== ':' || value >= before.length || value <= key) return null
  const joined = isResponseText(text) ? /[^,{] (state|value|reason|note)$/.exec(before) : null
  if (line.charAt(value) === '{' && joined !== null)
    return createCommaCause(position, joined[1] ?? '')
  return {
    start: position,
    end: position + 1,
    message: { say: 'text-with-colon', text: clipWord(line.slice(value, position - start)) },
    fix: findAnswerLineFix(text, line) ?? findStraightQuotesFix(line.slice(value)) ?? quoteText,
    ...('[{'.includes(line.charAt(value)) ? {} : { repair: { start: position, end, by: 'x' } }),
  }
}

/** Quotes of a word processor are letters to YAML. */
function findStraightQuotesFix(written: string): Message | null {
  return /^[“„«»‘‚]/.test(written) ? { say: 'straight-quotes-fix' } : null
}

/** Two keys between braces, and nothing between them. */
function createCommaCause(position: number, key: string): SyntaxCause {
  return {
    start: position - key.length,
    end: position,
    message: { say: 'comma-missing-before', sign: key },
    fix: { say: 'comma-missing-fix' },
  }
}

const findTextInBlockHead: CauseFinder = ({ reason, before, start, end, position, line }) => {
  if (!/a line break is expected|chomping|indentation width/.test(reason)) return null
  const at = before.search(/[|>][-+0-9]*[ \t]*$/)
  if (at === -1) return null
  const sign = before.slice(at).trim()
  const text = clipWord(line.slice(position - start))
  return {
    start: position,
    end,
    message: { say: 'text-beside-block-sign', sign, text },
    fix: { say: 'text-beside-block-sign-fix' },
    repair: { start: start + at, end, by: 'x' },
  }
}

const findBadStart: CauseFinder = ({ text, sign, before, line, start, end, position }) => {
  if (sign === '' || !/(?:^|:|-|\?)[ \t]*$/.test(before)) return null
  const repair: Replacement = { start: position, end, by: 'x' }
  const found = { start: position, end: position + 1, repair }
  if (line.slice(position - start).startsWith('```')) {
    return { ...found, message: { say: 'code-fence' }, fix: { say: 'code-fence-fix' } }
  }
  if ('@`%,]}'.includes(sign)) {
    return { ...found, message: { say: 'text-begins-with', sign }, fix: quoteText }
  }
  if (!/^[-?](?:[ \t]|$)/.test(line.slice(position - start)) || before.trim() === '') return null
  const fix = findAnswerLineFix(text, line)
  if (line.slice(position - start).trim() === sign) {
    return { ...found, message: { say: 'sign-alone', sign }, fix: fix ?? { say: 'put-in-quotes' } }
  }
  return {
    ...found,
    message: { say: 'text-begins-with-item', sign },
    fix: fix ?? { say: 'text-begins-with-item-fix' },
  }
}

const findTextAfterBracket: CauseFinder = ({ sign, before, start, end, position, line }) => {
  const value = findValueStart(line)
  const opening = line.charAt(value)
  if (sign === '' || !/[\]}][ \t]*$/.test(before)) return null
  if (']}'.includes(sign)) {
    return {
      start: position,
      end: position + 1,
      message: { say: 'bracket-too-many', closing: sign },
      fix: { say: 'delete-it' },
      repair: { start: position, end, by: ' ' },
    }
  }
  if (opening === '' || !'[{'.includes(opening)) return null
  const rest = clipWord(line.slice(position - start))
  return {
    start: start + value,
    end: start + value + 1,
    message: { say: opening === '[' ? 'text-begins-with-list' : 'text-begins-with-map', rest },
    fix: quoteText,
    repair: { start: start + value, end, by: 'x' },
  }
}

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

/** Quotes, and text that means something else to YAML, the most certain first. */
export const valueCauseFinders: readonly CauseFinder[] = [
  findQuoteClosedBelow,
  findQuotedItemAbove,
  findTextInBlockHead,
  findTextAfterQuote,
  findNameInText,
  findColonInText,
  findBadStart,
  findTextAfterBracket,
]
