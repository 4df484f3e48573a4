/** A number as people type it, with a decimal point or comma; null where the text is not a number. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replace('−', '-')
  if (!/^[-+]?(\d+([.,]\d*)?|[.,]\d+)$/.test(trimmed)) return null
  const number = Number(trimmed.replace(',', '.'))
  return Number.isFinite(number) ? number : null
}
