/** `notes` and keys that begin with `x-` are free in every map of a file that a person writes. */
export function isFreeKey(key: string): boolean {
  return key === 'notes' || key.startsWith('x-')
}
