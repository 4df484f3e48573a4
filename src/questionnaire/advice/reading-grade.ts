import type { SourcedFinding } from '../sourced.ts'
import { type AdvisedQuestion, advice } from './advised.ts'

/** A question that takes more schooling, or more breath, than its readers want to spend on it. */
export function readingGrade({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  const id = 'question.reading-grade'
  const longest = Math.max(...sentencesIn(file.ask).map((sentence) => wordsIn(sentence).length))
  if (longest > longestSentence) {
    const message = `A sentence of ${longest} words is hard to keep in mind`
    const fix = `Say it in ${longestSentence} words or fewer; what else is to be said has room in "why"`
    return [advice(origin, ['ask'], { id, message, fix })]
  }
  const grade = Math.round(gradeOf(file.ask))
  if (wordsIn(file.ask).length < fewestWords || grade <= highestGrade) return []
  const message = `This reads at grade ${grade}, as a textbook does`
  const fix = 'Use shorter words and sentences; at grade 9 or lower everybody can read along'
  return [advice(origin, ['ask'], { id, message, fix })]
}

const longestSentence = 30
const highestGrade = 14
/** Of fewer the grade says nothing: one long word decides it. */
const fewestWords = 6

/** Flesch–Kincaid grade: 0.39 · words a sentence + 11.8 · syllables a word − 15.59 (Kincaid et al. 1975). */
export function gradeOf(text: string): number {
  const words = wordsIn(text)
  const sentences = sentencesIn(text).length
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  if (words.length === 0) return 0
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

export function wordsIn(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9’'-]+/g) ?? []
}

function sentencesIn(text: string): readonly string[] {
  return text.split(/[.?!]+/).filter((sentence) => /\w/.test(sentence))
}

/** Groups of vowels, without a silent e; at least one. */
function syllablesIn(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^lrtd]ed|[^aeiouyl]e)$/, '')
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 0)
}
