type YamlScalar = string | number | boolean | null

/** What a scalar means in the core schema of YAML 1.2; undefined where its tag does not fit. Too large a number becomes Infinity. */
export function readScalar(tag: string, text: string, plain: boolean): YamlScalar | undefined {
  if (tag === '') return plain ? readPlainScalar(text) : text
  const core = findCoreTag(tag)
  if (core === 'str' || tag === '!') return text
  if (core === 'int') return integer.test(text) ? Number(text) + 0 : undefined
  if (core === 'float') return toNumber(text)
  const value = keywords.get(text)
  if (core === 'null') return value === null ? null : undefined
  return core === 'bool' && value !== null ? value : undefined
}

/** `str` for `!!str`, written short or in full; null for a tag that is none of the core schema's. */
export function findCoreTag(written: string): string | null {
  const full = /^!<tag:yaml\.org,2002:([a-z]+)>$/.exec(written)?.[1]
  const tag = full ?? (written.startsWith('!!') ? written.slice(2) : '')
  return coreTags.has(tag) ? tag : null
}

const coreTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'])

function readPlainScalar(text: string): YamlScalar {
  const first = text.charCodeAt(0)
  const isNumberLike = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46
  if (isNumberLike) return toNumber(text) ?? text
  if (text.length > maxKeywordLength) return text
  const word = keywords.get(text)
  return word === undefined ? text : word
}

const keywords: ReadonlyMap<string, boolean | null> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])
const maxKeywordLength = 5

const integer = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const infinity = /^[-+]?\.(?:inf|Inf|INF)$/
const notANumber = /^\.(?:nan|NaN|NAN)$/

/** Adding zero turns -0 into 0. */
function toNumber(text: string): number | undefined {
  if (decimal.test(text) || integer.test(text)) return Number(text) + 0
  if (infinity.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  return notANumber.test(text) ? Number.NaN : undefined
}
