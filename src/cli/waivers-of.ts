import { type CommentWaivers, commentWaivers } from '../checks/waivers/comment-waivers.ts'
import { type ConfigWaiver, configWaivers } from '../checks/waivers/config-waivers.ts'
import { setAside } from '../checks/waivers/set-aside.ts'
import type { KnownChecks, Waiver, WaiverProblem } from '../checks/waivers/waiver.ts'
import type { Waived } from '../model/check-run.ts'
import type { Config } from '../model/config.ts'
import type { PlacedFinding, Span } from '../model/finding.ts'
import type { Plan } from '../model/plan.ts'
import { excerpt } from '../reading/excerpt.ts'
import { lineAt } from '../reading/lines.ts'
import type { Source } from './source.ts'

/** What waivers do to the findings of one plan. */
export interface PlanWaivers {
  readonly waived: ReadonlyMap<PlacedFinding, Waived>
  /** What is wrong with the waivers in the plan's comments, placed in the plan. */
  readonly problems: readonly PlacedFinding[]
  /** Would another day have set more aside? */
  readonly expired: boolean
  /** What is wrong with each waiver of the settings, as far as this plan shows; null where it is in use. */
  readonly standings: ReadonlyMap<number, WaiverProblem | null>
}

export interface WaiversGiven {
  /** Null where the file could not be understood as a plan: then nobody can say that a waiver is in vain. */
  readonly plan: Plan | null
  readonly findings: readonly PlacedFinding[]
  readonly config: Config | null
  readonly checks: KnownChecks
  readonly today: string
}

/** Holds the waivers in a plan's comments, then those of the settings, against its findings. */
export function waiversOf({ document }: Source, given: WaiversGiven): PlanWaivers {
  const { plan, findings, config, checks, today } = given
  const { waivers, problems } = inComments(document)
  const outside = plan === null ? [] : configWaivers(config?.waivers ?? [], document.value)
  const people = (plan?.people ?? []).map(({ id }) => id)
  const around = { checks, people, today, value: document.value }
  const all: readonly Waiver[] = [...waivers, ...outside]
  const { waived, standings } = setAside(findings, { ...around, waivers: all })
  const wrong = waivers.flatMap((waiver) => {
    const problem = standings.get(waiver) ?? null
    const isTold = problem !== null && (problem.certain || plan !== null)
    return isTold ? [{ problem, waiver }] : []
  })
  return {
    waived,
    problems: [
      ...problems.map((problem) => placed(document, problem, problem.comment)),
      ...wrong.map(({ problem, waiver }) =>
        placed(document, problem, partOf(document.text, waiver, problem)),
      ),
    ],
    expired: [...standings.values()].some((problem) => problem?.id === 'waiver.expired'),
    standings: new Map(
      outside.map((waiver) => [waiver.index, standingOf(waiver, standings.get(waiver) ?? null)]),
    ),
  }
}

const none: CommentWaivers = { waivers: [], problems: [] }

/** Most files have none, and need no look for comments. */
function inComments(document: Source['document']): CommentWaivers {
  return /accordant[-_]/i.test(document.text) ? commentWaivers(document) : none
}

/** Waivers in a file that none reach: they do nothing there, and its author should know. */
export function misplacedWaivers({ document }: Source): readonly PlacedFinding[] {
  const { waivers, problems } = inComments(document)
  const comments = new Set([...waivers, ...problems].map(({ comment }) => comment))
  return [...comments].map((comment) => placed(document, misplaced, comment))
}

const misplaced: WaiverProblem = {
  id: 'waiver.unused',
  severity: 'warning',
  message: 'Waivers in comments are for plans; this one sets nothing aside',
  fix: 'Mend what is found, and take the waiver away',
  part: 'all',
  certain: true,
}

/** That its path leads nowhere says more than that it is in vain. */
function standingOf({ lost }: ConfigWaiver, problem: WaiverProblem | null): WaiverProblem | null {
  return problem?.certain === false && lost !== null ? lost : problem
}

function placed(
  { name, text }: Source['document'],
  { id, severity, message, fix }: WaiverProblem,
  { line, column, endLine, endColumn }: Span,
): PlacedFinding {
  const span = { line, column, endLine, endColumn }
  const own = { id, severity, message, fix, path: [], at: 'value' } as const
  return { ...own, ...span, file: name, excerpt: excerpt(text, span) }
}

/** The words of the comment that are at fault, where they stand on its first line; else all of it. */
function partOf(
  text: string,
  { comment, ...waiver }: CommentWaivers['waivers'][number],
  { part }: WaiverProblem,
): Span {
  const words = { check: waiver.check, by: `by=${waiver.by}`, until: `until=${waiver.until}` }
  const word = part === 'all' || part === 'path' ? null : words[part]
  const { line } = comment
  const end = comment.endLine === line ? comment.endColumn - 1 : undefined
  const own = lineAt(text, line).slice(0, end)
  const found = word === null ? -1 : indexOfWord(own, word, comment.column - 1)
  if (word === null || found === -1) return comment
  return { line, column: found + 1, endLine: line, endColumn: found + word.length + 1 }
}

function indexOfWord(line: string, word: string, from: number): number {
  const ends = (text: string) => text === '' || /[\s,]/.test(text)
  for (let at = line.indexOf(word, from); at !== -1; at = line.indexOf(word, at + 1)) {
    if (ends(line.charAt(at - 1)) && ends(line.charAt(at + word.length))) return at
  }
  return -1
}
