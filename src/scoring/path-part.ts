import { bestSteps, goodPrices, type Prices, pricedCost } from './path-prices.ts'
import { costOfEffort, type PathItem, type PathPart } from './path-task.ts'

/** A way to take steps on the questions of one part, from some place to its last. */
export interface Tail {
  readonly cost: number
  /** For the overall score, up to what is needed. */
  readonly gain: number
  /** The same, however much it is. */
  readonly whole: number
  /** What the questions of the part before it still have to gain, for each of its needs. */
  readonly rest: readonly number[]
}

/**
 * For each place among a part's questions, from before the first to after the last, the tails that no other beats and that can
 * still become a whole within the budget. `budget` is on costs from which the gain for the overall score is paid back.
 */
export function tailsOf(
  part: PathPart,
  need: number,
  prices: Prices,
  budget: number,
  work: Work,
): readonly (readonly Tail[])[] {
  const places = placesOf(part, prices)
  const limit = budget + slack
  let fullest: Tail = { cost: 0, gain: 0, whole: 0, rest: part.needs }
  let tails: readonly Tail[] = [fullest]
  const all = [tails]
  for (let at = part.items.length - 1; at >= 0; at -= 1) {
    const item = part.items[at]
    const place = places[at]
    if (item === undefined || place === undefined) continue
    const hopeful: Hopeful[] = []
    for (const tail of tails) {
      for (let steps = item.least; steps <= item.most; steps += 1) {
        const bound = boundOf(tail, item, steps, need, place, prices)
        if (bound <= limit) hopeful.push({ tail: longer(tail, item, steps, need), bound })
      }
    }
    tails = unbeaten(work.left > 0 ? hopeful : mostHopeful(hopeful), work)
    const bound = boundOf(fullest, item, item.most, need, place, prices)
    fullest = longer(fullest, item, item.most, need)
    if (work.left <= 0 && bound <= limit) tails = [...tails, fullest]
    all.push(tails)
  }
  return all.reverse().with(0, tails.filter(isWhole))
}

interface Hopeful {
  readonly tail: Tail
  /** What a whole with it costs at least. */
  readonly bound: number
}

/**
 * How many comparisons are left. No partnership of ordinary size uses them up (60 questions, 4 partners: a thousandth); then
 * only the most hopeful tails go on, and the one that takes every step, which always gets there: no file can hang the tool. The
 * path still holds, and is no longer proven to be the cheapest.
 */
export interface Work {
  left: number
}

/** The next budget: by an effort, and in growing strides once the work is used up. */
export function wider(more: number, work: Work): number {
  return work.left > 0 ? more + costOfEffort : 2 * more + costOfEffort
}

export interface PartFloor {
  readonly prices: Prices
  /** The least cost that meets the part's needs, its gain for the overall score paid back. */
  readonly least: number
  /** What that gains for the overall score. */
  readonly gain: number
}

/**
 * What a part costs at least, at a price for the overall gain: exact, by the same tails on costs with that taken off. The
 * other prices given are where the search for good ones begins.
 */
export function floorOf(
  part: PathPart,
  price: number,
  near: Prices | undefined,
  work: Work,
): PartFloor {
  const alone = { ...part, items: part.items.map((item) => pricedItem(item, price)) }
  const start = near === undefined ? undefined : [[0, ...near.slice(1)]]
  const own = goodPrices({ need: 0, parts: [alone] }, start)[0] ?? []
  const least = relaxedLeast(alone, own)
  for (let more = 0; ; more = wider(more, work)) {
    const whole = tailsOf(alone, 0, own, least + more, work)[0] ?? []
    const [first, ...others] = whole
    if (first === undefined) continue
    const found = others.reduce((lowest, tail) => (tail.cost < lowest.cost ? tail : lowest), first)
    return { prices: [price, ...own.slice(1)], least: found.cost, gain: found.whole }
  }
}

/** Does the other leave no more to do, whatever it costs? */
export function leavesNoMore(rest: readonly number[], other: readonly number[]): boolean {
  for (let i = 0; i < rest.length; i += 1) if ((rest[i] ?? 0) > (other[i] ?? 0)) return false
  return true
}

interface Place {
  /** What the questions before the place cost at least, their gains paid back. */
  readonly before: number
  /** The most they can gain, for each need. */
  readonly reach: readonly number[]
}

/** Rounding stays far below this; one step costs 65536 and more. */
const slack = 1e-2

/** How many tails are kept for a place once the work is used up. */
const few = 100

function placesOf({ items, needs }: PathPart, prices: Prices): readonly Place[] {
  const places: Place[] = []
  let before = 0
  let reach = needs.map(() => 0)
  for (const item of items) {
    places.push({ before, reach })
    const most = item.gains[item.most] ?? []
    before += pricedCost(item, bestSteps(item, prices), prices)
    reach = reach.map((far, i) => far + (most[i + 1] ?? 0))
  }
  return places
}

function relaxedLeast({ items, needs }: PathPart, prices: Prices): number {
  let least = 0
  for (let i = 0; i < needs.length; i += 1) least += (needs[i] ?? 0) * (prices[i + 1] ?? 0)
  for (const item of items) least += pricedCost(item, bestSteps(item, prices), prices)
  return least
}

function pricedItem(item: PathItem, price: number): PathItem {
  return {
    ...item,
    costs: item.costs.map((cost, steps) => cost - price * (item.gains[steps]?.[0] ?? 0)),
  }
}

/**
 * What a whole costs at least with this tail and so many steps on the question before it, or infinity where the questions
 * before that cannot gain what is left.
 */
function boundOf(
  tail: Tail,
  item: PathItem,
  steps: number,
  need: number,
  place: Place,
  prices: Prices,
): number {
  const gains = item.gains[steps] ?? []
  const gain = Math.min(need, tail.gain + (gains[0] ?? 0))
  let bound = tail.cost + (item.costs[steps] ?? 0) + place.before - gain * (prices[0] ?? 0)
  for (let i = 0; i < tail.rest.length; i += 1) {
    const left = Math.max(0, (tail.rest[i] ?? 0) - (gains[i + 1] ?? 0))
    if (left > (place.reach[i] ?? 0)) return Infinity
    bound += left * (prices[i + 1] ?? 0)
  }
  return bound
}

function mostHopeful(hopeful: readonly Hopeful[]): readonly Hopeful[] {
  return hopeful.toSorted((a, b) => a.bound - b.bound).slice(0, few)
}

function longer(tail: Tail, item: PathItem, steps: number, need: number): Tail {
  const gains = item.gains[steps] ?? []
  const gain = gains[0] ?? 0
  const rest: number[] = []
  for (let i = 0; i < tail.rest.length; i += 1) {
    rest.push(Math.max(0, (tail.rest[i] ?? 0) - (gains[i + 1] ?? 0)))
  }
  return {
    cost: tail.cost + (item.costs[steps] ?? 0),
    gain: Math.min(need, tail.gain + gain),
    whole: tail.whole + gain,
    rest,
  }
}

/** The tails that no other beats: none costs as little, gains as much and leaves as little. A few, once the work is used up. */
function unbeaten(hopeful: readonly Hopeful[], work: Work): readonly Tail[] {
  const kept: Tail[] = []
  for (const { tail } of hopeful.toSorted(byCost)) {
    if (work.left <= 0 && kept.length >= few) break
    work.left -= kept.length
    if (!isBeaten(tail, kept)) kept.push(tail)
  }
  return kept
}

function isBeaten(tail: Tail, kept: readonly Tail[]): boolean {
  for (const other of kept) {
    if (other.gain >= tail.gain && leavesNoMore(other.rest, tail.rest)) return true
  }
  return false
}

function byCost({ tail: a }: Hopeful, { tail: b }: Hopeful): number {
  if (a.cost !== b.cost) return a.cost - b.cost
  if (a.gain !== b.gain) return b.gain - a.gain
  for (let i = 0; i < a.rest.length; i += 1) {
    const difference = (a.rest[i] ?? 0) - (b.rest[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function isWhole(tail: Tail): boolean {
  return tail.rest.every((left) => left === 0)
}
