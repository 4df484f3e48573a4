import { normaliseText } from '../model/forms/written-text.ts'
import { identifyPartner, type KnownPartners } from '../model/partners.ts'
import { listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import { clip } from '../model/value.ts'
import type { Message } from '../words/message.ts'
import {
  createHeadFinder,
  findChoiceColumns,
  findQuestionColumns,
  type HeadFinder,
  listQuestionWordings,
  type QuestionWordings,
} from './draft-columns.ts'
import { findPeopleColumns } from './draft-people.ts'
import { draftRows } from './draft-rows.ts'
import { type ChoiceColumn, readCellAnswer, readChoiceColumns } from './table-cell.ts'
import { repeatsHeader, type TableColumns } from './table-columns.ts'

export interface MapDraft {
  readonly map: Readonly<Record<string, unknown>>
  /** What the person has to look at, one sentence each. */
  readonly notes: readonly Message[]
  /** How many questions have a column. */
  readonly found: number
}

/** A map as far as the header is certain; everything else is in the notes, for a person to decide. */
export function draftMap(input: {
  readonly questionnaire: Questionnaire
  /** How the questionnaire is named in the map. */
  readonly named: string
  readonly partnership: string
  readonly known: KnownPartners
  readonly columns: TableColumns
  readonly header: number
  readonly delimiter: string
  readonly rows: readonly (readonly string[])[]
}): MapDraft {
  const { questionnaire, columns } = input
  const profile = listQuestionWordings(questionnaire, (from) => from.profile)
  const questions = listQuestionWordings(questionnaire, listQuestions)
  const context = createContext(input, [...profile, ...questions])
  const answers = {
    profile: draftQuestions(context, profile),
    answers: draftQuestions(context, questions),
  }
  const people = draftPeople(context, input.known)
  const ignore = columns.names.filter((_, column) => !context.used.has(column))
  if (ignore.length > 0) context.notes.push({ say: 'draft-ignored' })
  const map = {
    accordant: 'map/1',
    questionnaire: input.named,
    partnership: input.partnership,
    header: input.header,
    delimiter: input.delimiter,
    decimal: context.decimal,
    columns: { ...people, ...answers },
    ...context.rowKeys,
    ...(ignore.length === 0 ? {} : { ignore }),
  }
  const found = Object.values(answers).flatMap(Object.keys).length
  return { map, notes: context.notes, found }
}

interface DraftContext {
  readonly columns: TableColumns
  readonly rows: readonly (readonly string[])[]
  readonly byWords: HeadFinder
  readonly decimal: '.' | ','
  /** What says in the map which rows are taken. */
  readonly rowKeys: Readonly<Record<string, unknown>>
  /** Columns that are in the map. */
  readonly used: Set<number>
  readonly notes: Message[]
}

function createContext(
  { columns, rows: all }: Pick<DraftContext, 'columns' | 'rows'>,
  questions: readonly QuestionWordings[],
): DraftContext {
  const byWords = createHeadFinder(columns)
  const own = all.filter((row) => !repeatsHeader(columns, row) && row.join('').trim() !== '')
  const { keys, columns: deciding, rows, notes } = draftRows(columns, byWords, own)
  const hasComma = questions
    .filter(([{ form }]) => form.type === 'number')
    .flatMap((question) => findQuestionColumns(byWords, question))
    .flatMap((column) => listCellTexts({ rows }, column))
    .some((text) => /^-?\d+,\d+$/.test(text))
  const decimal = hasComma ? ',' : '.'
  const used = new Set(deciding)
  return { columns, rows, byWords, decimal, rowKeys: keys, used, notes: [...notes] }
}

/** Some of the different texts of a column. */
function listCellTexts({ rows }: Pick<DraftContext, 'rows'>, column: number): readonly string[] {
  const texts = rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '')
  return [...new Set(texts)].slice(0, maxCellTexts)
}

/** How the map names a column that is used from now on. */
function takeColumn({ columns, used }: DraftContext, column: number): string {
  used.add(column)
  return columns.names[column] ?? `#${column + 1}`
}

function draftQuestions(
  context: DraftContext,
  questions: readonly QuestionWordings[],
): Readonly<Record<string, unknown>> {
  const mapped = questions.flatMap((question) => {
    const own = draftChoiceColumns(context, question) ?? draftQuestion(context, question)
    return own === null ? [] : [[question[0].id, own] as const]
  })
  return Object.fromEntries(mapped)
}

function draftQuestion(context: DraftContext, question: QuestionWordings): string | null {
  const { byWords, used, notes, decimal } = context
  const [{ id, ask }] = question
  const found = findQuestionColumns(byWords, question).filter((column) => !used.has(column))
  const [column] = found
  if (column === undefined || found.length > 1) {
    notes.push({ say: 'draft-columns-found', id, columns: found.length, ask: clip(ask) })
    return null
  }
  const strange = listCellTexts(context, column).filter((text) =>
    question.every(
      ({ form }) =>
        'refused' in readCellAnswer(form, text, { decimal, values: {}, separator: null }),
    ),
  )
  if (strange.length > 0)
    notes.push({ say: 'draft-values-needed', id, texts: strange.map((text) => clip(text)) })
  return takeColumn(context, column)
}

/** Where a question has a column for each choice; null where it has not. */
function draftChoiceColumns(context: DraftContext, question: QuestionWordings): unknown {
  const { columns, byWords, notes } = context
  const all = question.flatMap(({ id, ask, form: { type, ...form } }) =>
    type === 'choices' && 'choices' in form
      ? [
          {
            ...form,
            ...findChoiceColumns({ id, ask, ...form }, columns, byWords),
          },
        ]
      : [],
  )
  const own = all.find(({ found }) => found.size > 0) ?? all[0]
  if (own === undefined) return null
  const [{ id }] = question
  const { choices, found, unnamed } = own
  if (found.size === 0) {
    const names = unnamed.map((column) => clip(columns.names[column] ?? ''))
    if (names.length > 0) notes.push({ say: 'draft-columns-unnamed', id, names })
    return null
  }
  const missing = choices.filter((choice) => !found.has(choice.id))
  const boxes = choices.flatMap((choice) => {
    const column = found.get(choice.id)
    return column === undefined
      ? []
      : [{ column, choice, texts: listCellTexts(context, column).map(normaliseText) }]
  })
  const isReadable = boxes.every((box) => box.texts.every((text) => isTickOrNot(box, text)))
  if ((missing.length > 0 || !isReadable) && hasJoinedColumn(context, question, found)) return null
  if (missing.length > 0) {
    const titles = missing.map(({ title }) => clip(title))
    notes.push({ say: 'draft-choices-missing', id, choices: titles })
  }
  const isUnticked = (text: string) => untickedWords.includes(text)
  if (boxes.every(({ texts }) => texts.some((text) => text === '0' || text === 'unchecked'))) {
    notes.push({ say: 'draft-none-ticked', id })
  } else if (!boxes.some(({ texts }) => texts.some(isUnticked))) {
    notes.push({ say: 'draft-blank-boxes', id })
  }
  const taken = boxes.map(({ choice, column }) => [choice.id, takeColumn(context, column)])
  return { columns: Object.fromEntries(taken) }
}

const untickedWords = ['0', 'no', 'n', 'false', 'unchecked', 'not checked', 'not selected']

function isTickOrNot(box: ChoiceColumn, text: string): boolean {
  return !('refused' in readChoiceColumns([box], () => text, { values: {}, none: 'answered' }))
}

/** KoboToolbox, ODK and Tally write both: one column with all that was chosen, and one for each choice. */
function hasJoinedColumn(
  { byWords, used }: DraftContext,
  question: QuestionWordings,
  found: ReadonlyMap<string, number>,
): boolean {
  const split = new Set(found.values())
  return findQuestionColumns(byWords, question).some(
    (column) => !used.has(column) && !split.has(column),
  )
}

/** The columns of the partner, the respondent and the role, where the header has them. */
function draftPeople(
  context: DraftContext,
  known: KnownPartners,
): Readonly<Record<string, string>> {
  const { notes } = context
  const found = findPeopleColumns(context, known)
  if (found.partner === undefined) notes.push({ say: 'draft-no-partner' })
  else {
    // Names of nobody that is known are listed, so that a person can give each its id.
    const strange = listCellTexts(context, found.partner).filter(
      (text) => !('id' in identifyPartner(text, known)),
    )
    const texts = strange.map((text) => clip(text))
    if (texts.length > 0) notes.push({ say: 'draft-partner-ids', texts })
  }
  if (found.respondent === undefined) notes.push({ say: 'draft-no-respondent' })
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, column]) =>
      column === undefined ? [] : [[key, takeColumn(context, column)]],
    ),
  )
}

const maxCellTexts = 12
