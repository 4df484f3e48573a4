/**
 * A heading, column or key as it is compared: small letters and digits with single spaces, without numbering, marks
 * and articles. So "3.2 The Risk register:" is "risk register".
 */
export function toComparable(text: string): string {
  return toPlainWords(
    text.slice(0, maxNameLength).normalize('NFKC').toLowerCase().replace(numbering, ''),
  )
}

/** As `comparable`, where a number in front belongs to what is said: "30 June 2028". */
export function toPlainWords(text: string): string {
  return text
    .slice(0, maxNameLength)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
    .replace(/^(?:the|our|a|an) (?=\S)/, '')
}

const maxNameLength = 200

/** `3.`, `3.2`, `4)`, `IV.`, `A.`, "Section 4:", "Annex B –" before what a heading says. */
const numbering =
  /^\s*(?:(?:section|part|chapter|annex|appendix|article|schedule)\s+(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)\b[\s.:)–—-]*|\d+(?:\.\d+)*[\s.:)–—-]+(?=\S)|(?:[a-z]|[ivx]+)[.)]\s+)/

/** What a heading may be called besides: without its brackets, and each of its joined parts. */
export function listNameParts(text: string): readonly string[] {
  const short = text.slice(0, maxNameLength)
  const bare = short.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
  const pieces = bare.split(/\s+(?:and|or|und|[-–—|])\s+|[:/&,;–—]|[()]/i)
  return pieces.map(toComparable).filter((piece) => piece !== '')
}

/** As `comparable`, without what is in brackets. */
export function toComparableWithoutBrackets(text: string): string {
  return toComparable(text.slice(0, maxNameLength).replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' '))
}

/** For finding out whether two names are the same: whatever the case, the space between and an article. */
export function normalizeName(name: string): string {
  const plain = name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
  return plain.startsWith('the ') ? plain.slice('the '.length) : plain
}
