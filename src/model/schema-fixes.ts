import type { Message } from '../words/message.ts'
import type { Path } from './finding.ts'
import { normaliseText } from './forms/written-text.ts'
import { readDay, readDays, readDuration, readNumber } from './notations.ts'
import { toSlug } from './slug.ts'
import { clip, getValueAt, isMap, toFlowText } from './value.ts'
import { isKebab, maxIdLength } from './vocabulary.ts'

/** What to write in place of a value that the schema refuses, where what is meant is certain; else how such a value looks, or null. */
export function findValueFix(
  expected: Message,
  value: unknown,
  path: Path,
  root: unknown,
): Message | null {
  if (expected.say === 'expected-reason') return { say: 'write-reason-or-remove' }
  if (value === null) return findEmptyFix(expected, path)
  if (expected.say === 'type-list') return findListFix(value)
  if (typeof value === 'string' && value.length > maxLength) return null
  switch (expected.say) {
    case 'expected-day':
      return findDayFix(toWrittenText(value))
    case 'expected-time':
      return findTimeFix(toWrittenText(value))
    case 'expected-duration':
      return findDurationFix(toWrittenText(value))
    case 'expected-id':
    case 'expected-id-of-80':
    case 'expected-full-id':
      return typeof value === 'string' ? findIdFix(expected, value, path, root) : null
    case 'type-number':
    case 'type-integer':
      return typeof value === 'string' ? findNumberFix(expected, value, path) : null
    case 'type-boolean':
      return findBooleanFix(value)
    case 'type-text':
      if (typeof value !== 'object') return { say: 'put-in-quotes' }
      return path.at(-1) === 'scale' ? { say: 'name-scale' } : null
    case 'type-map':
      return findShapeFix(value, path)
    default:
      return null
  }
}

/** What to write where an entry with a name has no id. */
export function findMissingFix(path: Path, root: unknown): Message | null {
  const entry = getValueAt(root, path.slice(0, -1))
  if (path.at(-1) !== 'id' || !isMap(entry)) return null
  const id = toSlug(toWrittenText(entry.name ?? entry.title ?? ''), maxIdLength)
  return isKebab(id) ? writeInstead(`"id: ${id}"`) : null
}

/** Of longer texts nothing is certain. */
const maxLength = 200

/** The same for a key. */
export function findKeyIdFix(expected: Message, path: Path, root: unknown): Message | null {
  const key = String(path.at(-1) ?? '')
  return expected.say === 'expected-id' || expected.say === 'expected-full-id'
    ? findIdFix(expected, key, path, root)
    : null
}

/** Blank for a list or a map, of which no text can be made. */
function toWrittenText(value: unknown): string {
  return typeof value === 'object' ? '' : String(value)
}

function findEmptyFix(expected: Message, path: Path): Message {
  if (typeof path.at(-1) === 'number') return { say: 'item-empty-fix' }
  const isCollection = expected.say === 'type-map' || expected.say === 'type-list'
  return { say: isCollection ? 'collection-empty-fix' : 'value-empty-fix' }
}

function findDayFix(written: string): Message | null {
  const read = readDay(written.replace(/^(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?$/, '$1-$2-$3'))
  if (read.day !== null) return writeInstead(read.day)
  if (read.why === 'ambiguous') return { say: 'write-one-meant', texts: read.days }
  return read.why === 'incomplete' ? { say: 'write-whole-day' } : null
}

/** A day alone is noon: the hour is of no consequence, and no time zone makes another day of it. */
function findTimeFix(written: string): Message | null {
  const [, date = '', hours = '12', minutes = '00'] =
    /^(.+?)(?:(?:T|,?\s+)(\d\d?)[:.h](\d\d)(?:[:.]\d\d)?(?:\s*(?:Z|UTC|Uhr))?)?$/.exec(
      written.trim(),
    ) ?? []
  const read = readDay(date)
  if (read.day === null || Number(hours) > 23 || Number(minutes) > 59) return null
  return writeInstead(`${read.day}T${hours.padStart(2, '0')}:${minutes}:00Z`)
}

function findDurationFix(written: string): Message | null {
  const text = written.trim()
  const duration = readDuration(text.toUpperCase()) ?? readDuration(text) ?? readPeriod(text)
  return duration === null ? null : writeInstead(duration)
}

/** `3 months`, `two weeks`, `week`. */
function readPeriod(text: string): string | null {
  return readDuration(`every ${text}`)
}

function findNumberFix(expected: Message, text: string, path: Path): Message | null {
  const [, whole = '', thousands] = /^([+-]?\d+)(\.\d+)?$/.exec(text) ?? []
  if (thousands?.length === 4 && whole !== '0') {
    return { say: 'write-one-meant', texts: [String(Number(text)), text.replace('.', '')] }
  }
  if (whole !== '') return { say: 'take-quotes-away' }
  const counted = /^\d+ (?:working |calendar )?days?$/i.test(text)
  const isOfDays = counted || /days$/i.test(String(path.at(-1) ?? ''))
  const number = isOfDays
    ? readDays(text)
    : readNumber(text.replace(/\s*(?:\/|(?:out )?of)\s*\d+$/, ''))
  if (number === null) return null
  if (isShare(path)) return findRangeFix(number, path)
  return expected.say === 'type-integer' && !Number.isInteger(number)
    ? null
    : writeInstead(String(number))
}

/** Shares of one are written as percentages, and signs as their names. */
export function findRangeFix(value: unknown, path: Path): Message | null {
  if (typeof value === 'number') {
    return isShare(path) && value > 1 && value <= 100 ? writeInstead(String(value / 100)) : null
  }
  const sign =
    path.at(-1) === 'delimiter' ? delimitersByName.get(toWrittenText(value).toLowerCase()) : null
  return sign == null ? null : writeInstead(sign)
}

function isShare(path: Path): boolean {
  return path.at(-1) === 'coverage'
}

const delimitersByName: ReadonlyMap<string, string> = new Map([
  ['comma', '","'],
  ['semicolon', '";"'],
  ['tab', '"\\t"'],
  ['tabs', '"\\t"'],
  ['pipe', '"|"'],
  ['bar', '"|"'],
])

function findBooleanFix(value: unknown): Message | null {
  const word = normaliseText(toWrittenText(value))
  if (['yes', 'y', 'on', '1', 'true'].includes(word)) return writeInstead('true')
  return ['no', 'n', 'off', '0', 'false'].includes(word) ? writeInstead('false') : null
}

/** What people begin the items of a list with. */
const listSign = /^(?:[-–—•·*] ?\p{L}|\d+[.)] )/u

function findListFix(value: unknown): Message | null {
  if (isMap(value)) {
    const isList = Object.keys(value).every((key) => listSign.test(key))
    return { say: isList ? 'write-list-signs' : 'map-is-item' }
  }
  if (listSign.test(toWrittenText(value))) return { say: 'write-list-signs' }
  const words = toWrittenText(value).split(/[,;]\s*/)
  return words.length === 1 || words.every(isKebab)
    ? writeInstead(toFlowText(words))
    : { say: 'write-as-list' }
}

/** People write a list of names where each entry has an id beside its name. */
function findShapeFix(value: unknown, path: Path): Message | null {
  const [first = '', ...others] = typeof value === 'string' ? value.split(/\s+/) : []
  if ([first, ...others].every((word) => /^[\w.-]+:[^:]+$/.test(word))) {
    return { say: 'write-space-after-colon', line: first.replace(':', ': ') }
  }
  if (path.at(-1) === 'anchors') return { say: 'anchors-shape' }
  if (Array.isArray(value) && value.length > 0 && value.every(isMap))
    return { say: 'remove-dashes' }
  const example = examplesOfMaps.get(String(path.at(-1)))
  if (example !== undefined && typeof value === 'string') {
    return writeInstead(toFlowText({ id: toSlug(value, maxIdLength), ...example }))
  }
  const name = namesOfEntries.get(String(path.at(-2)))
  const id = typeof value === 'string' ? toSlug(value, maxIdLength) : ''
  return name === undefined || !isKebab(id)
    ? { say: 'write-as-map' }
    : writeInstead(toFlowText({ id, [name]: value }))
}

/** Maps of which people know the id alone, with what else they need. */
const examplesOfMaps: ReadonlyMap<string, object> = new Map([
  ['questionnaire', { version: '…' }],
  ['respondent', {}],
])

const namesOfEntries: ReadonlyMap<string, string> = new Map([
  ['partners', 'name'],
  ['people', 'name'],
  ['choices', 'title'],
])

/**
 * The id of whoever has that name in the file; where the words are to become an id, that id. What refers to something that is
 * not in the file may have any id, so the one that its words would give is no more than likely.
 */
function findIdFix(expected: Message, text: string, path: Path, root: unknown): Message | null {
  const named = findIdByName(text, root)
  if (named !== null) return writeInstead(named)
  const bare = text.replace(/^[^\s.]+\.(?=[^\s.]+$)/, '')
  const parts = expected.say === 'expected-full-id' ? text.split('.') : [bare]
  const ids = parts.map((part) => toSlug(part, maxIdLength))
  if (ids.length > 2 || !ids.every(isKebab)) return null
  const id = ids.join('.')
  return isNewId(path) ? writeInstead(id) : { say: 'write-likely-id', id }
}

/** Does an id begin here? Everywhere else it names something. */
function isNewId(path: Path): boolean {
  return ['id', 'partnership'].includes(String(path.at(-1))) || path.at(-2) === 'scales'
}

function findIdByName(name: string, root: unknown): string | null {
  if (typeof root !== 'object' || root === null) return null
  const known = idsByName.get(root) ?? listIdsByName(root)
  idsByName.set(root, known)
  const [id, ...others] = known.get(normaliseText(name)) ?? []
  return others.length === 0 && typeof id === 'string' ? toSlug(id, maxIdLength) || null : null
}

/** A file may have thousands of wrong ids. */
const idsByName = new WeakMap<object, ReadonlyMap<string, readonly unknown[]>>()

function listIdsByName(root: object): ReadonlyMap<string, readonly unknown[]> {
  const ids = new Map<string, unknown[]>()
  for (const list of [getValueAt(root, ['partners']), getValueAt(root, ['people'])]) {
    for (const entry of Array.isArray(list) ? list : []) {
      if (!isMap(entry) || typeof entry.name !== 'string') continue
      const words = normaliseText(entry.name)
      const own = ids.get(words)
      if (own === undefined) ids.set(words, [entry.id])
      else own.push(entry.id)
    }
  }
  return ids
}

function writeInstead(text: string): Message {
  return { say: 'write-instead', text: clip(text, 120) }
}
