/** Lines by name, for more names than can be kept: each takes twelve bytes. */
export interface SeenLines {
  /** The line a name was seen on before; null where it is new, and then it is remembered. */
  readonly lineOf: (name: string, line: number) => number | null
}

/**
 * Names are told apart by 64 bits. Of a million names two different ones are taken for the same once in some thirty million
 * tables.
 */
export function seenLines(): SeenLines {
  let size = 1 << 12
  let used = 0
  let high = new Uint32Array(size)
  let low = new Uint32Array(size)
  let lines = new Uint32Array(size)
  /** The place of a name, or the free one for it. A free place has line 0. */
  const find = (a: number, b: number): number => {
    let at = (a ^ b) & (size - 1)
    while (lines[at] !== 0 && (high[at] !== a || low[at] !== b)) at = (at + 1) & (size - 1)
    return at
  }
  const grow = (): void => {
    const before = { high, low, lines }
    size *= 2
    high = new Uint32Array(size)
    low = new Uint32Array(size)
    lines = new Uint32Array(size)
    for (const [index, line] of before.lines.entries()) {
      if (line === 0) continue
      const a = before.high[index] ?? 0
      const b = before.low[index] ?? 0
      const at = find(a, b)
      high[at] = a
      low[at] = b
      lines[at] = line
    }
  }
  return {
    lineOf: (name, line) => {
      if (used * 2 >= size) grow()
      const a = firstHash(name)
      const b = secondHash(name)
      const at = find(a, b)
      const before = lines[at] ?? 0
      if (before !== 0) return before
      high[at] = a
      low[at] = b
      lines[at] = line
      used += 1
      return null
    },
  }
}

/** FNV-1a. */
function firstHash(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return mixed(hash)
}

/** With another factor, and mixed at every step, so that what falls together in one falls apart in the other. */
function secondHash(text: string): number {
  let hash = 0x9747b28c
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x5bd1e995)
    hash ^= hash >>> 15
  }
  return mixed(hash)
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (half ^ (half >>> 13)) >>> 0
}
