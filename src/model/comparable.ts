/** A heading, column or key as it is compared, without numbering, marks and articles: "3.2 The Risk register:" is "risk register". */
export function toComparable(text: string): string {
  return toPlainWords(
    text.slice(0, maxNameLength).normalize('NFKC').toLowerCase().replace(numbering, ''),
  )
}

/** As `toComparable`, where a number in front belongs to what is said: "30 June 2028". */
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

/** Longer names are cut before they are compared. */
export const maxNameLength = 200

/** `3.`, `3.2`, `4)`, `IV.`, `A.`, "Section 4:", "Annex B –" before what a heading says. */
const numbering =
  /^\s*(?:(?:section|part|chapter|annex|appendix|article|schedule)\s+(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)\b[\s.:)–—-]*|\d+(?:\.\d+)*[\s.:)–—-]+(?=\S)|(?:[a-z]|[ivx]+)[.)]\s+)/
