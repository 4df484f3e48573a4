import { applyWaivers } from '../../checks/waivers/apply-waivers.ts'
import { type CommentWaivers, parseCommentWaivers } from '../../checks/waivers/comment-waivers.ts'
import { type ConfigWaiver, resolveConfigWaivers } from '../../checks/waivers/config-waivers.ts'
import {
  type ChecksById,
  createWaiverIssue,
  type Waiver,
  type WaiverIssue,
} from '../../checks/waivers/waiver.ts'
import type { AppliedWaiver } from '../../model/check-run.ts'
import type { Config } from '../../model/config.ts'
import type { PlacedFinding, Span } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import { listUnread } from '../../model/unread.ts'
import { renderExcerpt } from '../../reading/excerpt.ts'
import { getLine } from '../../reading/lines.ts'
import type { Source } from '../load/source.ts'

/** What waivers do to the findings of one plan. */
interface PlanWaivers {
  readonly waived: ReadonlyMap<PlacedFinding, AppliedWaiver>
  /** What is wrong with the waivers in the plan's comments, placed in the plan. */
  readonly problems: readonly PlacedFinding[]
  /** Would another day have set more aside? */
  readonly expired: boolean
  /** What is wrong with each waiver of the settings, as far as this plan shows; null where it is in use. */
  readonly problemsByIndex: ReadonlyMap<number, WaiverIssue | null>
}

interface WaiverContext {
  /** Null where the file could not be understood as a plan: then nobody can say that a waiver is unused. */
  readonly plan: Plan | null
  /** Was all of the plan understood? */
  readonly isWhole: boolean
  readonly findings: readonly PlacedFinding[]
  readonly config: Config | null
  readonly checks: ChecksById
  readonly today: string
}

/** Applies the waivers in a plan's comments, then those of the settings, to its findings. */
export function applyPlanWaivers({ document }: Source, given: WaiverContext): PlanWaivers {
  const { plan, isWhole, findings, config, checks, today } = given
  const { waivers, problems } = readCommentWaivers(document)
  const outside = plan === null ? [] : resolveConfigWaivers(config?.waivers ?? [], document.partial)
  // An id that is unread may be the one of whoever waives.
  const isKnown = plan !== null && listUnread(plan, ['people', 'id']).length === 0
  const people = isKnown ? (plan.people ?? []).map(({ id }) => id) : []
  const around = { checks, people, today, value: document.partial }
  const all: readonly Waiver[] = [...waivers, ...outside]
  const { waived, issues } = applyWaivers(findings, { ...around, waivers: all })
  const wrong = waivers.flatMap((waiver) => {
    const problem = issues.get(waiver) ?? null
    const isShown = problem !== null && (problem.certain || isWhole)
    return isShown ? [{ problem, waiver }] : []
  })
  return {
    waived,
    problems: [
      ...problems.map((problem) => placeWaiverProblem(document, problem, problem.comment)),
      ...wrong.map(({ problem, waiver }) =>
        placeWaiverProblem(document, problem, findFaultySpan(document.text, waiver, problem)),
      ),
    ],
    expired: [...issues.values()].some((problem) => problem?.id === 'waiver.expired'),
    problemsByIndex: new Map(
      outside.map((waiver) => [
        waiver.index,
        chooseWaiverProblem(waiver, issues.get(waiver) ?? null, isWhole),
      ]),
    ),
  }
}

const noCommentWaivers: CommentWaivers = { waivers: [], problems: [] }

/** Most files have none, and need no look for comments. */
function readCommentWaivers(document: Source['document']): CommentWaivers {
  return /accordant[-_]/i.test(document.text) ? parseCommentWaivers(document) : noCommentWaivers
}

/** Waivers in a file that is no plan: they do nothing there, and its author should know. */
export function findMisplacedWaivers({ document }: Source): readonly PlacedFinding[] {
  const { waivers, problems } = readCommentWaivers(document)
  const comments = new Set([...waivers, ...problems].map(({ comment }) => comment))
  return [...comments].map((comment) => placeWaiverProblem(document, misplacedWaiver, comment))
}

const misplacedWaiver = createWaiverIssue(
  'waiver.unused',
  null,
  { say: 'waiver-misplaced' },
  { say: 'fix-and-remove-waiver' },
)

/** That its path leads nowhere says more than that it is unused. Where something is unread, nobody knows either. */
function chooseWaiverProblem(
  { pathIssue: lost }: ConfigWaiver,
  problem: WaiverIssue | null,
  isWhole: boolean,
): WaiverIssue | null {
  if (problem?.certain === false && !isWhole) return null
  return problem?.certain === false && lost !== null ? lost : problem
}

function placeWaiverProblem(
  { name, text }: Source['document'],
  { certain: _, ...finding }: WaiverIssue,
  { line, column, endLine, endColumn }: Span,
): PlacedFinding {
  const span = { line, column, endLine, endColumn }
  return { ...finding, path: [], ...span, file: name, excerpt: renderExcerpt(text, span) }
}

/** The words of the comment that are at fault, where they are on its first line; else all of it. */
function findFaultySpan(
  text: string,
  { comment, ...waiver }: CommentWaivers['waivers'][number],
  { path: [part] }: WaiverIssue,
): Span {
  const words = { check: waiver.check, by: `by=${waiver.by}`, until: `until=${waiver.until}` }
  const word = part === 'check' || part === 'by' || part === 'until' ? words[part] : null
  const { line } = comment
  const end = comment.endLine === line ? comment.endColumn - 1 : undefined
  const own = getLine(text, line).slice(0, end)
  const found = word === null ? -1 : findWordIndex(own, word, comment.column - 1)
  if (word === null || found === -1) return comment
  return { line, column: found + 1, endLine: line, endColumn: found + word.length + 1 }
}

function findWordIndex(line: string, word: string, from: number): number {
  const ends = (text: string) => text === '' || /[\s,]/.test(text)
  for (let at = line.indexOf(word, from); at !== -1; at = line.indexOf(word, at + 1)) {
    if (ends(line.charAt(at - 1)) && ends(line.charAt(at + word.length))) return at
  }
  return -1
}
