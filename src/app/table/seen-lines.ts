import { maxIdLength } from '../../model/vocabulary.ts'

/**
 * The id by which a person is named; a line where the very same person was on it before. `written` is what the id was made of: of
 * two texts that differ, though they make the same id, the second gets a suffix that is made of its text.
 */
export type RespondentNamer = (
  partner: string,
  id: string,
  written: string,
  line: number,
) => string | number

export function createRespondentNamer(): RespondentNamer {
  const find = createSeenLines()
  return (partner, id, written, line) => {
    const before = find(partner, id, written, line)
    if (before === null) return id
    if (before > 0) return before
    const suffix = `-${hashText(`${partner} ${written}`).toString(36)}`
    const own = `${id.slice(0, maxIdLength - suffix.length).replace(/-$/, '')}${suffix}`
    const other = find(partner, own, written, line)
    return other === null ? own : Math.abs(other)
  }
}

/**
 * The line somebody was seen on before; null where they are new, and then they are remembered. Below zero where another person of
 * the same id was on it.
 */
type SeenLines = (partner: string, id: string, written: string, line: number) => number | null

/**
 * Lines by partner and respondent, for more people than can be kept: each takes sixteen bytes. Names are told apart by 64 bits. Of
 * a million names two different ones are taken for the same once in some thirty million tables.
 */
function createSeenLines(): SeenLines {
  let size = 1 << 12
  let used = 0
  let high = new Uint32Array(size)
  let low = new Uint32Array(size)
  let lines = new Uint32Array(size)
  let texts = new Uint32Array(size)
  /** The place of a name, or the free one for it. A free place has line 0. */
  const find = (a: number, b: number): number => {
    let at = (a ^ b) & (size - 1)
    while (lines[at] !== 0 && (high[at] !== a || low[at] !== b)) at = (at + 1) & (size - 1)
    return at
  }
  const grow = (): void => {
    const before = { high, low, lines, texts }
    size *= 2
    high = new Uint32Array(size)
    low = new Uint32Array(size)
    lines = new Uint32Array(size)
    texts = new Uint32Array(size)
    for (const [index, line] of before.lines.entries()) {
      if (line === 0) continue
      const a = before.high[index] ?? 0
      const b = before.low[index] ?? 0
      const at = find(a, b)
      high[at] = a
      low[at] = b
      lines[at] = line
      texts[at] = before.texts[index] ?? 0
    }
  }
  return (partner, id, written, line) => {
    if (used * 2 >= size) grow()
    const hashes = { a: 0x811c9dc5, b: 0x9747b28c }
    addText(hashes, partner)
    addText(hashes, '-')
    addText(hashes, id)
    const a = mixHash(hashes.a)
    const b = mixHash(hashes.b)
    const at = find(a, b)
    const before = lines[at] ?? 0
    const text = hashText(`${partner} ${written}`)
    if (before !== 0) return texts[at] === text ? before : -before
    high[at] = a
    low[at] = b
    lines[at] = line
    texts[at] = text
    used += 1
    return null
  }
}

function hashText(text: string): number {
  const hashes = { a: 0x811c9dc5, b: 0x9747b28c }
  addText(hashes, text)
  return mixHash(hashes.a)
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
