import { normaliseText } from '../model/forms/written-text.ts'
import { identifyPartner } from '../model/partners.ts'
import type { RawAnswer } from '../model/response-file.ts'
import { toSlug } from '../model/slug.ts'
import { clip } from '../model/value.ts'
import { isKebab, maxIdLength } from '../model/vocabulary.ts'
import type { Message } from '../words/message.ts'
import { type CellRules, readCellAnswer, readChoiceColumns, readStateCell } from './table-cell.ts'
import { repeatsHeader, type TableColumns } from './table-columns.ts'
import type { ColumnMapping, QuestionMapping, RowCondition, TableMapping } from './table-mapping.ts'

/** The text of a row's cell. */
export type CellTextGetter = (column: number) => string

export interface ImportedRow {
  readonly partner: string
  readonly respondent: string
  /** What the id of the respondent is made of. */
  readonly written: string
  readonly role: string | null
  readonly profile: Readonly<Record<string, RawAnswer>>
  readonly answers: Readonly<Record<string, RawAnswer>>
}

/** Why a row is left out that nothing is wrong with. */
export type LeftOutRow =
  | { readonly say: 'row-blank' | 'row-empty' }
  | Extract<Message, { say: 'row-not-only' | 'row-unfinished' }>

type RowReading =
  /** `lost` are the cells that cannot be read; the row is taken without them. */
  | { readonly row: ImportedRow; readonly lost: readonly Message[] }
  | { readonly leftOut: LeftOutRow }
  /** Every reason why the row cannot be used. */
  | { readonly refused: readonly Message[] }

/** What a row says, or why it is not taken. `line` names its respondent where no column does. */
export function importRow(
  plan: TableMapping,
  columns: TableColumns,
  cells: readonly string[],
  line: number,
): RowReading {
  if (cells.every((cell) => cell.trim() === '')) return { leftOut: { say: 'row-blank' } }
  const extra = cells.slice(plan.width).some((cell) => cell.trim() !== '')
  if (cells.length < plan.width || extra) {
    return { refused: [{ say: 'row-width-differs', cells: cells.length, header: plan.width }] }
  }
  if (repeatsHeader(columns, cells)) return { refused: [{ say: 'row-repeats-header' }] }
  const textOf: CellTextGetter = (column) => cells[column] ?? ''
  const other = plan.only.find((condition) => !isMet(condition, textOf))
  if (other !== undefined) return { leftOut: describeUnmet('row-not-only', other, textOf) }
  if (plan.finished !== null && !isMet(plan.finished, textOf)) {
    return { leftOut: describeUnmet('row-unfinished', plan.finished, textOf) }
  }
  const lost: Message[] = []
  const lose = createRefuser(columns, lost)
  const read = (from: readonly QuestionMapping[]): Readonly<Record<string, RawAnswer>> => {
    const answers: Record<string, RawAnswer> = Object.create(null)
    for (const each of from) {
      const result = readRowAnswer(plan, each, textOf)
      if ('refused' in result) lose(result, result.refused)
      else if (result.answer !== null) answers[each.id] = result.answer
    }
    return answers
  }
  const answers = read(plan.answers)
  const isEmpty = plan.answers.every(
    ({ id, column, boxes }) => (column === null && boxes === null) || !Object.hasOwn(answers, id),
  )
  if (isEmpty && lost.length === 0) return { leftOut: { say: 'row-empty' } }
  const refused: Message[] = []
  const refuse = createRefuser(columns, refused)
  const partner = readMappedPartner(plan, cells, refuse)
  const respondent =
    plan.respondent === null
      ? { id: `r${line}`, written: '' }
      : readMappedRespondent(plan.respondent, cells, refuse)
  if (isEmpty || partner === null || respondent === null) return { refused: [...refused, ...lost] }
  const profile = dropStates(read(plan.profile))
  const role = plan.role === null ? '' : getMappedText(plan.role, cells).trim()
  const { id, written } = respondent
  const own = { partner, respondent: id, written, role: role === '' ? null : role }
  return { row: { ...own, profile, answers }, lost }
}

function createRefuser(columns: TableColumns, to: Message[]): CellRefuser {
  return ({ column }, reason) => {
    const name: Message | string =
      column === null ? { say: 'cell-constant' } : clip(columns.names[column] ?? '')
    to.push({ say: 'cell-refused', name, reason })
  }
}

/** Does a row have one of the values that are taken? */
export function isMet(
  { column, texts }: Omit<RowCondition, 'name'>,
  textOf: CellTextGetter,
): boolean {
  const text = textOf(column).trim()
  return texts === null ? text !== '' : texts.has(normaliseText(text))
}

function describeUnmet(
  say: 'row-not-only' | 'row-unfinished',
  { column, name }: RowCondition,
  textOf: CellTextGetter,
): LeftOutRow {
  return { say, name, text: clip(textOf(column).trim()) }
}

type RowAnswer =
  | { readonly answer: RawAnswer }
  | { readonly refused: Message; readonly column: number | null }

/** What the cells of one question answer, with what stands beside it, or in which column it cannot be read. */
export function readRowAnswer(
  mapping: Pick<TableMapping, 'decimal'>,
  from: QuestionMapping,
  textOf: CellTextGetter,
): RowAnswer {
  const { state, reason, note } = from.beside
  const read = readOwnAnswer(mapping, from, textOf)
  if ('refused' in read) return read
  const stated = read.answer === null && state !== null ? readStateCell(textOf(state)) : read
  if ('refused' in stated) return { ...stated, column: state }
  const why = reason === null ? '' : textOf(reason).trim()
  const words = note === null ? '' : textOf(note).trim()
  return { answer: addNote(addReason(stated.answer, why), words) }
}

function addReason(answer: RawAnswer, reason: string): RawAnswer {
  const isReasoned = isLongAnswer(answer) && answer.state === 'not-applicable' && reason !== ''
  return isReasoned ? { ...answer, reason } : answer
}

function addNote(answer: RawAnswer, note: string): RawAnswer {
  if (note === '') return answer
  if (answer === null) return { state: 'skipped', note }
  return isLongAnswer(answer) ? { ...answer, note } : { value: answer, note }
}

function isLongAnswer(
  answer: RawAnswer,
): answer is Extract<RawAnswer, { readonly state?: unknown; readonly value?: unknown }> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
}

function readOwnAnswer(
  { decimal }: Pick<TableMapping, 'decimal'>,
  from: QuestionMapping,
  textOf: CellTextGetter,
): RowAnswer {
  const { boxes, values, separator, column } = from
  if (boxes !== null) return readChoiceColumns(boxes.all, textOf, { values, none: boxes.none })
  const rules: CellRules = { decimal, values, separator }
  const text = column === null ? from.constant : textOf(column)
  const read = readCellAnswer(from.form, text, rules)
  if (!('refused' in read)) return { ...read, column }
  for (const other of from.others) {
    const answer = readCellAnswer(other, text, rules)
    if (!('refused' in answer)) return { ...answer, column }
  }
  return { ...read, column }
}

type CellRefuser = (from: Pick<ColumnMapping, 'column'>, reason: Message) => void

function getMappedText({ column, constant }: ColumnMapping, cells: readonly string[]): string {
  return column === null ? constant : (cells[column] ?? '')
}

function readMappedPartner(
  { partner, known }: TableMapping,
  cells: readonly string[],
  refuse: CellRefuser,
): string | null {
  if (partner === null) return null
  const text = resolveMappedText(partner, getMappedText(partner, cells).trim())
  const found = identifyPartner(text, known)
  if ('id' in found) return found.id
  refuse(partner, describeNoPartner(text, found, known))
  return null
}

type NotIdentified = Exclude<ReturnType<typeof identifyPartner>, { readonly id: string }>

function describeNoPartner(
  text: string,
  { problem, fix, meant }: NotIdentified,
  { partners }: TableMapping['known'],
): Message {
  if (text === '') return { say: 'cell-blank' }
  return partners.length > 0
    ? { say: 'cell-no-partner', problem, fix }
    : { say: 'cell-no-partner-id', text: clip(text), example: meant ?? 'contoso' }
}

function readMappedRespondent(
  from: ColumnMapping,
  cells: readonly string[],
  refuse: CellRefuser,
): RespondentName | null {
  const text = getMappedText(from, cells).trim()
  const name = resolveRespondent(from, text)
  if (isShortId(name.id)) return name
  refuse(from, text === '' ? { say: 'cell-blank' } : { say: 'cell-no-id', text: clip(text) })
  return null
}

/** The partner that a cell names; null where it names none. */
export function readPartnerId({ partner, known }: TableMapping, cell: string): string | null {
  if (partner === null) return null
  const found = identifyPartner(resolveMappedText(partner, cell.trim()), known)
  return 'id' in found ? found.id : null
}

interface RespondentName {
  readonly id: string
  /** What the id is made of: ids that are alike can be made of texts that are not. */
  readonly written: string
}

const plainId = /^[a-z0-9]{1,80}$/

/** The respondent that a cell names; null where the text is not an id. */
export function readRespondent({ respondent }: TableMapping, cell: string): RespondentName | null {
  if (respondent === null) return null
  // Most are ids as they are; a slug of each would be a third of the time that a large table takes.
  const isPlain = plainId.test(cell) && Object.keys(respondent.values).length === 0
  const name = isPlain ? { id: cell, written: cell } : resolveRespondent(respondent, cell.trim())
  return isShortId(name.id) ? name : null
}

function resolveRespondent(from: ColumnMapping, text: string): RespondentName {
  const mapped = findMappedValue(from, text)
  return mapped === null ? { id: toSlug(text), written: text } : { id: mapped, written: mapped }
}

function resolveMappedText(from: ColumnMapping, text: string): string {
  return findMappedValue(from, text) ?? text
}

/** What the map has for a text. */
function findMappedValue({ values }: ColumnMapping, text: string): string | null {
  const keys = Object.keys(values)
  const words = keys.length === 0 ? '' : normaliseText(text)
  const key = keys.find((each) => normaliseText(each) === words)
  return key === undefined ? null : String(values[key])
}

function isShortId(text: string): boolean {
  return isKebab(text) && text.length <= maxIdLength
}

/** A profile has values only: who did not say has no entry. */
function dropStates(
  answers: Readonly<Record<string, RawAnswer>>,
): Readonly<Record<string, RawAnswer>> {
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([, answer]) => typeof answer !== 'object' || Array.isArray(answer),
    ),
  )
}
