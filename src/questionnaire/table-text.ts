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

/** A number as the table writes it: digits, and one decimal sign; thousands are not grouped. Null for anything else. */
export function parseTableNumber(text: string, decimal: '.' | ','): number | null {
  const digits = decimal === ',' ? /^[+-]?\d+(?:,\d+)?$/ : /^[+-]?\d+(?:\.\d+)?$/
  return digits.test(text) ? Number(text.replace(',', '.')) : null
}
