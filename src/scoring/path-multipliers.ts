import { costPerEffort, type PathItem, type PathTask } from './path-task.ts'

/**
 * What one part's gains are worth, in the order of `gains`: the first is that of the overall score, the same in all parts. At these
 * multipliers every question can be looked at alone, which gives a lower bound on the cost of all (Lagrangian relaxation).
 */
export type Multipliers = readonly number[]

/**
 * Good multipliers for each part: any give a true bound, good ones a close one. Found by subgradient ascent with Polyak's
 * step towards the cheapest steps met on the way; `near` are multipliers of a task much like this one, from which small steps do.
 */
export function findMultipliers(
  task: PathTask,
  near?: readonly Multipliers[],
): readonly Multipliers[] {
  let multipliers = near ?? task.parts.map((part) => [0, ...part.needs.map(() => 0)])
  const rounds = near === undefined ? maxRoundsFromZero : maxRoundsFromNear
  let best = multipliers
  let highest = -Infinity
  let cheapest =
    near === undefined ? sumMaxCosts(task) : solveRelaxation(task, near).bound + maxBoundRise
  let pace = 1
  let waited = 0
  for (let round = 0; round < rounds; round += 1) {
    const found = solveRelaxation(task, multipliers)
    if (isFeasible(found)) cheapest = Math.min(cheapest, found.cost)
    if (found.bound > highest) {
      highest = found.bound
      best = multipliers
      waited = 0
    } else if (++waited > maxRoundsWithoutRise) {
      pace /= 2
      waited = 0
      multipliers = best
      continue
    }
    const length = computeSquaredNorm(task, found)
    if (length === 0 || cheapest - highest < costPerEffort / 2) break
    multipliers = moveMultipliers(
      task,
      multipliers,
      found,
      (pace * (cheapest - found.bound)) / length,
    )
  }
  return best
}

/** What steps cost when their gains are paid for. */
export function getReducedCost(item: PathItem, steps: number, multipliers: Multipliers): number {
  const gains = item.gains[steps] ?? []
  let cost = item.costs[steps] ?? 0
  for (let i = 0; i < multipliers.length; i += 1) cost -= (multipliers[i] ?? 0) * (gains[i] ?? 0)
  return cost
}

/** The steps on one question that cost least at these multipliers: the more are taken, the less each one gains. */
export function findBestSteps(item: PathItem, multipliers: Multipliers): number {
  let best = item.minSteps
  let least = getReducedCost(item, best, multipliers)
  for (let steps = item.minSteps + 1; steps <= item.maxSteps; steps += 1) {
    const cost = getReducedCost(item, steps, multipliers)
    if (cost > least) break
    if (cost === least) continue
    best = steps
    least = cost
  }
  return best
}

const maxRoundsFromZero = 24
const maxRoundsFromNear = 8
/** How much higher a bound may be near multipliers that are good already. */
const maxBoundRise = 2 * costPerEffort
const maxRoundsWithoutRise = 4

interface Relaxation {
  readonly bound: number
  readonly cost: number
  /** What the best steps gain too little, or with a minus too much. */
  readonly overallShortfall: number
  readonly partShortfalls: readonly (readonly number[])[]
}

function solveRelaxation(task: PathTask, multipliers: readonly Multipliers[]): Relaxation {
  let cost = 0
  let overall = task.need
  let bound = task.need * (multipliers[0]?.[0] ?? 0)
  const parts: number[][] = []
  for (let part = 0; part < task.parts.length; part += 1) {
    const { items = [], needs = [] } = task.parts[part] ?? {}
    const own = multipliers[part] ?? []
    const missing = needs.slice()
    for (let i = 0; i < needs.length; i += 1) bound += (needs[i] ?? 0) * (own[i + 1] ?? 0)
    for (const item of items) {
      const steps = findBestSteps(item, own)
      const gains = item.gains[steps] ?? []
      cost += item.costs[steps] ?? 0
      bound += getReducedCost(item, steps, own)
      overall -= gains[0] ?? 0
      for (let i = 0; i < missing.length; i += 1)
        missing[i] = (missing[i] ?? 0) - (gains[i + 1] ?? 0)
    }
    parts.push(missing)
  }
  return { bound, cost, overallShortfall: overall, partShortfalls: parts }
}

function isFeasible({ overallShortfall: overall, partShortfalls: parts }: Relaxation): boolean {
  return overall <= 0 && parts.every((part) => part.every((left) => left <= 0))
}

/** Needs are measured by themselves, so that small and large ones move alike. */
function computeSquaredNorm(task: PathTask, missing: Relaxation): number {
  let length = computeSquaredRatio(missing.overallShortfall, task.need)
  for (let part = 0; part < task.parts.length; part += 1) {
    const { needs = [] } = task.parts[part] ?? {}
    for (let i = 0; i < needs.length; i += 1) {
      length += computeSquaredRatio(missing.partShortfalls[part]?.[i] ?? 0, needs[i] ?? 0)
    }
  }
  return length
}

function computeSquaredRatio(missing: number, need: number): number {
  return need === 0 ? 0 : (missing / need) ** 2
}

function moveMultipliers(
  task: PathTask,
  multipliers: readonly Multipliers[],
  missing: Relaxation,
  pace: number,
): readonly Multipliers[] {
  const move = (multiplier: number, left: number, need: number) =>
    need === 0 ? 0 : Math.max(0, multiplier + (pace * left) / need ** 2)
  return task.parts.map(({ needs }, index) => {
    const own = multipliers[index] ?? []
    return [
      move(own[0] ?? 0, missing.overallShortfall, task.need),
      ...needs.map((need, i) =>
        move(own[i + 1] ?? 0, missing.partShortfalls[index]?.[i] ?? 0, need),
      ),
    ]
  })
}

function sumMaxCosts(task: PathTask): number {
  return task.parts
    .flatMap((part) => part.items)
    .reduce((all, item) => all + (item.costs[item.maxSteps] ?? 0), 0)
}
