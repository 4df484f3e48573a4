/** `sha256:` and the digest of a text in hexadecimal. */
type Hash = (text: string) => string

/**
 * A report with a mark of what it was when we wrote it: a comment with its hash, the first line in Markdown, after the document
 * type in HTML.
 */
export function markAsGenerated(text: string, hash: Hash): string {
  const [start = ''] = /^<!doctype html>/i.exec(text) ?? []
  const rest = text.slice(start.length).trimStart()
  const mark = `<!-- written by accordant ${hash(joinAroundMark(start, rest))} -->`
  return start === '' ? `${mark}\n\n${rest}` : `${start}\n${mark}\n${rest}`
}

/** Why a file may hold somebody's work: a report that was edited since we wrote it, or a file without our mark. */
export type HandMade = 'edited' | 'unmarked'

/** Null where the text is as we wrote it, or blank. Other line ends and blank lines around it are no edits: editors and git change them. */
export function findHandMade(text: string, hash: Hash): HandMade | null {
  if (text.trim() === '') return null
  const mark = /<!-- written by accordant (sha256:[0-9a-f]{64}) -->/.exec(text)
  if (mark === null) return 'unmarked'
  const [start, rest] = [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)]
  return hash(joinAroundMark(start, rest)) === mark[1] ? null : 'edited'
}

/** The text without its mark, as editors and git leave it: a byte order mark at the start goes as well. */
function joinAroundMark(start: string, rest: string): string {
  return `${start.trim()}${rest.trim()}`.replaceAll(/\r\n?/g, '\n')
}

/** The part of a Word file that has the mark. */
export const wordMarkPart = 'docProps/custom.xml'

/** The mark of a Word file with these parts: a hash of every part that is text, but for the one that has the mark. */
export function markWordParts(parts: ReadonlyMap<string, string>, hash: Hash): string {
  const texts = [...parts].filter(([name]) => /\.(xml|rels)$/.test(name) && name !== wordMarkPart)
  return hash(
    texts
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, text]) => `${name}\n${text}\n`)
      .join(''),
  )
}

/** The same of a Word file, by its parts. Word writes every part again as soon as somebody saves. */
export function findHandMadeWord(parts: ReadonlyMap<string, string>, hash: Hash): HandMade | null {
  const [, mark] = />(sha256:[0-9a-f]{64})</.exec(parts.get(wordMarkPart) ?? '') ?? []
  if (mark === undefined) return 'unmarked'
  return markWordParts(parts, hash) === mark ? null : 'edited'
}
