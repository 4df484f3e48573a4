import { costOfEffort, type PathItem, type PathTask } from './path-task.ts'

/**
 * Prices of one part's gains, in the order of `gains`: the first is that of the overall score, the same in all parts. At these
 * prices every question can be looked at alone, which gives a lower bound on the cost of all (Lagrange multipliers).
 */
export type Prices = readonly number[]

/**
 * Good prices for each part: any prices give a true bound, good ones a close one. Found by subgradient ascent with Polyak's
 * step towards the cheapest steps met on the way; `near` are prices of a task much like this one, from which small steps do.
 */
export function goodPrices(task: PathTask, near?: readonly Prices[]): readonly Prices[] {
  let prices = near ?? task.parts.map((part) => [0, ...part.needs.map(() => 0)])
  const rounds = near === undefined ? roundsFromAfar : roundsFromNear
  let best = prices
  let highest = -Infinity
  let cheapest = near === undefined ? costOfAll(task) : relaxed(task, near).bound + hop
  let pace = 1
  let waited = 0
  for (let round = 0; round < rounds; round += 1) {
    const found = relaxed(task, prices)
    if (isEnough(found)) cheapest = Math.min(cheapest, found.cost)
    if (found.bound > highest) {
      highest = found.bound
      best = prices
      waited = 0
    } else if (++waited > patience) {
      pace /= 2
      waited = 0
      prices = best
      continue
    }
    const length = lengthOf(task, found)
    if (length === 0 || cheapest - highest < costOfEffort / 2) break
    prices = moved(task, prices, found, (pace * (cheapest - found.bound)) / length)
  }
  return best
}

/** What steps cost when their gains are paid for. */
export function pricedCost(item: PathItem, steps: number, prices: Prices): number {
  const gains = item.gains[steps] ?? []
  let cost = item.costs[steps] ?? 0
  for (let i = 0; i < prices.length; i += 1) cost -= (prices[i] ?? 0) * (gains[i] ?? 0)
  return cost
}

/** The steps on one question that cost least at these prices: the more are taken, the less each one gains. */
export function bestSteps(item: PathItem, prices: Prices): number {
  let best = item.least
  let least = pricedCost(item, best, prices)
  for (let steps = item.least + 1; steps <= item.most; steps += 1) {
    const cost = pricedCost(item, steps, prices)
    if (cost > least) break
    if (cost === least) continue
    best = steps
    least = cost
  }
  return best
}

const roundsFromAfar = 24
const roundsFromNear = 8
/** How much higher a bound may be near prices that are good already. */
const hop = 2 * costOfEffort
const patience = 4

interface Relaxed {
  readonly bound: number
  readonly cost: number
  /** What the best steps gain too little, or with a minus too much. */
  readonly overall: number
  readonly parts: readonly (readonly number[])[]
}

function relaxed(task: PathTask, prices: readonly Prices[]): Relaxed {
  let cost = 0
  let overall = task.need
  let bound = task.need * (prices[0]?.[0] ?? 0)
  const parts: number[][] = []
  for (let part = 0; part < task.parts.length; part += 1) {
    const { items = [], needs = [] } = task.parts[part] ?? {}
    const own = prices[part] ?? []
    const missing = needs.slice()
    for (let i = 0; i < needs.length; i += 1) bound += (needs[i] ?? 0) * (own[i + 1] ?? 0)
    for (const item of items) {
      const steps = bestSteps(item, own)
      const gains = item.gains[steps] ?? []
      cost += item.costs[steps] ?? 0
      bound += pricedCost(item, steps, own)
      overall -= gains[0] ?? 0
      for (let i = 0; i < missing.length; i += 1)
        missing[i] = (missing[i] ?? 0) - (gains[i + 1] ?? 0)
    }
    parts.push(missing)
  }
  return { bound, cost, overall, parts }
}

function isEnough({ overall, parts }: Relaxed): boolean {
  return overall <= 0 && parts.every((part) => part.every((left) => left <= 0))
}

/** Needs are measured by themselves, so that small and large ones move alike. */
function lengthOf(task: PathTask, missing: Relaxed): number {
  let length = squared(missing.overall, task.need)
  for (let part = 0; part < task.parts.length; part += 1) {
    const { needs = [] } = task.parts[part] ?? {}
    for (let i = 0; i < needs.length; i += 1) {
      length += squared(missing.parts[part]?.[i] ?? 0, needs[i] ?? 0)
    }
  }
  return length
}

function squared(missing: number, need: number): number {
  return need === 0 ? 0 : (missing / need) ** 2
}

function moved(
  task: PathTask,
  prices: readonly Prices[],
  missing: Relaxed,
  pace: number,
): readonly Prices[] {
  const move = (price: number, left: number, need: number) =>
    need === 0 ? 0 : Math.max(0, price + (pace * left) / need ** 2)
  return task.parts.map(({ needs }, index) => {
    const own = prices[index] ?? []
    return [
      move(own[0] ?? 0, missing.overall, task.need),
      ...needs.map((need, i) => move(own[i + 1] ?? 0, missing.parts[index]?.[i] ?? 0, need)),
    ]
  })
}

function costOfAll(task: PathTask): number {
  return task.parts
    .flatMap((part) => part.items)
    .reduce((all, item) => all + (item.costs[item.most] ?? 0), 0)
}
