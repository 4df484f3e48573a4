import type { Message } from '../words/message.ts'
import { clipWord } from './problem.ts'
import { type CauseFinder, findValueStart, type Replacement } from './syntax-context.ts'

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
  if (!isNameless && !/^[*&][^ \t]*[ \t]+$/.test(before.slice(value))) return null
  const at = start + value
  const stop = isNameless ? at + 1 : Math.min(position, at + before.slice(value).trimEnd().length)
  return {
    start: at,
    end: stop,
    message: { say: sign === '*' ? 'text-begins-with-alias' : 'text-begins-with-anchor' },
    fix: quoteText,
    repair: { start: at, end, by: 'x' },
  }
}

const findColonInText: CauseFinder = ({ sign, before, start, end, position, line }) => {
  const value = findValueStart(line)
  const key = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0
  if (sign !== ':' || value >= before.length || value <= key) return null
  return {
    start: position,
    end: position + 1,
    message: { say: 'text-with-colon', text: clipWord(line.slice(value, position - start)) },
    fix: quoteText,
    ...('[{'.includes(line.charAt(value)) ? {} : { repair: { start: position, end, by: 'x' } }),
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

const findBadStart: CauseFinder = ({ sign, before, line, start, end, position }) => {
  if (sign === '' || !/(?:^|:|-|\?)[ \t]*$/.test(before)) return null
  const repair: Replacement = { start: position, end, by: 'x' }
  const found = { start: position, end: position + 1, repair }
  if ('@`%,]}'.includes(sign)) {
    return { ...found, message: { say: 'text-begins-with', sign }, fix: quoteText }
  }
  if (!/^[-?](?:[ \t]|$)/.test(line.slice(position - start)) || before.trim() === '') return null
  return {
    ...found,
    message: { say: 'text-begins-with-item', sign },
    fix: { say: 'text-begins-with-item-fix' },
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

/** Text that means something else to YAML, the most certain first. */
export const valueCauseFinders: readonly CauseFinder[] = [
  findTextInBlockHead,
  findTextAfterQuote,
  findNameInText,
  findColonInText,
  findBadStart,
  findTextAfterBracket,
]
