export function wordsIn(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9’'-]+/g) ?? []
}

/** Flesch–Kincaid grade: 0.39 · words a sentence + 11.8 · syllables a word − 15.59 (Kincaid et al. 1975). */
export function gradeOf(text: string): number {
  const words = wordsIn(text)
  const sentences = text.split(/[.?!]+/).filter((sentence) => /\w/.test(sentence)).length
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

/** Groups of vowels, without a silent e; at least one. */
function syllablesIn(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^lrtd]ed|[^aeiouyl]e)$/, '')
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 0)
}
