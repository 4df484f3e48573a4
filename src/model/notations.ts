import { toComparable, toPlainWords } from './comparable.ts'

/** A number with thousands in groups, a percent sign or a currency; null where it could mean two things ("400.000") or is none. */
export function readNumber(text: string): number | null {
  const bare = text
    .trim()
    .replace(/^(?:[A-Z]{3}|[€$£])\s*(?=[-+]?\d)/, '')
    .replace(/(?<=\d)\s*(?:%|percent|per cent|[€$£]|[A-Z]{3})$/, '')
  if (/^[-+]?\d{1,3}(?:[,'’\u00a0\u202f ]\d{3})+(?:\.\d+)?$/.test(bare)) {
    return Number(bare.replaceAll(/[,'’\u00a0\u202f ]/g, ''))
  }
  if (/^[-+]?\d+(?:\.\d+)?$/.test(bare))
    return /^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(bare) ? null : Number(bare) + 0
  return /^[-+]?\d+,\d{1,2}$/.test(bare) ? Number(bare.replace(',', '.')) + 0 : null
}

/** The one whole number in a text with words around it: "Level 2", "10 working days", "five". */
export function readWhole(text: string): number | null {
  const numbers = [...text.matchAll(/\d+(?:[.,]\d+)*/g)]
  if (numbers.length === 1) {
    const [found] = numbers[0] ?? ['']
    return /^\d{1,6}$/.test(found) && text.length < 200 ? Number(found) : readNumber(found)
  }
  if (numbers.length > 1) return null
  const counts = toComparable(text)
    .split(' ')
    .flatMap((word) => readCount(word) ?? [])
  return counts.length === 1 ? (counts[0] ?? null) : null
}

/** As `readWhole`: a week has 7 days, a month 30, a quarter 90, a year 365; hours count where they are whole days. */
export function readDays(text: string): number | null {
  const whole = readWhole(text)
  const from = Math.max(text.search(/\d/), 0)
  const unit = unitPattern.exec(text.slice(from, from + 200))?.[1]?.toLowerCase()
  if (whole === null || unit === undefined) return whole
  const days = whole * (daysPerUnit[unit] ?? 1)
  return Number.isInteger(days) ? days : null
}

const unitPattern = /(?:\b|\d)(hour|day|week|month|quarter|year)s?\b/i

const daysPerUnit: Readonly<Record<string, number>> = {
  __proto__: null as never,
  ...{ hour: 1 / 24, day: 1, week: 7, month: 30, quarter: 90, year: 365 },
}

const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

function readCount(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word)
  const index = numberWords.indexOf(word)
  return index === -1 ? null : index + 1
}

/** An ISO 8601 duration out of "weekly", "every two weeks", "quarterly", "every 3 months" or itself; null for anything else. */
export function readDuration(text: string): string | null {
  const bare = text.trim()
  if (/^P(?=\d|T)[\dYMWDTHS.]+$/.test(bare)) return bare
  const words = toComparable(bare.replaceAll('-', ' '))
  const named = durations[words]
  if (named !== undefined) return named
  const found =
    /^(?:(?:once )?(?:every|each|per|a|an)|once (?:a|an|every)) (?:(\w+) )?(day|week|month|quarter|year)s?$/.exec(
      words,
    )
  if (found === null) return null
  const count = found[1] === undefined ? 1 : readCount(found[1])
  return count === null ? null : formatPeriod(count, found[2] ?? '')
}

const durations: Readonly<Record<string, string>> = {
  __proto__: null as never,
  daily: 'P1D',
  weekly: 'P1W',
  fortnightly: 'P2W',
  'every fortnight': 'P2W',
  'every other week': 'P2W',
  'every second week': 'P2W',
  monthly: 'P1M',
  'every other month': 'P2M',
  'every second month': 'P2M',
  quarterly: 'P3M',
  'four times a year': 'P3M',
  'half yearly': 'P6M',
  'twice a year': 'P6M',
  'every half year': 'P6M',
  'semi annually': 'P6M',
  yearly: 'P1Y',
  annually: 'P1Y',
  annual: 'P1Y',
}

function formatPeriod(count: number, unit: string): string {
  if (unit === 'quarter') return `P${count * 3}M`
  return `P${count}${unit.charAt(0).toUpperCase()}`
}

/** A day, or why a text is none. */
type DayReading =
  | { readonly day: string }
  | { readonly day: null; readonly why: 'incomplete' | 'none' }
  /** Both days that it can mean, the one that is written day first before the other. */
  | { readonly day: null; readonly why: 'ambiguous'; readonly days: readonly string[] }

/** A day as people write it, if it can mean one day only: "1 December 2026", `31/12/2026`; not `1/12/2026`, nothing without a year. */
export function readDay(text: string): DayReading {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim())
  if (iso !== null) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text.trim())
  if (numbers !== null)
    return readDayNumbers(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]))
  return readDayWords(toPlainWords(text).split(' '))
}

function readDayNumbers(first: number, second: number, year: number): DayReading {
  if (first === second) return toDay(year, first, second)
  if (first <= 12 && second <= 12) {
    const meant = [toDay(year, second, first), toDay(year, first, second)]
    return { day: null, why: 'ambiguous', days: meant.flatMap(({ day }) => day ?? []) }
  }
  return first > 12 ? toDay(year, second, first) : toDay(year, first, second)
}

/** In any order: a month's name, a number with a day, a year; weekdays, "of", "by" and "the" beside them. */
function readDayWords(words: readonly string[]): DayReading {
  const named = words.filter((word) => !fillerWords.has(word))
  const month = named.map((word) => findMonth(word)).find((found) => found !== null)
  const year = named.find((word) => /^\d{4}$/.test(word))
  const days = named.flatMap((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1] ?? [])
  const isDate =
    named.length === [month, year].filter((found) => found != null).length + days.length
  if (!isDate || named.length === 0) return { day: null, why: 'none' }
  if (month == null || year === undefined || days.length !== 1) {
    return { day: null, why: month == null ? 'none' : 'incomplete' }
  }
  return toDay(Number(year), month, Number(days[0]))
}

const fillerWords = new Set([
  ...['of', 'the', 'by', 'on', 'until'],
  ...['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
])

const months =
  'january february march april may june july august september october november december'.split(' ')

function findMonth(word: string): number | null {
  if (word === 'sept') return 9
  const index = months.findIndex(
    (month) => month === word || (word.length === 3 && month.startsWith(word)),
  )
  return index === -1 ? null : index + 1
}

function toDay(year: number, month: number, day: number): DayReading {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? { day: date.toISOString().slice(0, 10) } : { day: null, why: 'none' }
}
