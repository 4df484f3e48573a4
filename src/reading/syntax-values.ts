import { quoted } from './problem.ts'
import { type FindCause, type Mend, valueStart } from './syntax-spot.ts'

const quoteIt = 'Put the text in quotes, or start it on the next line after `>-`'

const afterQuote: FindCause = ({ before, start, position, end, line, sign }) => {
  const value = valueStart(line)
  const quote = line.charAt(value)
  if (!`"'`.includes(quote) || quote === '' || sign === ':' || sign === '') return null
  if (!before.trimEnd().endsWith(quote) || before.trimEnd().length === value + 1) return null
  const message = `The quoted text ends before ${quoted(line.slice(position - start))}`
  const apostrophe = quote === "'" && before.endsWith(quote)
  const fix = apostrophe
    ? `Write an apostrophe in single quotes twice (''), or put the text in double quotes`
    : `Put quotes around the whole text, or start it on the next line after \`>-\``
  return { start: position, end, message, fix, mend: { start: start + value, end, by: 'x' } }
}

const nameInText: FindCause = ({ reason, before, start, end, position, line }) => {
  const value = valueStart(line)
  const sign = line.charAt(value)
  if (!'*&'.includes(sign) || sign === '') return null
  const nameless = reason.startsWith('name of an')
  if (!nameless && !/^[*&][^ \t]*[ \t]+$/.test(before.slice(value))) return null
  const at = start + value
  const means = sign === '*' ? 'an alias' : 'a name'
  const message = `Text can't begin with "${sign}", which is read as ${means}`
  const stop = nameless ? at + 1 : Math.min(position, at + before.slice(value).trimEnd().length)
  return { start: at, end: stop, message, fix: quoteIt, mend: { start: at, end, by: 'x' } }
}

const colonInText: FindCause = ({ sign, before, start, end, position, line }) => {
  const value = valueStart(line)
  const key = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0
  if (sign !== ':' || value >= before.length || value <= key) return null
  const message = `Plain text can't hold ":" and a space, here after ${quoted(line.slice(value, position - start))}`
  return {
    start: position,
    end: position + 1,
    message,
    fix: quoteIt,
    ...('[{'.includes(line.charAt(value)) ? {} : { mend: { start: position, end, by: 'x' } }),
  }
}

const blockHead: FindCause = ({ reason, before, start, end, position, line }) => {
  if (!/a line break is expected|chomping|indentation width/.test(reason)) return null
  const at = before.search(/[|>][-+0-9]*[ \t]*$/)
  if (at === -1) return null
  const head = before.slice(at).trim()
  const message = `Text begins on the line below "${head}"; found ${quoted(line.slice(position - start))}`
  const fix = 'Move the text to the next line and indent it, or put all of it in quotes'
  return { start: position, end, message, fix, mend: { start: start + at, end, by: 'x' } }
}

const badStart: FindCause = ({ sign, before, line, start, end, position }) => {
  if (sign === '' || !/(?:^|:|-|\?)[ \t]*$/.test(before)) return null
  const mend: Mend = { start: position, end, by: 'x' }
  const found = { start: position, end: position + 1, mend }
  if ('@`%,]}'.includes(sign)) {
    return { ...found, message: `Text can't begin with "${sign}"`, fix: quoteIt }
  }
  if (!/^[-?](?:[ \t]|$)/.test(line.slice(position - start)) || before.trim() === '') return null
  const message = `Text can't begin with "${sign}" and a space`
  return {
    ...found,
    message,
    fix: 'Put the text in quotes; a list begins on the line below its key',
  }
}

const afterBracket: FindCause = ({ sign, before, start, end, position, line }) => {
  const value = valueStart(line)
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
  const message = `Text can't begin with "${opening}", which is read as ${kind} that ends before ${quoted(line.slice(position - start))}`
  return {
    start: start + value,
    end: start + value + 1,
    message,
    fix: quoteIt,
    mend: { start: start + value, end, by: 'x' },
  }
}

/** Text that means something else to YAML, the most certain first. */
export const valueCauses: readonly FindCause[] = [
  blockHead,
  afterQuote,
  nameInText,
  colonInText,
  badStart,
  afterBracket,
]
