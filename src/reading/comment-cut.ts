/**
 * Does a comment right behind this plain text look like a part of it that YAML cuts off? `slip` is surely one
 * (`Room #12`), `likely` is prose (`Say # this`), null is a comment, or none.
 *
 * Comments are set off by two spaces or more, so only a single space before the `#` counts; after one-word values
 * (`stage: agreed # exploring | forming`), numbers and conditions, a comment is a comment even so. The caller drops the
 * likely ones when a file has many of them: then they are a habit. `accordant-` comments are ours.
 */
export function findCommentCut(text: string, start: number, end: number): 'slip' | 'likely' | null {
  if (!text.startsWith(' #', end)) return null
  if (text.startsWith('accordant-', end + 2) || text.startsWith(' accordant-', end + 2)) return null
  const value = text.slice(start, Math.min(end, start + maxLookahead))
  if (!/\p{L}/u.test(value)) return null
  if (wordAtStart.test(text.slice(end + 2, end + 3))) return 'slip'
  return isProse(value) ? 'likely' : null
}

/** `channel: #partners`: a value that was meant, and is not there. `end` is where the key ends. */
export function isWholeValueCut(text: string, end: number): boolean {
  if (!text.startsWith(': #', end)) return false
  return /^[\p{L}\p{N}][^\s]*[ \t]*(?:[\r\n]|$)/u.test(text.slice(end + 3, end + 3 + maxLookahead))
}

/** More likely cuts than this in one file are its author's way to write comments. */
export const maxLikelyCuts = 3

const maxLookahead = 200
const wordAtStart = /^[\p{L}\p{N}]/u

/** It begins like a sentence, or has three words of letters; and is no condition (`a != "b" && c`). */
function isProse(value: string): boolean {
  if (/[=<>&|]/.test(value)) return false
  if (/^\p{Lu}/u.test(value)) return true
  const words = value.split(/\s+/).filter((word) => /^\p{L}[\p{L}'’-]*[,.;:?!]?$/u.test(word))
  return words.length >= 3
}
