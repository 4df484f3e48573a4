import type { Finding, Path } from '../model/finding.ts'
import type { Plan } from '../model/plan.ts'
import type { Prose } from '../model/prose.ts'
import { toSlug } from '../model/slug.ts'
import { moreKeys, unread } from '../model/unread.ts'
import { getValueAt, isMap } from '../model/value.ts'
import { checkReferences } from './check-references.ts'
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
  /** Where it would have failed if all the names in the document were known. */
  readonly places: readonly Path[]
}

/**
 * Judges what was read of a document. Where a check fails and unread text has its topic, it is judged again as if every map and
 * list said more than was read: what fails then too is wrong whatever the text says, and all else is unread. Nobody is
 * unknown whom the rest of the text may name. Source: design section 2, Prose.
 */
export function judgeDocument(
  checks: Parameters<typeof judgePlan>[0],
  given: Parameters<typeof judgePlan>[1],
  prose: Prose,
): DocumentJudgement {
  const { stage, outcomes } = judgePlan(checks, given)
  const failing = new Set(
    outcomes.flatMap(({ check, findings }) => (findings.length > 0 ? [check] : [])),
  )
  const asked = checks.filter(({ check }) => failing.has(check))
  const judgeAs = (plan: Plan) =>
    new Map(judgePlan(asked, { ...given, plan }).outcomes.map((one) => [one.check.id, one]))
  const named = judgeAs(addUnreadNames(given.plan, prose))
  const open = judgeAs(sayMore(given.plan) as Plan)
  const topics = createTopicFinder(prose)
  return {
    stage,
    outcomes: outcomes.map((outcome) => {
      const { check, findings, place } = outcome
      const nothing = { topicLines: [], places: [] }
      const [opened, byName] = [open.get(check.id), named.get(check.id)]
      // What passes only as long as no more is known of an entry is not settled.
      const isOpen = opened?.unread.some((path) => getValueAt(given.plan, path) !== undefined)
      if (findings.length === 0 && (outcome.visits === 0 || isOpen !== true))
        return { ...outcome, ...nothing }
      const topicLines = topics.findLines(check.topic ?? [])
      if (topicLines.length > 0 && opened !== undefined) {
        return { ...leaveOpen(opened), topicLines, places: [] }
      }
      if (findings.length === 0) return { ...outcome, ...nothing }
      const isOfNames = place[0] === 'people' || place[0] === 'partners'
      if (byName !== undefined && byName.unread.length > 0 && !isOfNames) {
        return { ...byName, topicLines, places: findings.map(({ path }) => path) }
      }
      const isAbsent = check.for === undefined && (opened?.findings.length ?? 0) === 0
      return { ...outcome, ...nothing, findings: isAbsent ? findings.map(markAbsent) : findings }
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

function markAbsent(finding: Finding): Finding {
  return { ...finding, absent: true }
}

/**
 * There may be more people and partners than were read: in unread text where no list of them was read, or where that text has a
 * name that is none of those listed.
 */
export function addUnreadNames(plan: Plan, { sections }: Prose): Plan {
  const passages = sections
    .flatMap((section) => section.passages)
    .filter(
      ({ unread: text, words, wordsRead }) => text !== '' && (wordsRead === 0 || wordsRead < words),
    )
  if (passages.length === 0) return plan
  const unknown = checkReferences(plan)
    .filter(({ id }) => id === 'reference.unknown')
    .map(({ path, at }) => String(at === 'key' ? path.at(-1) : getValueAt(plan, path)))
  const texts = unknown.length === 0 ? [] : passages.map((passage) => toSlug(passage.unread))
  const isNamed = unknown.some((id) => texts.some((text) => text.includes(id)))
  const addUnread = (entries: unknown) => {
    const listed = Array.isArray(entries) ? entries : []
    return isNamed || listed.length === 0 ? [...listed, unread] : listed
  }
  return { ...plan, people: addUnread(plan.people), partners: addUnread(plan.partners) } as Plan
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
