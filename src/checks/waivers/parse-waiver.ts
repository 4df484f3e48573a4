import { toOneLine } from '../../model/value.ts'
import { isDay, isKebab } from '../../model/vocabulary.ts'
import type { Message } from '../../words/message.ts'

/** A waiver as a comment has it. */
interface WaiverText {
  readonly checks: readonly string[]
  readonly by: string
  readonly until: string
  readonly reason: string
}

type ParsedWaiver =
  | { readonly waiver: WaiverText }
  /** What is wrong with it, and what of it is right. */
  | { readonly problem: Message; readonly right: WaiverText }

/** Reads the text of a comment, `accordant-waive <id>[, <id>] by=p1 until=2027-03-31 -- reason`; null where it is another comment. */
export function parseWaiver(comment: string): ParsedWaiver | null {
  const [, word, rest = ''] = /^(accordant[-_][a-z_-]+):?(?=\s|$)(.*)$/is.exec(comment) ?? []
  if (word === undefined || !waiverWordPattern.test(word)) return null
  const [, head = rest, reason = ''] = /^(.*?)(?:^|\s)(?:--|–|—)(?:\s(.*))?$/s.exec(rest) ?? []
  const parts = splitWaiverParts(head)
  const problems: readonly Message[] = [
    ...(word === 'accordant-waive' ? [] : [{ say: 'waiver-word-unknown', word } as const]),
    ...listWaiverMistakes(parts, reason.trim()),
  ]
  const { checks, by, until } = parts
  const read = { checks, by: by[0] ?? '', until: until[0] ?? '', reason: toOneLine(reason) }
  if (problems.length === 0) return { waiver: read }
  return {
    problem: { say: 'waiver-malformed', mistakes: problems },
    right: { ...read, until: isDay(read.until) ? read.until : '' },
  }
}

/** Words that are meant for a waiver, right or not. */
const waiverWordPattern =
  /^accordant[-_](?:waive[rd]?s?|waivers?|ignore|disable|allow|suppress|skip)(?:[-_].*)?$/i

interface WaiverParts {
  readonly checks: readonly string[]
  readonly by: readonly string[]
  readonly until: readonly string[]
  /** Settings with other names. */
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
): readonly Message[] {
  const missing: readonly Message[] = [
    ...(checks.length === 0 ? [{ say: 'lacks-check' } as const] : []),
    ...((by[0] ?? '') === '' ? [{ say: 'lacks-by' } as const] : []),
    ...((until[0] ?? '') === '' ? [{ say: 'lacks-until' } as const] : []),
    ...(reason === '' ? [{ say: 'lacks-reason' } as const] : []),
  ]
  const [person = '', day = ''] = [by[0], until[0]]
  return [
    ...(missing.length === 0 ? [] : [{ say: 'waiver-lacks', parts: missing } as const]),
    ...(day === '' || isDay(day) ? [] : [{ say: 'waiver-day-invalid', day } as const]),
    ...(person === '' || isKebab(person)
      ? []
      : [{ say: 'waiver-person-invalid', person } as const]),
    ...(by.length > 1 || until.length > 1 ? [{ say: 'waiver-part-repeated' } as const] : []),
    ...others.map((word) => ({ say: 'waiver-setting-unknown', word }) as const),
  ]
}
