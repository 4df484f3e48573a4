/**
 * Gives headings ids as code hosts do, so that a link holds in Markdown and in HTML alike: letters, digits and hyphens, with
 * a number after one that was there before.
 */
export function createSlugger(taken: readonly string[]): (text: string) => string {
  const used = new Set(taken)
  return (text) => {
    const wanted = toHeadingSlug(text)
    let slug = wanted
    for (let again = 1; used.has(slug); again++) slug = `${wanted}-${again}`
    used.add(slug)
    return slug
  }
}

function toHeadingSlug(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
  return slug === '' ? 'section' : slug
}
