/**
 * The one maker of ids: a name in small letters, digits and single hyphens. The rule is in docs/plan-format.md ("Ids from names"):
 * umlauts and Nordic letters are spelled out (`Zürich-Müller` is `zuerich-mueller`, `Åse Sørby` is `aase-soerby`), other accents
 * are dropped, apostrophes vanish, and all else parts words. An `x-` at the beginning goes, since such keys are free.
 * Empty where no letter or digit is left.
 */
export function toSlug(name: string, maxLength = Number.POSITIVE_INFINITY): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[äöüå]/g, spellOut)
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll(/[ßæøœłđðþ]/g, spellOut)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-?(?:x-(?=.))*/, '')
    .slice(0, maxLength)
    .replace(/-$/, '')
}

function spellOut(letter: string): string {
  return spellings.get(letter) ?? letter
}

const spellings: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['å', 'aa'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['ø', 'oe'],
  ['œ', 'oe'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
])

/** Small letters and digits without accents, words apart by one space: what is left of a name when people write it their own way. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
