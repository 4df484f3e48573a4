/** Line breaks and spaces at the ends are the layout's, not the author's. */
export function flattenText(value: unknown): string {
  return String(value).replaceAll(/\s+/g, ' ').trim()
}
