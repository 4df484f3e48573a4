import { listQuestionnaireWordings } from '../model/apply-words.ts'
import type { Choice } from '../model/forms/pick.ts'
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
function listToolIds(id: string): readonly string[] {
  const signs = [id, id.replaceAll('.', '-'), id.replaceAll('.', '/')]
  return [...signs, id.replaceAll(/[.-]/g, '_'), id.replaceAll(/[.-]/g, '')]
}

/** What a heading says, also without what tools put before and behind a question's text. */
function listHeadTexts(head: string): readonly string[] {
  const [firstLine = head] = head.split(/[\r\n]/)
  const own = [head, firstLine, head.replace(/\s+-\s+selected choice\s*$/i, '')]
  const texts = own.flatMap(listTextsBehind)
  return [...new Set(texts)]
}

function listTextsBehind(head: string): readonly string[] {
  const prefixed = /^(?:q?\d+(?:[._]\d+)*|[a-z]\w{0,40}(?:\[\w{1,20}\])?)[.:)\]]+\s*(.+)$/is.exec(
    head,
  )?.[1]
  const coded = /^([a-z]\w{0,40}(?:\[\w{1,20}\])?)[.:]\s/i.exec(head)?.[1]
  const spaced = /^q\d+\s*[-–—]?\s+(.+)$/is.exec(head)?.[1]
  const inGrid = /\[([^[\]]+)\]\s*$/.exec(head)?.[1]
  return [head, prefixed, coded, spaced, inGrid, ...listTextsInGroups(head)].flatMap((text) =>
    text === undefined ? [] : [normaliseHead(text)],
  )
}

/** KoboToolbox writes the names of groups before a question: `trust/news`. */
function listTextsInGroups(head: string): readonly string[] {
  const [, group, inside] = /^([\w.-]{1,80})\/(.+)$/s.exec(head) ?? []
  return group === undefined || inside === undefined ? [] : [inside, ...listTextsInGroups(inside)]
}

/** Without the marks of Markdown, which Typeform writes, and signs at the end. */
function normaliseHead(text: string): string {
  return normaliseText(text)
    .replace(/^_(.+)_$/, '$1')
    .replace(/^\*+/, '')
    .replace(/[\s?.:*]+$/, '')
}

/** Columns of a question that form tools cut into one for each choice. */
interface ChoiceColumnMatch {
  /** By the id of the choice; only those that the header says for certain. */
  readonly found: ReadonlyMap<string, number>
  /** Columns of the question whose choice the header does not name. */
  readonly unnamed: readonly number[]
}

/**
 * Finds the columns of a question with several choices: `Question - Choice`, `Question [Choice]`, `Question/Choice`,
 * `Question (Choice)`, `Question (choice=Choice)`, a code with the id of the choice (`shared[costs]`, `shared___costs`,
 * `shared/costs`), the choices below a question that is written over the first of them, or every choice as a heading of its own.
 */
export function findChoiceColumns(
  { id, ask, choices }: ChoicesQuestion,
  columns: TableColumns,
  byWords: HeadFinder,
): ChoiceColumnMatch {
  const codes = listToolIds(id)
  const found = new Map<string, number>()
  for (const choice of choices) {
    const named = [...new Set(listColumnNames(ask, codes, choice).flatMap(byWords))]
    const [column] = named
    if (column !== undefined && named.length === 1) found.set(choice.id, column)
  }
  if (found.size === 0)
    for (const [id, column] of findColumnsUnder(ask, choices, columns)) found.set(id, column)
  if (found.size === 0)
    for (const [id, column] of findTitles(choices, byWords)) found.set(id, column)
  const taken = new Set(found.values())
  const unnamed = columns.heads.flatMap((heads, column) =>
    !taken.has(column) && heads.some((head) => isNumbered(head, codes)) ? [column] : [],
  )
  return { found, unnamed }
}

interface ChoicesQuestion {
  readonly id: string
  readonly ask: string
  readonly choices: readonly Choice[]
}

function listColumnNames(
  ask: string,
  codes: readonly string[],
  { id, title }: Choice,
): readonly string[] {
  const texts = [ask, ask.replace(/[\s?.:]+$/, '')].flatMap((text) => [
    `${text} - ${title}`,
    `${text} - Selected Choice - ${title}`,
    `${text} [${title}]`,
    `${text}/${title}`,
    `${text} (${title})`,
    `${text} (choice=${title})`,
  ])
  const ids = [id, id.replaceAll('-', '_'), id.replaceAll('-', '')]
  return [
    ...texts,
    ...codes.flatMap((code) =>
      ids.flatMap((own) => [
        `${code}[${own}]`,
        `${code}___${own}`,
        `${code}/${own}`,
        `${code}_${own}`,
      ]),
    ),
  ]
}

/** SurveyMonkey writes the question over the first of its columns, and a choice under it in each. */
function findColumnsUnder(
  ask: string,
  choices: readonly Choice[],
  { heads }: TableColumns,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const words = normaliseText(ask)
  const first = heads.findIndex(
    (cells) => cells.length > 1 && normaliseText(cells[0] ?? '') === words,
  )
  if (first === -1) return found
  for (let column = first; column < heads.length; column++) {
    const cells = heads[column] ?? []
    if (column > first && cells.length !== 1) break
    const title = normaliseText(cells.at(-1) ?? '')
    const choice = choices.find((each) => normaliseText(each.title) === title)
    if (choice === undefined) break
    found.set(choice.id, column)
  }
  return found
}

/** Typeform wrote a column for each choice with no other heading. Less than all of them could be anything. */
function findTitles(choices: readonly Choice[], byWords: HeadFinder): ReadonlyMap<string, number> {
  const found = choices.flatMap(({ id, title }): [string, number][] => {
    const [column, ...others] = byWords(title)
    return column === undefined || others.length > 0 ? [] : [[id, column]]
  })
  const isWhole =
    choices.length > 1 && new Set(found.map(([, column]) => column)).size === choices.length
  return new Map(isWhole ? found : [])
}

/** A code with a number, which does not say for certain which choice it is. */
function isNumbered(head: string, codes: readonly string[]): boolean {
  const code = /^(.+?)(?:\[SQ\d+\]|___?\d+)$/i.exec(head.trim())?.[1]
  return code !== undefined && codes.some((each) => normaliseText(each) === normaliseText(code))
}
