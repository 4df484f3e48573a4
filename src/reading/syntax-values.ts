import { quoteWord } from './problem.ts'
import { type CauseFinder, findValueStart, type Replacement } from './syntax-context.ts'

const quoteFix = 'Put the text in quotes, or start it on the next line after `>-`'

const findTextAfterQuote: CauseFinder = ({ before, start, position, end, line, sign }) => {
  const value = findValueStart(line)
  const quote = line.charAt(value)
  if (!`"'`.includes(quote) || quote === '' || sign === ':' || sign === '') return null
  if (!before.trimEnd().endsWith(quote) || before.trimEnd().length === value + 1) return null
  const message = `The quoted text ends before ${quoteWord(line.slice(position - start))}`
  const apostrophe = quote === "'" && before.endsWith(quote)
  const fix = apostrophe
    ? `Write an apostrophe in single quotes twice (''), or put the text in double quotes`
    : `Put quotes around the whole text, or start it on the next line after \`>-\``
  return { start: position, end, message, fix, mend: { start: start + value, end, by: 'x' } }
}

const findNameInText: CauseFinder = ({ reason, before, start, end, position, line }) => {
  const value = findValueStart(line)
  const sign = line.charAt(value)
  if (!'*&'.includes(sign) || sign === '') return null
  const nameless = reason.startsWith('name of an')
  if (!nameless && !/^[*&][^ \t]*[ \t]+$/.test(before.slice(value))) return null
  const at = start + value
  const means = sign === '*' ? 'an alias' : 'a name'
  const message = `Text can't begin with "${sign}", which is read as ${means}`
  const stop = nameless ? at + 1 : Math.min(position, at + before.slice(value).trimEnd().length)
  return { start: at, end: stop, message, fix: quoteFix, mend: { start: at, end, by: 'x' } }
}

const findColonInText: CauseFinder = ({ sign, before, start, end, position, line }) => {
  const value = findValueStart(line)
  const key = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0
  if (sign !== ':' || value >= before.length || value <= key) return null
  const message = `Plain text can't hold ":" and a space, here after ${quoteWord(line.slice(value, position - start))}`
  return {
    start: position,
    end: position + 1,
    message,
    fix: quoteFix,
    ...('[{'.includes(line.charAt(value)) ? {} : { mend: { start: position, end, by: 'x' } }),
  }
}

const findTextInBlockHead: CauseFinder = ({ reason, before, start, end, position, line }) => {
  if (!/a line break is expected|chomping|indentation width/.test(reason)) return null
  const at = before.search(/[|>][-+0-9]*[ \t]*$/)
  if (at === -1) return null
  const head = before.slice(at).trim()
  const message = `Text begins on the line below "${head}"; found ${quoteWord(line.slice(position - start))}`
  const fix = 'Move the text to the next line and indent it, or put all of it in quotes'
  return { start: position, end, message, fix, mend: { start: start + at, end, by: 'x' } }
}

const findBadStart: CauseFinder = ({ sign, before, line, start, end, position }) => {
  if (sign === '' || !/(?:^|:|-|\?)[ \t]*$/.test(before)) return null
  const mend: Replacement = { start: position, end, by: 'x' }
  const found = { start: position, end: position + 1, mend }
  if ('@`%,]}'.includes(sign)) {
    return { ...found, message: `Text can't begin with "${sign}"`, fix: quoteFix }
  }
  if (!/^[-?](?:[ \t]|$)/.test(line.slice(position - start)) || before.trim() === '') return null
  const message = `Text can't begin with "${sign}" and a space`
  return {
    ...found,
    message,
    fix: 'Put the text in quotes; a list begins on the line below its key',
  }
}

const findTextAfterBracket: CauseFinder = ({ sign, before, start, end, position, line }) => {
  const value = findValueStart(line)
  const opening = line.charAt(value)
  if (sign === '' || !/[\]}][ \t]*$/.test(before)) return null
  if (']}'.includes(sign)) {
    const message = `There is one "${sign}" too many`
    return {
      start: position,
      end: position + 1,
      message,
      fix: 'Delete it',
      mend: { start: position, end, by: ' ' },
    }
  }
  if (opening === '' || !'[{'.includes(opening)) return null
  const kind = opening === '[' ? 'a list' : 'a map'
  const message = `Text can't begin with "${opening}", which is read as ${kind} that ends before ${quoteWord(line.slice(position - start))}`
  return {
    start: start + value,
    end: start + value + 1,
    message,
    fix: quoteFix,
    mend: { start: start + value, end, by: 'x' },
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
