/** Lines by partner and respondent, for more people than can be kept: each takes twelve bytes. */
export interface SeenLines {
  /** The line somebody was seen on before; null where they are new, and then they are remembered. */
  readonly lineOf: (partner: string, respondent: string, line: number) => number | null
  /** The same, with the respondent's id as ASCII. */
  readonly lineOfBytes: (partner: string, respondent: AsciiText, line: number) => number | null
}

export interface AsciiText {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
}

/**
 * Names are told apart by 64 bits. Of a million names two different ones are taken for the same once in some thirty million
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
  const begun = new Map<string, Hashes>()
  const beginning = (partner: string): Hashes => {
    const known = begun.get(partner)
    if (known !== undefined) return known
    const hashes = { a: 0x811c9dc5, b: 0x9747b28c }
    for (const letter of `${partner}-`) addByte(hashes, letter.charCodeAt(0))
    begun.set(partner, hashes)
    return hashes
  }
  const own = { a: 0, b: 0 }
  const seen = (line: number): number | null => {
    if (used * 2 >= size) grow()
    const a = mixHash(own.a)
    const b = mixHash(own.b)
    const at = find(a, b)
    const before = lines[at] as number
    if (before !== 0) return before
    high[at] = a
    low[at] = b
    lines[at] = line
    used += 1
    return null
  }
  return {
    lineOf: (partner, respondent, line) => {
      Object.assign(own, beginning(partner))
      for (let at = 0; at < respondent.length; at++) addByte(own, respondent.charCodeAt(at))
      return seen(line)
    },
    lineOfBytes: (partner, { bytes, start, end }, line) => {
      const from = beginning(partner)
      own.a = from.a
      own.b = from.b
      for (let at = start; at < end; at++) addByte(own, bytes[at] as number)
      return seen(line)
    },
  }
}

/** Two hashes that are made in one go. */
interface Hashes {
  a: number
  b: number
}

/** FNV-1a; and with another factor, mixed at every step, so that what falls together in one falls apart in the other. */
function addByte(hashes: Hashes, byte: number): void {
  hashes.a = Math.imul(hashes.a ^ byte, 0x01000193)
  const next = Math.imul(hashes.b ^ byte, 0x5bd1e995)
  hashes.b = next ^ (next >>> 15)
}

function mixHash(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (half ^ (half >>> 13)) >>> 0
}
