import { listQuestionnaireWordings } from '../model/apply-words.ts'
import { normaliseText } from '../model/forms/written-text.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { TableColumns } from './table-columns.ts'

/** A question in its general wording, and in the wording for each kind of partner. */
export type QuestionWordings = readonly [MappableQuestion, ...MappableQuestion[]]
type MappableQuestion = Pick<Question | ProfileQuestion, 'id' | 'ask' | 'form'>

export function listQuestionWordings(
  questionnaire: Questionnaire,
  questions: (from: Questionnaire) => readonly MappableQuestion[],
): readonly QuestionWordings[] {
  const [first = [], ...others] = listQuestionnaireWordings(questionnaire).map(questions)
  return first.map((own, index) => [own, ...others.flatMap((each) => each[index] ?? [])])
}

/** The columns whose header says these words. */
export type HeadFinder = (words: string) => readonly number[]

/** Columns by what their header says, also behind a number, a code, or inside the brackets of a grid. */
export function createHeadFinder(columns: TableColumns): HeadFinder {
  const byWords = new Map<string, Set<number>>()
  for (const [column, heads] of columns.heads.entries()) {
    for (const head of heads.flatMap(listHeadTexts)) {
      const before = byWords.get(head)
      if (before === undefined) byWords.set(head, new Set([column]))
      else before.add(column)
    }
  }
  return (words) => [...(byWords.get(normaliseHead(words)) ?? [])]
}

/** By the text, else by the id as tools write it that allow no dots or hyphens. */
export function findQuestionColumns(
  byWords: HeadFinder,
  question: QuestionWordings,
): readonly number[] {
  const [{ id }] = question
  const asked = [...new Set(question.flatMap(({ ask }) => byWords(ask)))]
  if (asked.length > 0) return asked
  return [...new Set(listToolIds(id).flatMap(byWords))]
}

/** An id as tools write it that allow no dots or hyphens. */
export function listToolIds(id: string): readonly string[] {
  return [id, id.replaceAll(/[.-]/g, '_'), id.replaceAll('.', '-'), id.replaceAll(/[.-]/g, '')]
}

function listHeadTexts(head: string): readonly string[] {
  const prefixed = /^(?:q?\d+(?:[._]\d+)*|[a-z]\w{0,40}(?:\[\w{1,20}\])?)[.:)\]]+\s*(.+)$/is.exec(
    head,
  )?.[1]
  const coded = /^([a-z]\w{0,40}(?:\[\w{1,20}\])?)[.:]\s/i.exec(head)?.[1]
  const spaced = /^q\d+\s*[-–—]?\s+(.+)$/is.exec(head)?.[1]
  const inGrid = /\[([^[\]]+)\]\s*$/.exec(head)?.[1]
  return [head, prefixed, coded, spaced, inGrid].flatMap((text) =>
    text === undefined ? [] : [normaliseHead(text)],
  )
}

function normaliseHead(text: string): string {
  return normaliseText(text).replace(/[\s?.:*]+$/, '')
}
