import type { Path, PlacedFinding, Span } from '../../model/finding.ts'
import { toOneLine } from '../../model/value.ts'
import { isDay, isKebab } from '../../model/vocabulary.ts'
import type { Message } from '../../words/message.ts'

import { createWaiverIssue, type Waiver, type WaiverIssue } from './waiver.ts'

/** A comment in a file, without its marks. */
interface FileComment extends Span {
  readonly text: string
  /** Nothing else is on its line. */
  readonly alone: boolean
}

/** What waivers in comments need of a file. */
interface CommentedDocument {
  readonly text: string
  comments(): readonly FileComment[]
  span(path: Path, at: 'key' | 'value'): Span
}

export interface CommentWaivers {
  readonly waivers: readonly (Waiver & { readonly comment: FileComment })[]
  readonly problems: readonly (WaiverIssue & { readonly comment: FileComment })[]
}

/** The waivers in the comments of a file. One reaches what begins on its line; alone on its line, what begins on the next. */
export function parseCommentWaivers(document: CommentedDocument): CommentWaivers {
  const waivers: CommentWaivers['waivers'][number][] = []
  const problems: CommentWaivers['problems'][number][] = []
  const comments = document.comments()
  const lines = document.text.split(/\r\n?|\n/)
  const below = listLinesBelow(lines, comments)
  const onLine = createLineFinder(document)
  for (const comment of comments) {
    const parsed = parseWaiver(comment.text)
    if (parsed === null) continue
    if ('problem' in parsed) {
      const say = isHtml(lines, comment) ? 'write-html-waiver' : 'write-waiver'
      const fix: Message = { say, ...parsed.right }
      problems.push({ ...createWaiverIssue('waiver.unknown', null, parsed.problem, fix), comment })
      continue
    }
    const line = comment.alone ? (below[comment.endLine] ?? 0) : comment.line
    const { checks, ...rest } = parsed.waiver
    const covered = (own: readonly PlacedFinding[]) => onLine(own, line)
    for (const check of checks) waivers.push({ ...rest, check, from: 'comment', covered, comment })
  }
  return { waivers, problems }
}

function isHtml(lines: readonly string[], { line, column }: FileComment): boolean {
  return lines[line - 1]?.startsWith('<!--', column - 1) === true
}

/** By line, the next one that holds more than comments, space and dashes alone. */
function listLinesBelow(
  lines: readonly string[],
  comments: readonly FileComment[],
): readonly number[] {
  const commented = new Set<number>()
  for (const { alone, line, endLine } of comments) {
    for (let own = line; alone && own <= endLine; own++) commented.add(own)
  }
  const below: number[] = []
  let next = lines.length + 1
  for (let line = lines.length; line >= 0; line--) {
    below[line] = next
    if (!commented.has(line) && !/^[\s-]*$/.test(lines[line - 1] ?? '')) next = line
  }
  return below
}

type LineFinder = (findings: readonly PlacedFinding[], line: number) => readonly PlacedFinding[]

/** Finds the findings that begin on a line, or lie in what begins there; looks through a list of them once. */
function createLineFinder(document: CommentedDocument): LineFinder {
  const known = new WeakMap<readonly PlacedFinding[], ReadonlyMap<number, PlacedFinding[]>>()
  return (findings, line) => {
    const byLine = known.get(findings) ?? groupFindingsByLine(findings, document)
    known.set(findings, byLine)
    return byLine.get(line) ?? []
  }
}

function groupFindingsByLine(findings: readonly PlacedFinding[], document: CommentedDocument) {
  const byLine = new Map<number, PlacedFinding[]>()
  for (const finding of findings) {
    const { path, line } = finding
    const above = path.map((_key, depth) => document.span(path.slice(0, depth + 1), 'key').line)
    for (const own of new Set([line, ...above])) {
      const there = byLine.get(own) ?? []
      byLine.set(own, there)
      there.push(finding)
    }
  }
  return byLine
}

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
