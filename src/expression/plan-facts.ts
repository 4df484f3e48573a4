import type { Path } from '../model/finding.ts'
import { listUnread, moreKeys } from '../model/unread.ts'
import { cleanValue } from './language/clean-value.ts'
import { parseDay } from './language/days.ts'
import {
  createExpressionMeter,
  createPlanMeter,
  type Evaluation,
  type UnreadIds,
} from './language/evaluation-context.ts'
import {
  type ExpressionValue,
  isList,
  isMapValue,
  type ListValue,
  type MapValue,
  Unread,
} from './language/value.ts'

/** A plan made ready for its checks; made once, used by all of them. */
export interface PlanFacts {
  readonly plan: ExpressionValue
  readonly pathOf: (value: object) => Path | null
  /** The places that items of a list have in the plan, by the list. */
  readonly indexesOf: (list: ListValue) => readonly number[]
  /** The work that is left for all expressions on this plan together. */
  readonly meter: Evaluation['meter']
  /** What they run in, one after the other. */
  readonly run: PlanEvaluationContext
}

/** Names that change from visit to visit are put in place before each. */
interface PlanEvaluationContext extends Evaluation {
  readonly roots: Map<string, ExpressionValue>
}

/** One item that a check with `for` looks at. */
export interface Visit {
  readonly item: ExpressionValue
  /** Its number in the list as expressions see it, from 0. */
  readonly index: number
  /** Its place in the plan as written. */
  readonly path: Path
}

/** `today` is a date like `2026-11-23`, and the one thing here that must be right. */
export function buildPlanFacts(given: {
  readonly plan: unknown
  readonly today: string
  readonly people: ReadonlySet<string>
  readonly partners: ReadonlySet<string>
}): PlanFacts {
  const today = parseDay(given.today)
  if (today === null) throw new RangeError(`"${given.today}" is not a date`)
  const paths = new Map<object, Path>()
  const indexes = new Map<object, readonly number[]>()
  let isWhole = true
  const plan = cleanValue(given.plan, (copy, path, kept) => {
    if (copy instanceof Unread) isWhole = false
    paths.set(copy, path)
    if (kept !== null) indexes.set(copy, kept)
  })
  const nothing: MapValue = Object.create(null)
  paths.set(nothing, [])
  const root = plan === undefined || plan instanceof Unread ? nothing : plan
  const pathOf = (value: object) => paths.get(value) ?? null
  return {
    plan: root,
    pathOf,
    indexesOf: (list) => indexes.get(list) ?? [],
    meter: createPlanMeter(),
    run: {
      roots: new Map<string, ExpressionValue>([
        ['plan', root],
        ['today', today],
      ]),
      records: new Map(),
      people: given.people,
      partners: given.partners,
      unread: isWhole ? null : findUnreadIds(given.plan),
      pathOf,
      slots: [],
      meter: createExpressionMeter(),
    },
  }
}

function findUnreadIds(plan: unknown): UnreadIds {
  const find = (section: string) => {
    const paths = listUnread(plan, [section, 'id'])
    return paths.length === 0 ? null : new Unread(paths)
  }
  return { people: find('people'), partners: find('partners') }
}

/**
 * The items of the list under these keys, and of all of them where they lead through lists (`partners`, `objectives`). Places
 * that were not understood, where more items may be, are added to `hidden`.
 */
export function listVisits(
  facts: PlanFacts,
  keys: readonly (string | number)[],
  hidden: Path[] = [],
): readonly Visit[] {
  const visits: Visit[] = []
  const walk = (value: ExpressionValue | Unread | undefined, depth: number): void => {
    const key = keys[depth]
    if (value === undefined) return
    if (value instanceof Unread) hidden.push(...value.paths)
    else if (key === undefined) {
      if (isList(value)) addVisits(facts, value, visits, hidden)
    } else if (isList(value)) for (const item of value) walk(item, depth)
    else if (isMapValue(value)) walk(value[key] ?? value[moreKeys], depth + 1)
  }
  walk(facts.plan, 0)
  return visits
}

function addVisits(facts: PlanFacts, list: ListValue, visits: Visit[], hidden: Path[]): void {
  const path = facts.pathOf(list) ?? []
  const indexes = facts.indexesOf(list)
  for (const [index, item] of list.entries()) {
    if (item instanceof Unread) hidden.push(...item.paths)
    else visits.push({ item, index, path: [...path, indexes[index] ?? index] })
  }
}
