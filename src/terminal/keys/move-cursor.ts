/** The position of a cursor after a key, within the list; null for a key that does not move it. */
export function moveCursor(cursor: number | null, key: string, length: number): number | null {
  const distance = cursorSteps.get(key)
  if (distance === undefined || length === 0) return null
  return Math.min(Math.max((cursor ?? 0) + distance, 0), length - 1)
}

const cursorSteps: ReadonlyMap<string, number> = new Map([
  ['up', -1],
  ['down', 1],
  ['pageup', -8],
  ['pagedown', 8],
  ['home', Number.NEGATIVE_INFINITY],
  ['end', Number.POSITIVE_INFINITY],
])
