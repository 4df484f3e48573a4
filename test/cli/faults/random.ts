/** Choices that a seed repeats on every machine. */
export interface Random {
  /** From 0 up to, without, `count`. */
  below(count: number): number
  chance(share: number): boolean
  pick<T>(of: readonly T[]): T
  shuffled<T>(of: readonly T[]): T[]
}

export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    below,
    chance: (share) => next() < share,
    pick: (of) => {
      if (of.length === 0) throw new Error('There is nothing to pick from')
      return of[below(of.length)] as (typeof of)[number]
    },
    shuffled: (of) => {
      const left = [...of]
      return of.flatMap(() => left.splice(below(left.length), 1))
    },
  }
}
