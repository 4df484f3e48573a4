/** How a number is written: with a point, with a comma, or, where one person types it, with either. */
export type DecimalSign = '.' | ',' | 'either'

/** Text as forms and spreadsheets change it on the way: other spaces, quotes and case are the same words. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201C\u201D]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Are these words a label, alone or behind its code ("4 - Within days")? All normalised. */
export function isLabelOf(label: string, words: string, code: string): boolean {
  return (
    words === label ||
    [' - ', ' – ', ': ', '. ', ') ', ' = ', ' '].some((by) => words === `${code}${by}${label}`)
  )
}

/** A number as people write it: digits and one decimal sign; thousands are not grouped. Null for anything else. */
export function parseNumber(text: string, decimal: DecimalSign): number | null {
  const plain = text.trim().replace('−', '-')
  if (!patterns[decimal].test(plain)) return null
  const number = Number(plain.replace(',', '.'))
  return Number.isFinite(number) ? number : null
}

const patterns: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^[-+]?(\d+(\.\d*)?|\.\d+)$/,
  ',': /^[-+]?(\d+(,\d*)?|,\d+)$/,
  either: /^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/,
}
