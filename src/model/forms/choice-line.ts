import { type Choice, findChoiceId } from './pick.ts'
import { normaliseText } from './written-text.ts'

interface ChoiceLineRules {
  /** The sign between two choices; without one, each that forms write is tried. */
  readonly separator?: string | null
  /** The choices that other words than their ids and titles stand for, by these words as `normaliseText` has them. */
  readonly meant?: ReadonlyMap<string, readonly string[]>
}

type PartFinder = (part: string) => readonly string[] | undefined

/**
 * Reads several choices in one line, as forms write them. A title may have the sign in it that stands between two choices, so the
 * longest title is tried first. Undefined where any part is no choice.
 */
export function findChoiceIds(
  choices: readonly Choice[],
  text: string,
  { separator = null, meant = noWords }: ChoiceLineRules = {},
): readonly string[] | undefined {
  const find: PartFinder = (part) =>
    meant.get(normaliseText(part)) ?? toList(findChoiceId(choices, part))
  const whole = find(text.trim()) ?? readJsonList(text, find)
  if (whole !== undefined) return whole
  const labels = [...choices.map(({ id, title }) => `${id} - ${title}`), ...meant.keys()]
  const signs = separator === null ? usualSigns : [createSign(separator)]
  for (const sign of signs) {
    const most = Math.max(0, ...labels.map((label) => cutAt(label, sign).length))
    const ids = readParts(cutAt(text, sign), text, most, find)
    if (ids !== undefined) return ids
  }
  if (separator !== null) return undefined
  const ids = new Set(choices.map(({ id }) => id))
  return readParts(cutAt(text, /\s+/g), text, 1, (part) => {
    const id = part.toLowerCase().replaceAll('_', '-')
    return ids.has(id) ? [id] : undefined
  })
}

const noWords: ReadonlyMap<string, readonly string[]> = new Map()

const usualSigns = [/[;\r\n]/g, /,/g, /\|/g, /(?<!\S)\/(?!\S)/g]

function createSign(separator: string): RegExp {
  const own = separator.trim() === '' ? separator : separator.trim()
  return new RegExp(own.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'g')
}

function toList(id: string | undefined): readonly string[] | undefined {
  return id === undefined ? undefined : [id]
}

function readJsonList(text: string, find: PartFinder): readonly string[] | undefined {
  if (!/^\s*\[.*\]\s*$/s.test(text)) return undefined
  try {
    const items: unknown = JSON.parse(text)
    if (!Array.isArray(items)) return undefined
    const found = items.map((item) => (typeof item === 'object' ? undefined : find(String(item))))
    return found.every((ids) => ids !== undefined) ? found.flat() : undefined
  } catch {
    return undefined
  }
}

/** More parts than this are no answer that a form wrote. */
const maxParts = 200

/** Where every part, or up to `most` in a row with the signs between them, is a choice: those choices. */
function readParts(
  parts: readonly Part[],
  text: string,
  most: number,
  find: PartFinder,
): readonly string[] | undefined {
  if (parts.length === 0 || parts.length > maxParts) return undefined
  const isDead = parts.map(() => false)
  const readFrom = (first: number): readonly string[] | undefined => {
    const start = parts[first]?.start
    if (start === undefined) return []
    if (isDead[first] === true) return undefined
    for (const { end, next } of parts.slice(first, first + most).toReversed()) {
      const ids = find(text.slice(start, end).trim())
      const others = ids === undefined ? undefined : readFrom(next)
      if (ids !== undefined && others !== undefined) return [...ids, ...others]
    }
    isDead[first] = true
    return undefined
  }
  return readFrom(0)
}

interface Part {
  readonly start: number
  readonly end: number
  /** The number of the part behind it. */
  readonly next: number
}

/** The parts that say something. */
function cutAt(text: string, sign: RegExp): readonly Part[] {
  const parts: Part[] = []
  let start = 0
  for (const found of [...text.matchAll(sign), null]) {
    const end = found?.index ?? text.length
    if (text.slice(start, end).trim() !== '') parts.push({ start, end, next: parts.length + 1 })
    start = end + (found?.[0].length ?? 0)
  }
  return parts
}
