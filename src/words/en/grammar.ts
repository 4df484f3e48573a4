/** English grammar for the catalogues beside it: plurals and lists. No catalogue writes a plural by itself. */

/** `1 person`, `3 people`; of a word without `many` the plural has an s. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** The word alone, in the number that goes with a count. */
export function inNumber(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? one : many
}

/** `a`, `a and b`, `a, b and c`. */
export function join(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  const [end = '', ...before] = items.toReversed()
  return before.length === 0 ? end : `${before.toReversed().join(', ')} ${last} ${end}`
}

export function quote(text: string): string {
  return `"${text}"`
}

/** `"a", "b"`. */
export function quoteAll(texts: readonly string[]): string {
  return texts.map(quote).join(', ')
}

/** With a capital letter first. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
