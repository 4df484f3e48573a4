import { bestSteps, goodPrices, type Prices, pricedCost } from './path-prices.ts'
import { costOfEffort, type PathItem, type PathPart } from './path-task.ts'

/** A way to take steps on the questions of one part, from some place to its last. */
export interface Tail {
  readonly cost: number
  /** For the overall score. */
  readonly gain: number
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
  let fullest: Tail = { cost: 0, gain: 0, rest: part.needs }
  let tails: readonly Tail[] = [fullest]
  const all = [tails]
  for (const [place, item] of [...part.items.entries()].reverse()) {
    const here = places[place]
    if (here === undefined) continue
    const bounded = tails
      .flatMap((tail) => longer(tail, item, need))
      .map((tail) => ({ tail, bound: boundOf(tail, here, prices) }))
      .filter(({ bound }) => bound <= budget + slack)
    tails = unbeaten(work.left > 0 ? bounded.map(({ tail }) => tail) : mostHopeful(bounded), work)
    fullest = longer(fullest, item, need).at(-1) ?? fullest
    if (work.left <= 0 && boundOf(fullest, here, prices) <= budget + slack)
      tails = [...tails, fullest]
    all.unshift(tails)
  }
  return all.with(0, tails.filter(isWhole))
}

/**
 * How many comparisons are left. No partnership of ordinary size uses them up (60 questions, 4 partners: a thousandth); then
 * only the most hopeful tails go on, and the one that takes every step, which always gets there: no file can hang the tool. The
 * path still holds, and is no longer proven to be the cheapest.
 */
export interface Work {
  left: number
}

/** The next budget: by half an effort, and in growing strides once the work is used up. */
export function wider(more: number, work: Work): number {
  return work.left > 0 ? more + costOfEffort / 2 : 2 * more + costOfEffort
}

export interface PartFloor {
  readonly prices: Prices
  /** The least cost that meets the part's needs, its gain for the overall score paid back. */
  readonly least: number
}

/** What a part costs at least, at a price for the overall gain: exact, by the same tails on costs with that taken off. */
export function floorOf(part: PathPart, price: number, work: Work): PartFloor {
  const alone = { ...part, items: part.items.map((item) => pricedItem(item, price)) }
  const own = goodPrices({ need: 0, parts: [alone] })[0] ?? []
  const least = relaxedLeast(alone, own)
  for (let more = 0; ; more = wider(more, work)) {
    const whole = tailsOf(alone, 0, own, least + more, work)[0] ?? []
    if (whole.length > 0) {
      const found = whole.reduce((lowest, tail) => Math.min(lowest, tail.cost), Infinity)
      return { prices: [price, ...own.slice(1)], least: found }
    }
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
  let here: Place = { before: 0, reach: needs.map(() => 0) }
  return items.map((item) => {
    const place = here
    const most = item.gains[item.most] ?? []
    here = {
      before: here.before + pricedCost(item, bestSteps(item, prices), prices),
      reach: here.reach.map((far, i) => far + (most[i + 1] ?? 0)),
    }
    return place
  })
}

function relaxedLeast({ items, needs }: PathPart, prices: Prices): number {
  const paid = needs.reduce((all, need, i) => all + need * (prices[i + 1] ?? 0), 0)
  return items.reduce((all, item) => all + pricedCost(item, bestSteps(item, prices), prices), paid)
}

function pricedItem(item: PathItem, price: number): PathItem {
  return {
    ...item,
    costs: item.costs.map((cost, steps) => cost - price * (item.gains[steps]?.[0] ?? 0)),
    gains: item.gains.map(([_, ...others]) => [0, ...others]),
  }
}

/** What a whole with this tail costs at least, or infinity where the questions before cannot gain what it leaves. */
function boundOf(tail: Tail, place: Place, prices: Prices): number {
  let bound = tail.cost + place.before - tail.gain * (prices[0] ?? 0)
  for (let i = 0; i < tail.rest.length; i += 1) {
    const left = tail.rest[i] ?? 0
    if (left > (place.reach[i] ?? 0)) return Infinity
    bound += left * (prices[i + 1] ?? 0)
  }
  return bound
}

function mostHopeful(
  bounded: readonly { readonly tail: Tail; readonly bound: number }[],
): readonly Tail[] {
  return bounded
    .toSorted((a, b) => a.bound - b.bound)
    .slice(0, few)
    .map(({ tail }) => tail)
}

function longer(tail: Tail, item: PathItem, need: number): readonly Tail[] {
  const tails: Tail[] = []
  for (let steps = item.least; steps <= item.most; steps += 1) {
    const gains = item.gains[steps] ?? []
    tails.push({
      cost: tail.cost + (item.costs[steps] ?? 0),
      gain: Math.min(need, tail.gain + (gains[0] ?? 0)),
      rest: tail.rest.map((rest, i) => Math.max(0, rest - (gains[i + 1] ?? 0))),
    })
  }
  return tails
}

/** The tails that no other beats: none costs as little, gains as much and leaves as little. A few, once the work is used up. */
function unbeaten(tails: readonly Tail[], work: Work): readonly Tail[] {
  const kept: Tail[] = []
  for (const tail of tails.toSorted(byCost)) {
    if (work.left <= 0 && kept.length >= few) break
    work.left -= kept.length
    if (!kept.some((other) => other.gain >= tail.gain && leavesNoMore(other.rest, tail.rest))) {
      kept.push(tail)
    }
  }
  return kept
}

function byCost(a: Tail, b: Tail): number {
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
