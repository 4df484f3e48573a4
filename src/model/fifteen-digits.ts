/** A copy with every number to at most 15 significant digits and without a negative zero; nothing else is changed. */
export function roundToFifteenDigits<T>(value: T): T {
  return roundNumbers(value) as T
}

function roundNumbers(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(15)) + 0
  if (Array.isArray(value)) return value.map(roundNumbers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundNumbers(item)]))
}
