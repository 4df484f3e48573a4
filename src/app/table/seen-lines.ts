/** The line somebody was seen on before; null where they are new, and then they are remembered. */
type SeenLines = (partner: string, respondent: string, line: number) => number | null

/**
 * Lines by partner and respondent, for more people than can be kept: each takes twelve bytes. Names are told apart by 64 bits. Of a million names two different ones are taken for the same once in some thirty million
 * tables.
 */
export function createSeenLines(): SeenLines {
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
  return (partner, respondent, line) => {
    if (used * 2 >= size) grow()
    const hashes = { a: 0x811c9dc5, b: 0x9747b28c }
    addText(hashes, partner)
    addText(hashes, '-')
    addText(hashes, respondent)
    const a = mixHash(hashes.a)
    const b = mixHash(hashes.b)
    const at = find(a, b)
    const before = lines[at] ?? 0
    if (before !== 0) return before
    high[at] = a
    low[at] = b
    lines[at] = line
    used += 1
    return null
  }
}

/** Two hashes that are made in one go. */
interface Hashes {
  a: number
  b: number
}

/** FNV-1a; and with another factor, mixed at every step, so that what falls together in one falls apart in the other. */
function addText(hashes: Hashes, text: string): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    hashes.a = Math.imul(hashes.a ^ code, 0x01000193)
    const next = Math.imul(hashes.b ^ code, 0x5bd1e995)
    hashes.b = next ^ (next >>> 15)
  }
}

function mixHash(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (half ^ (half >>> 13)) >>> 0
}
