/** Where `found` differs from `expected`, by path; keys that are not expected are not looked at, numbers agree to 1e-9. */
export function differences(expected: unknown, found: unknown, path = '$'): readonly string[] {
  if (typeof expected === 'number' && typeof found === 'number') {
    const near = Math.abs(expected - found) <= 1e-9 * Math.max(1, Math.abs(expected))
    return near ? [] : [`${path}: expected ${expected}, found ${found}`]
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length !== found.length) {
    return [`${path}: expected ${expected.length} entries, found ${found.length}`]
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return [`${path}: found ${found}`]
    const map = found as Readonly<Record<string, unknown>>
    return Object.entries(expected).flatMap(([key, value]) =>
      key in map
        ? differences(value, map[key], `${path}.${key}`)
        : [`${path}.${key}: not there, expected ${JSON.stringify(value)}`],
    )
  }
  return expected === found ? [] : [`${path}: expected ${expected}, found ${found}`]
}
