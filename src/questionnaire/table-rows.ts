import type { RawAnswer } from '../model/response-file.ts'
import { clip } from '../model/value.ts'
import { isKebab } from '../model/vocabulary.ts'
import { answerInBoxes } from './table-boxes.ts'
import { answerInCell, type CellRules } from './table-cell.ts'
import type { Columns } from './table-columns.ts'
import type { Origin, QuestionOrigin, TablePlan } from './table-plan.ts'
import { sameWords } from './table-words.ts'

/** The text of a row's cell. */
export type TextOf = (column: number) => string

export interface ImportedRow {
  readonly partner: string
  readonly respondent: string
  readonly role: string | null
  readonly profile: Readonly<Record<string, RawAnswer>>
  readonly answers: Readonly<Record<string, RawAnswer>>
}

/** What a row says, or every reason why it is refused. `line` names its respondent where no column does. */
export function importRow(
  plan: TablePlan,
  columns: Columns,
  cells: readonly string[],
  line: number,
): { readonly row: ImportedRow } | { readonly refused: readonly string[] } {
  const extra = cells.slice(plan.width).some((cell) => cell.trim() !== '')
  if (cells.length < plan.width || extra) {
    return { refused: [`has ${counted(cells.length)}; the header has ${counted(plan.width)}`] }
  }
  const refused: string[] = []
  const told = ({ column }: Pick<Origin, 'column'>, reason: string): void => {
    const name = column === null ? 'constant' : clip(columns.names[column] ?? '')
    refused.push(`${name}: ${reason}`)
  }
  const partner = idIn(plan.partner, cells, (text) => text, told)
  const respondent =
    plan.respondent === null ? `r${line}` : idIn(plan.respondent, cells, codeOf, told)
  const textOf: TextOf = (column) => cells[column] ?? ''
  const read = (from: readonly QuestionOrigin[]): Readonly<Record<string, RawAnswer>> => {
    const answers: Record<string, RawAnswer> = Object.create(null)
    for (const each of from) {
      const result = answerInRow(plan, each, textOf)
      if ('refused' in result) told(result, result.refused)
      else if (result.answer !== null) answers[each.id] = result.answer
    }
    return answers
  }
  const profile = valuesOnly(read(plan.profile))
  const answers = read(plan.answers)
  if (refused.length > 0 || partner === null || respondent === null) {
    return { refused: isHeader(columns, cells) ? ['repeats the header'] : refused }
  }
  const role = plan.role === null ? '' : textIn(plan.role, cells).trim()
  return { row: { partner, respondent, role: role === '' ? null : role, profile, answers } }
}

/** Tables that were put together from several have the header again in the middle. */
function isHeader({ heads }: Columns, cells: readonly string[]): boolean {
  return cells.every((cell, column) => {
    const text = cell.trim()
    return text === '' ? heads[column]?.length === 0 : heads[column]?.includes(text) === true
  })
}

/** What the cells of one question answer, or in which column it cannot be read. */
export function answerInRow(
  { decimal }: Pick<TablePlan, 'decimal'>,
  from: QuestionOrigin,
  textOf: TextOf,
): { readonly answer: RawAnswer } | { readonly refused: string; readonly column: number | null } {
  const { boxes, values, column } = from
  if (boxes !== null) return answerInBoxes(boxes.all, textOf, { values, none: boxes.none })
  const rules: CellRules = { decimal, values }
  const text = column === null ? from.constant : textOf(column)
  const read = answerInCell(from.form, text, rules)
  if (!('refused' in read)) return { ...read, column }
  for (const other of from.others) {
    const answer = answerInCell(other, text, rules)
    if (!('refused' in answer)) return { ...answer, column }
  }
  return { ...read, column }
}

function counted(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`
}

function textIn({ column, constant }: Origin, cells: readonly string[]): string {
  return column === null ? constant : (cells[column] ?? '')
}

function idIn(
  from: Origin | null,
  cells: readonly string[],
  make: (text: string) => string,
  told: (from: Origin, reason: string) => void,
): string | null {
  if (from === null) return null
  const text = textIn(from, cells).trim()
  const id = idFor(from, text, make)
  if (isId(id)) return id
  told(from, text === '' ? 'is blank' : `"${clip(id)}" is no id; give it one under "values"`)
  return null
}

/** The partner that a cell names; null where it is no id. */
export function partnerIn({ partner }: TablePlan, cell: string): string | null {
  const id = partner === null ? '' : idFor(partner, cell.trim(), (text) => text)
  return isId(id) ? id : null
}

/** The respondent that a cell names; null where it is no id. */
export function respondentIn({ respondent }: TablePlan, cell: string): string | null {
  const id = respondent === null ? '' : idFor(respondent, cell.trim(), codeOf)
  return isId(id) ? id : null
}

function idFor({ values }: Origin, text: string, make: (text: string) => string): string {
  const keys = Object.keys(values)
  const words = keys.length === 0 ? '' : sameWords(text)
  const key = keys.find((each) => sameWords(each) === words)
  return key === undefined ? make(text) : String(values[key])
}

function isId(text: string): boolean {
  return isKebab(text) && text.length <= 80
}

/** The id a tool gave, in the letters that ours have: `R_3kX` is `r-3kx`. */
function codeOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}

/** A profile has values only: who did not say has no entry. */
function valuesOnly(
  answers: Readonly<Record<string, RawAnswer>>,
): Readonly<Record<string, RawAnswer>> {
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([, answer]) => typeof answer !== 'object' || Array.isArray(answer),
    ),
  )
}
