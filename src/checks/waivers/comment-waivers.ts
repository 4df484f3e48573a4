import type { Path, PlacedFinding, Span } from '../../model/finding.ts'
import type { Message } from '../../words/message.ts'
import { parseWaiver } from './parse-waiver.ts'
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
