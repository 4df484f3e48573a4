/** Numbers from 0 to under 1 that look like chance. */
export type Random = () => number

/** The same numbers for the same seed, on every machine: mulberry32, begun with an FNV-1a hash of the text. */
export function createRandom(seed: string): Random {
  let state = 0x811c9dc5
  for (const character of seed) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Around 0, mostly within ±`spread`, never beyond three times that. */
export function drawAround(random: Random, spread: number): number {
  return (random() + random() + random() - 1.5) * 2 * spread
}

export function chooseRandom<T>(random: Random, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)]
}
