/** Half up, to one decimal; a whole number has none. The tiny lift undoes binary fractions such as 0.15 · 100. */
export function formatDecimal(value: number, decimals = 1): string {
  const factor = 10 ** decimals
  const up = Math.floor(value * factor + 0.5 + 1e-9) / factor
  if (up === 0) return '0'
  const text = up.toFixed(decimals)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** Enough decimals to show on which side of a limit any figure lies. */
export const maxDecimals = 9

/** As few decimals as show on which side of every limit the value lies. A limit counts as reached within the tolerance. */
export function formatAgainstLimits(
  value: number,
  limits: readonly number[],
  { tolerance, decimals }: { readonly tolerance: number; readonly decimals: number },
): string {
  const sides = limits.map((limit) => ({
    limit: Number(formatDecimal(limit, maxDecimals)),
    reached: value >= limit - tolerance,
  }))
  for (let places = decimals; places <= maxDecimals; places++) {
    const text = formatDecimal(value, places)
    if (sides.every(({ limit, reached }) => reached === Number(text) >= limit)) return text
  }
  const nearest = sides.find(({ limit, reached }) => reached && limit > value)
  return nearest === undefined ? String(value) : formatDecimal(nearest.limit, maxDecimals)
}

/** A copy in which every number has at most 15 significant digits, and no zero is negative. Nothing else changes. */
export function roundToFifteenDigits<T>(value: T): T {
  return roundNumbers(value) as T
}

function roundNumbers(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(15)) + 0
  if (Array.isArray(value)) return value.map(roundNumbers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundNumbers(item)]))
}
