import { toPlainWords } from './names.ts'

/** A day, or why a text is none. */
type DayReading =
  | { readonly day: string }
  | { readonly day: null; readonly why: 'ambiguous' | 'incomplete' | 'none' }

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
  if (first <= 12 && second <= 12) return { day: null, why: 'ambiguous' }
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
