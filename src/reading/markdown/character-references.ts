/** `&amp;`, `&#38;` or `&#x26;` at an offset, as the sign it stands for; null for anything else. */
export function readCharacterReference(
  source: string,
  at: number,
  end: number,
): { readonly text: string; readonly end: number } | null {
  referencePattern.lastIndex = at
  const found = referencePattern.exec(source)
  if (found === null || referencePattern.lastIndex > end) return null
  const [, decimal, hexadecimal, name = ''] = found
  const text =
    decimal !== undefined || hexadecimal !== undefined
      ? toCharacter(
          decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal),
        )
      : namedCharacters[name]
  return text === undefined ? null : { text, end: referencePattern.lastIndex }
}

const referencePattern = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/y

/** Control characters stay written out: they do not belong in a text. */
function toCharacter(code: number): string | undefined {
  const isText = code >= 32 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0)
  return isText && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined
}

const namedCharacters: Readonly<Record<string, string>> = {
  __proto__: null as never,
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  pound: '£',
  times: '×',
  deg: '°',
}
