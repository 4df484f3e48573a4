import { isDay } from '../../model/day.ts'
import { isKebab } from '../../model/vocabulary.ts'

/** A waiver as a comment has it. */
export interface WaiverText {
  readonly checks: readonly string[]
  readonly by: string
  readonly until: string
  readonly reason: string
}

export type ParsedWaiver =
  | { readonly waiver: WaiverText }
  /** What is wrong with it, and how it is written. */
  | { readonly problem: string; readonly form: string }

/**
 * Reads `accordant-waive <id>[, <id>] by=p1 until=2027-03-31 -- reason`, the text of a comment. Null where it is another
 * comment. A dash of a word processor does for `--`.
 */
export function parseWaiver(comment: string): ParsedWaiver | null {
  const [, word, rest = ''] = /^(accordant[-_][a-z_-]+):?(?=\s|$)(.*)$/is.exec(comment) ?? []
  if (word === undefined || !waiverWordPattern.test(word)) return null
  const [, head = rest, reason = ''] = /^(.*?)(?:^|\s)(?:--|–|—)(?:\s(.*))?$/s.exec(rest) ?? []
  const parts = splitWaiverParts(head)
  const problems = [
    ...(word === 'accordant-waive' ? [] : [`Unknown word "${word}"; expected "accordant-waive"`]),
    ...listWaiverMistakes(parts, reason.trim()),
  ]
  const { checks, by, until } = parts
  const read = { checks, by: by[0] ?? '', until: until[0] ?? '', reason: toOneLine(reason) }
  const [first, ...others] = problems
  if (first === undefined) return { waiver: read }
  return { problem: [first, ...others].join('; '), form: formatWaiver(read) }
}

/** Words that are meant for a waiver, right or not. */
const waiverWordPattern =
  /^accordant[-_](?:waive[rd]?s?|waivers?|ignore|disable|allow|suppress|skip)(?:[-_].*)?$/i

interface WaiverParts {
  readonly checks: readonly string[]
  readonly by: readonly string[]
  readonly until: readonly string[]
  /** Settings that there are none of. */
  readonly others: readonly string[]
}

function splitWaiverParts(head: string): WaiverParts {
  const words = head.split(/[\s,]+/).filter((word) => word !== '')
  const valuesOf = (key: string) =>
    words.flatMap((word) => (word.startsWith(`${key}=`) ? [word.slice(key.length + 1)] : []))
  return {
    checks: [...new Set(words.filter((word) => !word.includes('=')))],
    by: valuesOf('by'),
    until: valuesOf('until'),
    others: words.filter((word) => word.includes('=') && !/^(?:by|until)=/.test(word)),
  }
}

function listWaiverMistakes(
  { checks, by, until, others }: WaiverParts,
  reason: string,
): readonly string[] {
  const missing = [
    ...(checks.length === 0 ? ['no check'] : []),
    ...((by[0] ?? '') === '' ? ['no person ("by=")'] : []),
    ...((until[0] ?? '') === '' ? ['no last day ("until=")'] : []),
    ...(reason === '' ? ['no reason (behind "--")'] : []),
  ]
  const [person = '', day = ''] = [by[0], until[0]]
  return [
    ...(missing.length === 0 ? [] : [`The waiver has ${joinWords(missing)}`]),
    ...(day === '' || isDay(day)
      ? []
      : [`"${day}" is no real date; expected one like "2027-03-31"`]),
    ...(person === '' || isKebab(person)
      ? []
      : [`"${person}" is no id of a person; expected one like "p1"`]),
    ...(by.length > 1 || until.length > 1 ? ['"by" and "until" are given once'] : []),
    ...others.map((word) => `Unknown setting "${word}"; expected "by=" or "until="`),
  ]
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** As it should be, with what of it was right. */
function formatWaiver({ checks, by, until, reason }: WaiverText): string {
  const ids = checks.length === 0 ? 'CHECK' : checks.join(', ')
  const day = isDay(until) ? until : 'YYYY-MM-DD'
  return `accordant-waive ${ids} by=${by || 'PERSON'} until=${day} -- ${reason || 'REASON'}`
}

function toOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}
