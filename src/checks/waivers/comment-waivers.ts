import type { Path, PlacedFinding, Span } from '../../model/finding.ts'
import { parseWaiver } from './parse-waiver.ts'
import type { Waiver, WaiverProblem } from './waiver.ts'

/** A comment in a file, without its marks. */
export interface WrittenComment extends Span {
  readonly text: string
  /** Nothing else stands on its line. */
  readonly alone: boolean
}

/** What of a file waivers in comments go by. */
export interface Commented {
  readonly text: string
  comments(): readonly WrittenComment[]
  span(path: Path, at: 'key' | 'value'): Span
}

export interface CommentWaivers {
  readonly waivers: readonly (Waiver & { readonly comment: WrittenComment })[]
  readonly problems: readonly (WaiverProblem & { readonly comment: WrittenComment })[]
}

/**
 * The waivers in the comments of a file. One reaches what begins on its own line, and all below that; alone on its line, what
 * begins on the next line that holds more than comments.
 */
export function commentWaivers(document: Commented): CommentWaivers {
  const waivers: CommentWaivers['waivers'][number][] = []
  const problems: CommentWaivers['problems'][number][] = []
  const comments = document.comments()
  const lines = document.text.split(/\r\n?|\n/)
  const passed = passedOver(lines, comments)
  const linesOf = linesFinder(document)
  for (const comment of comments) {
    const parsed = parseWaiver(comment.text)
    if (parsed === null) continue
    if ('problem' in parsed) {
      const form = markedAs(lines, comment, parsed.form)
      problems.push({ ...malformed(parsed.problem, form), comment })
      continue
    }
    let line = comment.alone ? comment.endLine + 1 : comment.line
    while (comment.alone && passed.has(line)) line++
    const { checks, ...rest } = parsed.waiver
    const covers = (finding: PlacedFinding) => linesOf(finding).has(line)
    for (const check of checks) waivers.push({ ...rest, check, from: 'comment', covers, comment })
  }
  return { waivers, problems }
}

function malformed(message: string, form: string): WaiverProblem {
  return {
    id: 'waiver.unknown',
    severity: 'error',
    message,
    fix: `Write it as ${form}`,
    part: 'all',
    certain: true,
  }
}

/** In the marks of the comment that is there. */
function markedAs(
  lines: readonly string[],
  { line, column }: WrittenComment,
  form: string,
): string {
  const isHtml = lines[line - 1]?.startsWith('<!--', column - 1) === true
  return isHtml ? `<!-- ${form} -->` : `# ${form}`
}

/** Lines between a comment and what it is about: blank ones, other comments, and dashes alone. */
function passedOver(
  lines: readonly string[],
  comments: readonly WrittenComment[],
): ReadonlySet<number> {
  const passed = new Set<number>()
  for (const [index, line] of lines.entries()) if (/^[\s-]*$/.test(line)) passed.add(index + 1)
  for (const { alone, line, endLine } of comments) {
    for (let own = line; alone && own <= endLine; own++) passed.add(own)
  }
  return passed
}

/** The lines on which a finding, or anything that it lies in, begins. */
function linesFinder(document: Commented): (finding: PlacedFinding) => ReadonlySet<number> {
  const known = new WeakMap<PlacedFinding, ReadonlySet<number>>()
  const find = ({ path, line }: PlacedFinding): ReadonlySet<number> => {
    const above = path.map((_key, depth) => document.span(path.slice(0, depth + 1), 'key').line)
    return new Set([line, ...above])
  }
  return (finding) => {
    const lines = known.get(finding) ?? find(finding)
    known.set(finding, lines)
    return lines
  }
}
