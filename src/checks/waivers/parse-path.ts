/** A key (or an item, where a list stands), or what names an item of a list. */
export type PathSegment = { readonly key: string } | { readonly item: string }

/** Reads `risks[r1].owner` (or `risks.r1.owner`); `.` is the whole file. Null where it is no path. */
export function parsePath(text: string): readonly PathSegment[] | null {
  const path = text.trim()
  if (path === '.') return []
  const segments: PathSegment[] = []
  let rest = `.${path}`
  while (rest !== '') {
    const [whole, key, item] =
      /^\.([^.[\]]+)|^\[(.+?)\](?=$|[.[])/.exec(rest) ?? ([] as (string | undefined)[])
    if (whole === undefined) return null
    segments.push(key === undefined ? { item: (item ?? '').trim() } : { key: key.trim() })
    rest = rest.slice(whole.length)
  }
  return segments
}
