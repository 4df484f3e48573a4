import type { Path } from '../model/finding.ts'
import { clean } from './language/clean.ts'
import { parseDay } from './language/days.ts'
import {
  type Day,
  isList,
  isMapValue,
  type List,
  type MapValue,
  type Value,
} from './language/value.ts'
import { type Meter, planMeter } from './language/work.ts'

/** A plan made ready for its checks; made once, used by all of them. */
export interface PlanFacts {
  readonly plan: Value
  readonly today: Day
  readonly people: ReadonlySet<string>
  readonly partners: ReadonlySet<string>
  readonly pathOf: (value: object) => Path | null
  /** The places that items of a list have in the plan, by the list. */
  readonly indexesOf: (list: List) => readonly number[]
  /** The work that is left for all expressions on this plan together. */
  readonly meter: Meter
}

/** One item that a check with `for` looks at. */
export interface Visit {
  readonly item: Value
  /** Its number in the list as expressions see it, from 0. */
  readonly index: number
  /** Its place in the plan as written. */
  readonly path: Path
}

/** `today` is a date like `2026-11-23`, and the one thing here that must be right. */
export function planFacts(given: {
  readonly plan: unknown
  readonly today: string
  readonly people: ReadonlySet<string>
  readonly partners: ReadonlySet<string>
}): PlanFacts {
  const today = parseDay(given.today)
  if (today === null) throw new RangeError(`"${given.today}" is not a date`)
  const paths = new Map<object, Path>()
  const indexes = new Map<object, readonly number[]>()
  const plan = clean(given.plan, (copy, path, kept) => {
    paths.set(copy, path)
    if (kept !== null) indexes.set(copy, kept)
  })
  const nothing: MapValue = Object.create(null)
  paths.set(nothing, [])
  return {
    plan: plan ?? nothing,
    today,
    people: given.people,
    partners: given.partners,
    pathOf: (value) => paths.get(value) ?? null,
    indexesOf: (list) => indexes.get(list) ?? [],
    meter: planMeter(),
  }
}

/** The items of the list at a dotted path, and of all of them where the path leads through lists (`partners.objectives`). */
export function visitsOf(facts: PlanFacts, dotted: string): readonly Visit[] {
  let values: readonly Value[] = [facts.plan]
  for (const key of dotted.split('.')) {
    const parents = values.flatMap((value) => (isList(value) ? value : [value]))
    values = parents.flatMap((parent) => {
      const field = isMapValue(parent) ? parent[key] : undefined
      return field === undefined ? [] : [field]
    })
  }
  return values.flatMap((list) => (isList(list) ? visitsIn(facts, list) : []))
}

function visitsIn(facts: PlanFacts, list: List): readonly Visit[] {
  const path = facts.pathOf(list) ?? []
  const indexes = facts.indexesOf(list)
  return list.map((item, index) => ({ item, index, path: [...path, indexes[index] ?? index] }))
}
