import { listQuestionnaireWordings } from '../model/apply-words.ts'
import { normaliseText } from '../model/forms/written-text.ts'
import {
  listQuestions,
  type ProfileQuestion,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import { clip } from '../model/value.ts'
import { isKebab } from '../model/vocabulary.ts'
import type { Message } from '../words/message.ts'
import { findChoiceColumns } from './draft-choice-columns.ts'
import { readCellAnswer } from './table-cell.ts'
import type { TableColumns } from './table-columns.ts'

export interface MapDraft {
  readonly map: Readonly<Record<string, unknown>>
  /** What the person has to look at, one sentence each. */
  readonly notes: readonly Message[]
}

/** A map as far as the header is certain; everything else is in the notes, for a person to decide. */
export function draftMap(input: {
  readonly questionnaire: Questionnaire
  /** How the questionnaire is named in the map. */
  readonly named: string
  readonly partnership: string
  readonly columns: TableColumns
  readonly header: number
  readonly delimiter: string
  readonly rows: readonly (readonly string[])[]
}): MapDraft {
  const { questionnaire, columns, rows } = input
  const notes: Message[] = []
  const used = new Set<number>()
  const take = (column: number): string => {
    used.add(column)
    return columns.names[column] ?? `#${column + 1}`
  }
  const cells = (column: number): readonly string[] => {
    const texts = rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '')
    return [...new Set(texts)].slice(0, maxCellTexts)
  }
  const byWords = createHeadFinder(columns)
  const byHead = (question: QuestionWordings) => findQuestionColumns(byWords, question)
  const profileQuestions = listQuestionWordings(questionnaire, (from) => from.profile)
  const questions = listQuestionWordings(questionnaire, listQuestions)
  const everyQuestion = [...profileQuestions, ...questions]
  const hasComma = everyQuestion
    .filter(([{ form }]) => form.type === 'number')
    .flatMap((question) => byHead(question).flatMap(cells))
    .some((text) => /^-?\d+,\d+$/.test(text))
  const decimal = hasComma ? ',' : '.'
  const boxesOf = (question: QuestionWordings): unknown => {
    const all = question.flatMap(({ id, ask, form }) =>
      form.type === 'choices'
        ? [
            {
              id,
              ...form,
              ...findChoiceColumns({ ask, ...form, codes: listToolIds(id) }, columns, byWords),
            },
          ]
        : [],
    )
    const boxes = all.find(({ found }) => found.size > 0) ?? all[0]
    if (boxes === undefined) return null
    const { id, choices, found, unnamed } = boxes
    if (found.size === 0 && unnamed.length > 0) {
      const names = unnamed.map((column) => clip(columns.names[column] ?? ''))
      notes.push({ say: 'draft-columns-unnamed', id, names })
    }
    if (found.size === 0) return null
    const missing = choices.filter((choice) => !found.has(choice.id))
    if (missing.length > 0) {
      const choices = missing.map(({ title }) => clip(title))
      notes.push({ say: 'draft-choices-missing', id, choices })
    }
    const own = [...found].map(([choice, column]) => [choice, take(column)])
    const isZeroed = [...found.values()].every(
      (column) => cells(column).includes('0') || cells(column).includes('Unchecked'),
    )
    if (isZeroed) {
      notes.push({ say: 'draft-none-ticked', id })
    }
    return { columns: Object.fromEntries(own) }
  }
  const asked = (all: readonly QuestionWordings[]) => {
    const mapped: Record<string, unknown> = {}
    for (const question of all) {
      const [{ id, ask }] = question
      const boxes = boxesOf(question)
      if (boxes !== null) {
        mapped[id] = boxes
        continue
      }
      const found = byHead(question).filter((column) => !used.has(column))
      const [column] = found
      if (column === undefined || found.length > 1) {
        notes.push({ say: 'draft-columns-found', id, columns: found.length, ask: clip(ask) })
        continue
      }
      mapped[id] = take(column)
      const strange = cells(column).filter((text) =>
        question.every(
          ({ form }) => 'refused' in readCellAnswer(form, text, { decimal, values: {} }),
        ),
      )
      if (strange.length > 0) {
        const texts = strange.map((text) => clip(text))
        notes.push({ say: 'draft-values-needed', id, texts })
      }
    }
    return mapped
  }
  const profile = asked(profileQuestions)
  const answers = asked(questions)
  const one = (words: readonly string[]): number | undefined =>
    words.flatMap(byWords).find((column) => !used.has(column))
  const partner = one(partnerHeads)
  const respondent = one(respondentHeads)
  const role = one(roleHeads)
  const found = {
    ...(partner === undefined
      ? {}
      : { partner: resolvePartnerColumn(take(partner), cells(partner), notes) }),
    ...(respondent === undefined ? {} : { respondent: take(respondent) }),
    ...(role === undefined ? {} : { role: take(role) }),
  }
  if (partner === undefined) {
    notes.push({ say: 'draft-no-partner' })
  }
  if (respondent === undefined) {
    notes.push({ say: 'draft-no-respondent' })
  }
  const ignore = columns.names.filter((_, column) => !used.has(column))
  if (ignore.length > 0) notes.push({ say: 'draft-ignored' })
  const map = {
    accordant: 'map/1',
    questionnaire: input.named,
    partnership: input.partnership,
    header: input.header,
    delimiter: input.delimiter,
    decimal,
    columns: { ...found, profile, answers },
    ...(ignore.length === 0 ? {} : { ignore }),
  }
  return { map, notes }
}

/** A question as it is worded where nothing is known of the partner, and for each kind of partner. */
type QuestionWordings = readonly [MappableQuestion, ...MappableQuestion[]]
type MappableQuestion = Pick<Question | ProfileQuestion, 'id' | 'ask' | 'form'>

function listQuestionWordings(
  questionnaire: Questionnaire,
  questions: (from: Questionnaire) => readonly MappableQuestion[],
): readonly QuestionWordings[] {
  const [first = [], ...others] = listQuestionnaireWordings(questionnaire).map(questions)
  return first.map((own, index) => [own, ...others.flatMap((each) => each[index] ?? [])])
}

const maxCellTexts = 12
const partnerHeads = [
  'partner',
  'company',
  'organisation',
  'organization',
  'your organisation',
  'your organization',
]
const respondentHeads = [
  'respondent',
  'respondent id',
  'responseid',
  'response id',
  'record_id',
  'record id',
  'id',
]
const roleHeads = ['role', 'your role']

/** Lists the names that are not ids, so that a person can give each its id. */
function resolvePartnerColumn(name: string, texts: readonly string[], notes: Message[]): unknown {
  const strange = texts.filter((text) => !isKebab(text))
  if (strange.length === 0) return name
  notes.push({ say: 'draft-partner-ids', texts: strange.map((text) => clip(text)) })
  return name
}

/** Columns by what their header says, also behind a number, a code, or inside the brackets of a grid. */
function createHeadFinder(columns: TableColumns): (words: string) => readonly number[] {
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

/** By the text, else by the id as tools that take no dots or hyphens write it. */
function findQuestionColumns(
  byWords: (words: string) => readonly number[],
  question: QuestionWordings,
): readonly number[] {
  const [{ id }] = question
  const asked = [...new Set(question.flatMap(({ ask }) => byWords(ask)))]
  if (asked.length > 0) return asked
  return [...new Set(listToolIds(id).flatMap(byWords))]
}

/** An id as tools write it that take no dots or hyphens. */
function listToolIds(id: string): readonly string[] {
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
