import { costOf, type PathItem, type PathTask } from './path-task.ts'

/** A lower bound on what steps cost. */
export interface Floor {
  /** No steps that meet every need cost less. */
  readonly least: number
  /**
   * Could a tail that begins at this place still become a whole path within the budget? False only where it surely could not.
   * `rest` is what it leaves for the questions before it.
   */
  within(place: number, cost: number, rest: readonly number[], budget: number): boolean
}

/**
 * The bound by Lagrange multipliers: every need gets a price, each question takes the steps that pay best at these prices,
 * and what is then gained too little or too much is paid back. Any prices give a true bound; good ones, a close one.
 */
export function floorOf(task: PathTask): Floor {
  const prices = goodPrices(task)
  const { least } = relaxed(task, prices)
  const places = placesOf(task, prices)
  return {
    least,
    within: (place, cost, rest, budget) => {
      const here = places[place]
      if (here === undefined) return false
      let bound = cost + here.before
      for (let i = 0; i < rest.length; i += 1) {
        const left = rest[i] ?? 0
        if (left > (here.reach[i] ?? 0)) return false
        bound += left * (here.prices[i] ?? 0)
      }
      return bound <= budget + slack
    },
  }
}

/** Prices of the overall need and of each part's needs. */
interface Prices {
  readonly overall: number
  readonly parts: readonly (readonly number[])[]
}

/** Rounding of the bound stays far below this; one step costs 65536 and more. */
const slack = 1e-3
const rounds = 300
const patience = 8

/** Subgradient ascent with Polyak's step towards the cheapest steps found on the way. */
function goodPrices(task: PathTask): Prices {
  let prices: Prices = { overall: 0, parts: task.parts.map((part) => part.needs.map(() => 0)) }
  let best = prices
  let highest = -Infinity
  let cheapest = costOfAll(task)
  let pace = 1
  let waited = 0
  for (let round = 0; round < rounds; round += 1) {
    const found = relaxed(task, prices)
    if (found.isEnough) cheapest = Math.min(cheapest, found.cost)
    if (found.least > highest) {
      highest = found.least
      best = prices
      waited = 0
    } else if (++waited > patience) {
      pace /= 2
      waited = 0
      prices = best
      continue
    }
    const length = lengthOf(task, found.missing)
    if (length === 0) break
    prices = moved(task, prices, found.missing, (pace * (cheapest - found.least)) / length)
  }
  return best
}

interface Relaxed {
  readonly least: number
  readonly cost: number
  readonly missing: Prices
  readonly isEnough: boolean
}

/** The steps that pay best at these prices, and the bound they give. */
function relaxed(task: PathTask, prices: Prices): Relaxed {
  let cost = 0
  let overall = task.need
  let paid = 0
  const parts = task.parts.map(({ items, needs }, index) => {
    const own = [prices.overall, ...(prices.parts[index] ?? [])]
    const missing = [...needs]
    for (const item of items) {
      const steps = bestSteps(item, own)
      const gains = item.gains[steps] ?? []
      cost += costOf(item, steps)
      overall -= gains[0] ?? 0
      for (const [i, left] of missing.entries()) missing[i] = left - (gains[i + 1] ?? 0)
    }
    for (const [i, left] of missing.entries()) paid += left * (own[i + 1] ?? 0)
    return missing
  })
  paid += overall * prices.overall
  const isEnough = overall <= 0 && parts.every((part) => part.every((left) => left <= 0))
  return { least: cost + paid, cost, missing: { overall, parts }, isEnough }
}

function bestSteps(item: PathItem, prices: readonly number[]): number {
  let best = item.least
  let lowest = Infinity
  for (let steps = item.least; steps <= item.most; steps += 1) {
    const cost = priced(item, steps, prices)
    if (cost < lowest) {
      lowest = cost
      best = steps
    }
  }
  return best
}

/** What steps cost when their gains are paid for. */
function priced(item: PathItem, steps: number, prices: readonly number[]): number {
  const gains = item.gains[steps] ?? []
  return prices.reduce((cost, price, i) => cost - price * (gains[i] ?? 0), costOf(item, steps))
}

/** Needs are measured by themselves, so that small and large ones move alike. */
function lengthOf(task: PathTask, missing: Prices): number {
  let length = squared(missing.overall, task.need)
  for (const [index, part] of task.parts.entries()) {
    for (const [i, need] of part.needs.entries()) {
      length += squared(missing.parts[index]?.[i] ?? 0, need)
    }
  }
  return length
}

function squared(missing: number, need: number): number {
  return need === 0 ? 0 : (missing / need) ** 2
}

function moved(task: PathTask, prices: Prices, missing: Prices, pace: number): Prices {
  const move = (price: number, left: number, need: number) =>
    need === 0 ? 0 : Math.max(0, price + (pace * left) / need ** 2)
  return {
    overall: move(prices.overall, missing.overall, task.need),
    parts: task.parts.map(({ needs }, index) =>
      needs.map((need, i) =>
        move(prices.parts[index]?.[i] ?? 0, missing.parts[index]?.[i] ?? 0, need),
      ),
    ),
  }
}

function costOfAll(task: PathTask): number {
  return task.parts
    .flatMap((part) => part.items)
    .reduce((all, item) => all + costOf(item, item.most), 0)
}

interface Place {
  /** What everything before the place costs at least, needs of earlier parts paid. */
  readonly before: number
  /** The most that the questions before can gain, for each need. */
  readonly reach: readonly number[]
  readonly prices: readonly number[]
}

function placesOf(task: PathTask, prices: Prices): readonly Place[] {
  const places: Place[] = []
  let before = 0
  let overall = 0
  for (const [index, { items, needs }] of task.parts.entries()) {
    const own = [prices.overall, ...(prices.parts[index] ?? [])]
    let reach: readonly number[] = [overall, ...needs.map(() => 0)]
    for (const item of items) {
      places.push({ before, reach, prices: own })
      before += priced(item, bestSteps(item, own), own)
      const most = item.gains[item.most] ?? []
      reach = reach.map((far, i) => far + (most[i] ?? 0))
    }
    overall = reach[0] ?? overall
    for (const [i, need] of needs.entries()) before += need * (own[i + 1] ?? 0)
  }
  return places
}
