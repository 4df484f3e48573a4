import type { CheckOutcome } from '../../checks/judge-plan.ts'
import { createTopicFinder } from '../../checks/topics.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { getValueAt } from '../../model/value.ts'
import type { PlanToComplete } from '../../reading/write-draft.ts'
import { planGuide } from '../../words/en/plan-guide.ts'
import type { judgePlanSource } from '../check/judge-plan-source.ts'
import type { Source } from '../load/source.ts'
import type { keepRead } from './keep-read.ts'

/** A document as it was read and judged. */
interface ReadDocument extends ReturnType<typeof keepRead> {
  readonly source: Source
  readonly stage: string
  /** What was found in reading it. */
  readonly findings: readonly PlacedFinding[]
  readonly judged: ReturnType<typeof judgePlanSource>
}

/** The sections of a plan in their order, each with what was read and with where the document speaks of the rest. */
export function listDraftSections(read: ReadDocument): PlanToComplete['sections'] {
  const values: Readonly<Record<string, unknown>> = { ...read.plan, stage: read.stage }
  const notes = collectNotes(read)
  const keys = new Set([...sectionKeys, ...Object.keys(values), ...notes.keys()])
  return [...keys].map((key) => ({ key, value: values[key], ...(notes.get(key) ?? createNotes()) }))
}

const sectionKeys = Object.keys(planGuide).filter((path) => !path.includes('.'))

function createNotes() {
  return {
    topics: [] as PlanToComplete['sections'][number]['topics'][number][],
    problems: [] as PlanToComplete['sections'][number]['problems'][number][],
    absent: [] as PlanToComplete['sections'][number]['absent'][number][],
  }
}

type SectionNotes = ReturnType<typeof createNotes>

function collectNotes({ source, plan, findings, lost, judged }: ReadDocument) {
  const notes = new Map<string, SectionNotes>()
  const noteIn = (key: string | number = '') => {
    const known = notes.get(String(key)) ?? createNotes()
    notes.set(String(key), known)
    return known
  }
  const unread = new Map(judged.planScore.unread.map(({ check, lines }) => [check, lines]))
  for (const { check, place, findings: found } of judged.outcomes) {
    const lines = unread.get(check.id) ?? []
    if (lines.length > 0) addTopic(noteIn(place[0]), check.title, lines)
    for (const { absent, message } of found) {
      if (absent === true) noteIn(place[0]).absent.push(message)
    }
  }
  const findUnvisited = createUnvisitedFinder(source, plan)
  for (const outcome of judged.outcomes) {
    const { check, place } = outcome
    const known = notes.get(String(place[0]))?.topics.flatMap((own) => own.lines) ?? []
    const lines = findUnvisited(outcome, new Set(known))
    if (lines.length > 0) addTopic(noteIn(place[0]), check.title, lines)
  }
  for (const { id, path, line, message } of findings) {
    if (readingIds.test(id)) noteIn(path[0]).problems.push({ line, message })
  }
  for (const { path, words } of lost) {
    const { line } = source.document.span(path, 'value')
    noteIn(path[0]).problems.push({ line, message: { say: 'draft-entry-lost', words } })
  }
  return notes
}

function addTopic({ topics }: SectionNotes, title: string, lines: readonly number[]): void {
  topics.push({ title, lines: lines.slice(0, maxLines) })
}

/** Of one topic; more are named with the text that no topic points to. */
const maxLines = 10

/** Of reading and of the schema, rather than of checks. */
const readingIds = /^(?:yaml|schema)\./

/**
 * Finds the text about what a check asks of every entry, where no entry was read: no check misses it there, but whoever writes the
 * entries needs it. Nothing where all those lines are known.
 */
function createUnvisitedFinder({ document }: Source, plan: unknown) {
  const topics = createTopicFinder(document.prose ?? { sections: [] })
  return (
    { check, place, visits, unread, findings }: CheckOutcome,
    known: ReadonlySet<number>,
  ): readonly number[] => {
    const isPassedOver = visits === 0 && unread.length + findings.length === 0
    if (!isPassedOver || check.for === undefined || check.when !== undefined) return []
    if (getValueAt(plan, place) !== undefined) return []
    const lines = topics.findLines(check.topic ?? [])
    return lines.every((line) => known.has(line)) ? [] : lines
  }
}
