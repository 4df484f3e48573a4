import { toComparable } from './names.ts'
import { readCount } from './numbers.ts'

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
