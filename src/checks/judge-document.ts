import type { Prose } from '../model/prose.ts'
import { moreKeys, unread } from '../model/unread.ts'
import { isMap } from '../model/value.ts'
import { type CheckOutcome, judgePlan, type PlanJudgement } from './judge-plan.ts'
import { createTopicFinder } from './topics.ts'

/** A document for people, judged by what was read of it and by the topics of the rest. */
interface DocumentJudgement extends PlanJudgement {
  readonly outcomes: readonly DocumentOutcome[]
  /** The share of its words that was read, 0..1; null where nothing in it is about a topic. */
  readonly read: number | null
}

export interface DocumentOutcome extends CheckOutcome {
  /** The lines of unread text about its topic, where it would have failed without them. */
  readonly topicLines: readonly number[]
}

/**
 * Judges what was read of a document. Where a check fails and unread text has its topic, it is judged again as if every map and
 * list said more than was read: what fails then too is wrong whatever the text says, and all else is unread. Source: design
 * section 2, Prose.
 */
export function judgeDocument(
  checks: Parameters<typeof judgePlan>[0],
  given: Parameters<typeof judgePlan>[1],
  prose: Prose,
): DocumentJudgement {
  const { stage, outcomes } = judgePlan(checks, given)
  const plan = { ...given.plan, ...(sayMore(given.plan) as typeof given.plan) }
  const open = new Map(
    judgePlan(checks, { ...given, plan }).outcomes.map((one) => [one.check.id, one]),
  )
  const topics = createTopicFinder(prose)
  return {
    stage,
    outcomes: outcomes.map((outcome) => {
      const { check, findings } = outcome
      const topicLines = findings.length === 0 ? [] : topics.findLines(check.topic ?? [])
      const other = topicLines.length === 0 ? undefined : open.get(check.id)
      return other === undefined
        ? { ...outcome, topicLines: [] }
        : { ...leaveOpen(other), topicLines }
    }),
    read: topics.measureRead(checks.map(({ check }) => check.topic ?? [])),
  }
}

/** Where more than was read may decide, only what is wrong whatever the text says is told, and nothing is passed. */
function leaveOpen(outcome: CheckOutcome): CheckOutcome {
  const { findings, unread: hidden } = outcome
  return findings.length > 0 || hidden.length === 0
    ? outcome
    : { ...outcome, visits: 0, passed: 0, counted: false }
}

/** A copy in which every map may have more keys, and every list one more entry, that nobody understood. */
function sayMore(value: unknown): unknown {
  if (Array.isArray(value)) return [...value.map(sayMore), unread]
  if (!isMap(value)) return value
  const copy: Record<string | symbol, unknown> = Object.create(null)
  for (const [key, inner] of Object.entries(value)) copy[key] = sayMore(inner)
  copy[moreKeys] = true
  return copy
}
