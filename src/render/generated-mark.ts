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

/** The part of a Word file that has its mark; the mark is of all others. */
export const wordMarkPart = 'docProps/custom.xml'

/** What marks a Word file, by its parts. Word keeps the mark where it saves, so an edited file is known. */
export function markWordParts(parts: ReadonlyMap<string, Uint8Array>, hash: Hash): string {
  const others = [...parts].filter(([name]) => name !== wordMarkPart)
  const sorted = others.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return hash(sorted.map(([name, bytes]) => `${name}\n${hash(toBinaryText(bytes))}\n`).join(''))
}

/** As `findHandMade`. A program that saves the file writes parts of its own, so that is an edit. */
export function findHandMadeWord(
  parts: ReadonlyMap<string, Uint8Array>,
  hash: Hash,
): HandMade | null {
  const part = parts.get(wordMarkPart)
  const mark = part === undefined ? null : /sha256:[0-9a-f]{64}/.exec(toBinaryText(part))
  if (mark === null) return 'unmarked'
  return markWordParts(parts, hash) === mark[0] ? null : 'edited'
}

/** Every byte has a character of its own. */
function toBinaryText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
