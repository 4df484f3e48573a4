import type { Message } from '../words/message.ts'
import { suggestAnyWord } from './did-you-mean.ts'
import { createFinding, type Finding, type Path } from './finding.ts'
import type { RangeIssue } from './schema-unions.ts'
import { toSlug } from './slug.ts'
import { clip, nameValue } from './value.ts'
import { maxIdLength } from './vocabulary.ts'

/** What is wrong with one value, or one key. */

export function createKeyFinding(path: Path, expected: Message): Finding {
  const found = quoteText(String(path.at(-1) ?? ''))
  return createFinding(
    'schema.value',
    path,
    { say: 'value-is-not', found, expected },
    { at: 'key' },
  )
}

export function createTypeFinding(expected: Message, path: Path, value: unknown): Finding {
  if (value === undefined) {
    const message: Message = { say: 'key-missing', key: String(path.at(-1)), expected }
    return createFinding('schema.missing', path, message)
  }
  const found: Message =
    typeof value === 'number' && !Number.isFinite(value)
      ? { say: 'value-infinite' }
      : nameValue(value)
  const message: Message = { say: 'value-differs', expected, found }
  if (value === null) return createFinding('schema.missing', path, message)
  const fix = findQuotesFix(expected, value) ?? findShapeFix(expected, path)
  return createFinding('schema.type', path, message, { fix })
}

function findQuotesFix(expected: Message, value: unknown): Message | null {
  if (expected.say === 'type-text' && typeof value !== 'object') return { say: 'put-in-quotes' }
  const isNumeral = typeof value === 'string' && /^[+-]?\d+(\.\d+)?$/.test(value)
  return expected.say === 'type-number' && isNumeral ? { say: 'take-quotes-away' } : null
}

/** What a map looks like, in the places where people write a list of words. */
function findShapeFix(expected: Message, path: Path): Message | null {
  if (expected.say !== 'type-map') return null
  if (path.at(-1) === 'anchors') return { say: 'anchors-shape' }
  return path.at(-2) === 'choices' ? { say: 'choice-shape' } : null
}

export function createValueFinding(path: Path, value: unknown, words: readonly string[]): Finding {
  if (value === undefined || value === null) {
    return createTypeFinding({ say: 'type-one-of', words }, path, value)
  }
  const message: Message =
    typeof value === 'string'
      ? { say: 'unknown-value', found: quoteText(value), hint: suggestAnyWord(value, words) }
      : { say: 'unknown-value', found: nameValue(value), hint: { say: 'expected-one-of', words } }
  return createFinding('schema.value', path, message)
}

export function createTextFinding(path: Path, value: unknown, expected: Message): Finding {
  if (typeof value !== 'string') {
    return createFinding('schema.value', path, { say: 'value-expected', expected })
  }
  const message: Message =
    value.trim() === ''
      ? { say: 'value-differs', expected, found: { say: 'value-blank' } }
      : { say: 'value-is-not', found: quoteText(value), expected }
  const fix = expected.say === 'expected-id' ? findIdFix(value) : null
  return createFinding('schema.value', path, message, { fix })
}

/** Without the dimension before a point, and in the letters that ids have. */
function findIdFix(value: string): Message | null {
  const text = toSlug(value.slice(value.lastIndexOf('.') + 1))
  return text === '' || text.length > maxIdLength ? null : { say: 'write-instead', text }
}

export function createRangeFinding(path: Path, value: unknown, issue: RangeIssue): Finding {
  const [say, size] = findBound(issue)
  if (typeof value === 'number') {
    const bound: Message = { say, limit: String(size) }
    return createFinding('schema.value', path, { say: 'value-out-of-range', value, bound })
  }
  const limit: Message = {
    say: issue.origin === 'string' ? 'size-characters' : 'size-entries',
    size,
  }
  const expected: Message = { say, limit }
  const isSized = typeof value === 'string' || Array.isArray(value)
  const message: Message = isSized
    ? { say: 'value-differs', expected, found: { say: 'size-plain', size: value.length } }
    : { say: 'value-expected', expected }
  return createFinding('schema.value', path, message)
}

function findBound(issue: RangeIssue) {
  return issue.code === 'too_small'
    ? ([issue.inclusive ? 'bound-at-least' : 'bound-more-than', Number(issue.minimum)] as const)
    : ([issue.inclusive ? 'bound-at-most' : 'bound-less-than', Number(issue.maximum)] as const)
}

function quoteText(text: string): Message {
  return { say: 'value-quoted', text: clip(text) }
}
