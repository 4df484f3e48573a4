import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, createAdvice } from './advice-input.ts'

/** A question that takes more schooling, or more breath, than its readers want to spend on it. */
export function checkReadingGrade({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  const id = 'question.reading-grade'
  const longest = Math.max(...listSentences(file.ask).map((sentence) => listWords(sentence).length))
  if (longest > maxSentenceWords) {
    const message = { say: 'sentence-long', words: longest } as const
    const fix = { say: 'sentence-long-fix', most: maxSentenceWords } as const
    return [createAdvice(origin, ['ask'], { id, message, fix })]
  }
  const grade = Math.round(getReadingGrade(file.ask))
  if (listWords(file.ask).length < minGradedWords || grade <= maxGrade) return []
  const message = { say: 'grade-high', grade } as const
  const fix = { say: 'grade-high-fix' } as const
  return [createAdvice(origin, ['ask'], { id, message, fix })]
}

const maxSentenceWords = 30
const maxGrade = 14
/** With fewer words the grade means nothing: one long word decides it. */
const minGradedWords = 6

/** Flesch–Kincaid grade: 0.39 · words a sentence + 11.8 · syllables a word − 15.59 (Kincaid et al. 1975). */
export function getReadingGrade(text: string): number {
  const words = listWords(text)
  const sentences = listSentences(text).length
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  if (words.length === 0) return 0
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

export function listWords(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9’'-]+/g) ?? []
}

function listSentences(text: string): readonly string[] {
  return text.split(/[.?!]+/).filter((sentence) => /\w/.test(sentence))
}

/** Groups of vowels, without a silent e; at least one. */
function countSyllables(word: string): number {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^lrtd]ed|[^aeiouyl]e)$/, '')
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 0)
}
