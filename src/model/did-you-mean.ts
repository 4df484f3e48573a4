import type { Message } from '../words/message.ts'
import { toSlug } from './slug.ts'
import { findWrittenState } from './written-state.ts'

/** The key or id that was probably meant: spelled almost the same, in another dimension, or another tool's word for it. */
export function findMeantWord(word: string, known: Iterable<string>): string | null {
  return (
    findNearestWord(word, known) ?? findInOtherDimension(word, known) ?? findSynonym(word, known)
  )
}

/** The one of `known` that is nearest to a mistyped word, or null if none is near enough. */
export function findNearestWord(word: string, known: Iterable<string>): string | null {
  const longest = 60
  if (word.length > longest) return null
  const limit = word.length === 1 ? 0 : Math.max(1, Math.floor(word.length / 3))
  let best: string | null = null
  let bestDistance = limit + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue
    const distance = countEdits(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** The one full id with the same name behind its dimension: `trust.rules` or `rules` for `children.rules`. */
function findInOtherDimension(word: string, known: Iterable<string>): string | null {
  const name = word.slice(word.lastIndexOf('.') + 1)
  const meant = [...known].filter((id) => id.endsWith(`.${name}`))
  return meant.length === 1 ? (meant[0] ?? null) : null
}

/** What other tools for questionnaires and plans call the same thing. */
const synonyms: Readonly<Record<string, string>> = {
  answers: 'choices',
  bool: 'yes-no',
  boolean: 'yes-no',
  checkbox: 'choices',
  checkboxes: 'choices',
  hint: 'why',
  integer: 'number',
  label: 'title',
  likert: 'rating',
  max: 'to',
  maximum: 'to',
  min: 'from',
  minimum: 'from',
  'multi-choice': 'choices',
  'multi-select': 'choices',
  multiselect: 'choices',
  'multiple-choice': 'choice',
  name: 'title',
  options: 'choices',
  prompt: 'ask',
  question: 'ask',
  radio: 'choice',
  scale: 'rating',
  select: 'choice',
  string: 'text',
}

function findSynonym(word: string, known: Iterable<string>): string | null {
  const other = synonyms[word.toLowerCase()] ?? findWrittenState(word) ?? undefined
  return other !== undefined && [...known].includes(other) ? other : null
}

/**
 * What ends a sentence about an unknown word: the word that was meant, or the words to choose from when there are at most
 * `maxListed`, or nothing. It goes into a message as the value `hint`, right behind the word.
 */
export function suggestWord(word: string, known: readonly string[], maxListed = 8): Message {
  const near = findMeantWord(word, known)
  if (near !== null) return { say: 'did-you-mean', near }
  return known.length > 0 && known.length <= maxListed
    ? { say: 'expected-one-of', words: known }
    : { say: 'no-suggestion' }
}

/** As `suggestWord`, of a level that people may have named by its title; `before` as in `suggestWordEarly`. */
export function suggestLevel(
  word: string,
  levels: readonly { readonly id: string; readonly title: string }[],
  before = 0,
): Message {
  if (before >= maxSuggestions) return { say: 'no-suggestion' }
  const ids = levels.map(({ id }) => id)
  const byTitle = new Map(levels.map(({ id, title }) => [toSlug(title), id]))
  byTitle.delete('')
  const title =
    findNearestWord(word, ids) === null ? findNearestWord(toSlug(word), byTitle.keys()) : null
  const near = title === null ? undefined : byTitle.get(title)
  return near === undefined ? suggestWord(word, ids, Infinity) : { say: 'did-you-mean', near }
}

/**
 * `suggestWord` for a mistake that a file may contain thousands of times. Looking for the nearest word takes time, so only the
 * first problems get a suggestion (there were `before` others), and only if there are not too many words.
 */
export function suggestWordEarly(before: number, word: string, known: readonly string[]): Message {
  return before < maxSuggestions && known.length <= maxKnownWords
    ? suggestWord(word, known)
    : { say: 'no-suggestion' }
}

const maxSuggestions = 100
const maxKnownWords = 2_000

/** Edits to turn one word into the other, two swapped neighbours counting as one (optimal string alignment). */
function countEdits(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + cost,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
