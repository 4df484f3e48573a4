import { type Floor, floorOf } from './path-floor.ts'
import { costOf, costOfEffort, type PathItem, type PathTask } from './path-task.ts'

export interface StepsOnQuestion {
  readonly question: string
  readonly steps: number
  readonly effort: number
}

/**
 * The cheapest steps that meet every need of a task, by exact dynamic programming; null where none do.
 *
 * Backwards over the questions, in the order of their ids, it keeps for each tail of them every way to take steps that no
 * other way beats: what it costs and what it leaves for the questions before it to gain. A way whose cost cannot stay within
 * the budget, by the lower bound of `path-floor.ts`, is dropped; the budget grows until something is left. Then it reads
 * forwards, and takes on each question as many steps as the least cost allows: that is the list of ids that comes first.
 */
export function cheapestSteps(task: PathTask): readonly StepsOnQuestion[] | null {
  const stops = stopsOf(task)
  const floor = floorOf(task)
  const least = Math.ceil(floor.least / costOfEffort - 1e-6)
  const most = stops.reduce((all, { item }) => all + item.most * item.effort, 0)
  for (let extra = 0, effort = least; ; extra = 2 * extra + 1, effort = least + extra) {
    const tails = tailsOf(task, stops, floor, (effort + 1) * costOfEffort - 1)
    const cheapest = cheapestOf(tails[0] ?? [])
    if (cheapest !== null) return readForwards(stops, tails, cheapest)
    if (effort > most) return null
  }
}

/** A way to take steps on the questions from some place on. */
interface Tail {
  readonly cost: number
  /** What the questions before it still have to gain: the overall score's, then that of each need of their part. */
  readonly rest: readonly number[]
}

interface Stop {
  readonly item: PathItem
  readonly part: number
  readonly startsPart: boolean
}

function stopsOf(task: PathTask): readonly Stop[] {
  return task.parts.flatMap(({ items }, part) =>
    items.map((item, index) => ({ item, part, startsPart: index === 0 })),
  )
}

/** For each place among the questions, from before the first to after the last, the tails that begin there. */
function tailsOf(
  task: PathTask,
  stops: readonly Stop[],
  floor: Floor,
  budget: number,
): readonly (readonly Tail[])[] {
  const needsOf = (stop: Stop | undefined) => (stop ? (task.parts[stop.part]?.needs ?? []) : [])
  const all: (readonly Tail[])[] = []
  let tails: readonly Tail[] = [{ cost: 0, rest: [task.need, ...needsOf(stops.at(-1))] }]
  all.unshift(tails)
  for (let place = stops.length - 1; place >= 0; place -= 1) {
    const stop = stops[place]
    if (stop === undefined) continue
    const within = (tail: Tail) => floor.within(place, tail.cost, tail.rest, budget)
    tails = unbeaten(tails.flatMap((tail) => longer(tail, stop.item)).filter(within))
    if (stop.startsPart) tails = unbeaten(leavingPart(tails, needsOf(stops[place - 1])))
    all.unshift(tails)
  }
  return all
}

function longer(tail: Tail, item: PathItem): readonly Tail[] {
  const tails: Tail[] = []
  for (let steps = item.least; steps <= item.most; steps += 1) {
    const gains = item.gains[steps] ?? []
    tails.push({
      cost: tail.cost + costOf(item, steps),
      rest: tail.rest.map((rest, i) => Math.max(0, rest - (gains[i] ?? 0))),
    })
  }
  return tails
}

/** Out of one part, with all of its needs met, into the one before. */
function leavingPart(tails: readonly Tail[], needs: readonly number[]): readonly Tail[] {
  return tails
    .filter(({ rest }) => rest.every((each, i) => i === 0 || each === 0))
    .map(({ cost, rest }) => ({ cost, rest: [rest[0] ?? 0, ...needs] }))
}

/** The tails that no other beats: none costs as little and leaves as little. */
function unbeaten(tails: readonly Tail[]): readonly Tail[] {
  const kept: Tail[] = []
  for (const tail of tails.toSorted(byCost)) {
    if (!kept.some((other) => leavesNoMore(other.rest, tail.rest))) kept.push(tail)
  }
  return kept
}

function byCost(a: Tail, b: Tail): number {
  if (a.cost !== b.cost) return a.cost - b.cost
  for (let i = 0; i < a.rest.length; i += 1) {
    const difference = (a.rest[i] ?? 0) - (b.rest[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function leavesNoMore(rest: readonly number[], other: readonly number[]): boolean {
  for (let i = 0; i < rest.length; i += 1) if ((rest[i] ?? 0) > (other[i] ?? 0)) return false
  return true
}

function cheapestOf(tails: readonly Tail[]): number | null {
  const done = tails.filter(({ rest }) => rest.every((each) => each === 0))
  return done.length === 0 ? null : Math.min(...done.map((tail) => tail.cost))
}

function readForwards(
  stops: readonly Stop[],
  tails: readonly (readonly Tail[])[],
  cheapest: number,
): readonly StepsOnQuestion[] {
  let left = cheapest
  let gained: readonly number[] = []
  return stops.flatMap(({ item, startsPart }, place) => {
    const before = startsPart ? gained.slice(0, 1) : gained
    for (let steps = item.most; steps >= item.least; steps -= 1) {
      const gains = (item.gains[steps] ?? []).map((gain, i) => gain + (before[i] ?? 0))
      const after = left - costOf(item, steps)
      const fits = (tail: Tail) => tail.cost <= after && leavesNoMore(tail.rest, gains)
      if (!(tails[place + 1] ?? []).some(fits)) continue
      left = after
      gained = gains
      return steps === 0 ? [] : [{ question: item.question, steps, effort: steps * item.effort }]
    }
    return []
  })
}
