/** Line breaks and spaces at the ends are the layout's, not the author's. */
export function flatText(value: unknown): string {
  return String(value).replaceAll(/\s+/g, ' ').trim()
}
