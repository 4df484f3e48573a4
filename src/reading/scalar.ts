export type Scalar = string | number | boolean | null

/**
 * What plain text means in the core schema of YAML 1.2. Numbers too large for a number become Infinity: the schema
 * refuses them, with `.inf` and `.nan`.
 */
export function plainValue(text: string): Scalar {
  const first = text.charCodeAt(0)
  const isNumberLike = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46
  if (isNumberLike) return number(text) ?? text
  if (text.length > longestWord) return text
  const word = words.get(text)
  return word === undefined ? text : word
}

/** What text under one of the core tags means, or undefined where it does not fit. */
export function taggedValue(tag: string, text: string): Scalar | undefined {
  if (tag === 'str') return text
  if (tag === 'int') return integer.test(text) ? (number(text) ?? undefined) : undefined
  if (tag === 'float') return number(text) ?? undefined
  const value = words.get(text)
  if (tag === 'null') return value === null ? null : undefined
  return tag === 'bool' && typeof value === 'boolean' ? value : undefined
}

/** `str` for `!!str`, written short or in full; null for any other tag. A single `!` is told apart by nobody but quotes. */
export function coreTag(written: string): string | null {
  const full = /^!<tag:yaml\.org,2002:([a-z]+)>$/.exec(written)?.[1]
  const tag = full ?? (written.startsWith('!!') ? written.slice(2) : '')
  return coreTags.has(tag) ? tag : null
}

const coreTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'])

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])
const longestWord = 5

const integer = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const infinity = /^[-+]?\.(?:inf|Inf|INF)$/
const notANumber = /^\.(?:nan|NaN|NAN)$/

/** Adding zero turns -0 into 0. */
function number(text: string): number | null {
  if (decimal.test(text) || integer.test(text)) return Number(text) + 0
  if (infinity.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  return notANumber.test(text) ? Number.NaN : null
}
