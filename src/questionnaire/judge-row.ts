import type { RowCells } from '../model/row-cells.ts'
import { type Stage, stages } from '../model/vocabulary.ts'
import type { CellResult } from './table-cell.ts'
import type { ColumnMapping, QuestionMapping, TableMapping } from './table-mapping.ts'
import {
  type CellTextGetter,
  isMet,
  readPartnerId,
  readRespondent,
  readRowAnswer,
} from './table-rows.ts'

/**
 * Judges a row without building what it says: puts an outcome for each of `mapping.answers` in `outcomes`, for a cell that cannot be
 * read that of a blank one. Null where the row is not taken: `importRow` then says why.
 */
export type RowJudge = (cells: RowCells, outcomes: Int32Array) => JudgedRow | null

interface JudgedRow {
  readonly partner: string
  /** Null where no column names one. */
  readonly respondent: ReturnType<typeof readRespondent>
  readonly stage: Stage | null
  /** Could every cell be read? */
  readonly isWhole: boolean
}

/** What a cell's answer counts as. */
type OutcomeCoder = (question: number, answer: Extract<CellResult, { answer: unknown }>) => number

const refusedOutcome = -2
const blankOutcome = -3

/** Different texts of a column that are remembered; most tables have a handful. */
const maxRememberedTexts = 4096

export function createRowJudge(mapping: TableMapping, toOutcome: OutcomeCoder): RowJudge {
  const answers = mapping.answers.map((mapped, index) => {
    const question = withoutWords(mapped)
    return createOutcomeReader(question, (textOf) => {
      const result = readRowAnswer(mapping, question, textOf)
      if ('refused' in result) return refusedOutcome
      return result.answer === null ? blankOutcome : toOutcome(index, result)
    })
  })
  const blanks = answers.map((_, index) => toOutcome(index, { answer: null }))
  const isConstant = mapping.answers.map(({ column, boxes }) => column === null && boxes === null)
  const conditions = [mapping.finished ?? [], mapping.only].flat().map((condition) => ({
    column: condition.column,
    isMetBy: memoiseByText((text) => isMet(condition, () => text)),
  }))
  const profile = mapping.profile.map((mapped) => {
    const question = withoutWords(mapped)
    return createOutcomeReader(question, (textOf) => {
      const result = readRowAnswer(mapping, question, textOf)
      if ('refused' in result) return refusedOutcome
      return stages.findIndex((stage) => question.id === 'stage' && stage === result.answer)
    })
  })
  const findPartner = memoiseByText((text) => readPartnerId(mapping, text))
  return (cells, outcomes) => {
    if (!fitsWidth(cells, mapping.width) || mapping.partner === null) return null
    for (const { column, isMetBy } of conditions) {
      if (!isMetBy(cells.text(column), null)) return null
    }
    let isEmpty = true
    let isWhole = true
    for (let index = 0; index < answers.length; index++) {
      const outcome = answers[index]?.(cells) ?? refusedOutcome
      const isRead = outcome !== refusedOutcome
      isWhole &&= isRead
      if (isRead && outcome !== blankOutcome && isConstant[index] === false) isEmpty = false
      outcomes[index] = isRead && outcome !== blankOutcome ? outcome : (blanks[index] ?? 0)
    }
    if (isEmpty) return null
    let stage: Stage | null = null
    for (const read of profile) {
      const outcome = read(cells)
      isWhole &&= outcome !== refusedOutcome
      stage = stages[outcome] ?? stage
    }
    const partner = findPartner(getMappedText(mapping.partner, cells), null)
    const respondent =
      mapping.respondent === null
        ? null
        : readRespondent(mapping, getMappedText(mapping.respondent, cells))
    if (partner === null || (respondent === null && mapping.respondent !== null)) return null
    return { partner, respondent, stage, isWhole }
  }
}

/** Reasons and notes count for nothing. */
function withoutWords(question: QuestionMapping): QuestionMapping {
  return { ...question, beside: { ...question.beside, reason: null, note: null } }
}

function fitsWidth(cells: RowCells, width: number): boolean {
  if (cells.count < width) return false
  for (let column = width; column < cells.count; column++) {
    if (cells.text(column).trim() !== '') return false
  }
  return true
}

function getMappedText({ column, constant }: ColumnMapping, cells: RowCells): string {
  return column === null ? constant : cells.text(column)
}

/** A question's cells as outcomes. Most cells are blank or one character, and that character has been seen before. */
function createOutcomeReader(
  { column, boxes, constant, beside: { state } }: QuestionMapping,
  make: (textOf: CellTextGetter) => number,
): (cells: RowCells) => number {
  if (boxes !== null || state !== null) {
    const own = boxes?.all.map((box) => box.column) ?? [column ?? []].flat()
    const columns = [...own, ...(state === null ? [] : [state])]
    const byTexts = memoiseByText((_, { text }: RowCells) => make(text))
    return (cells) => byTexts(columns.map(cells.text).join('\0'), cells)
  }
  if (column === null) {
    const always = make(() => constant)
    return () => always
  }
  const byText = memoiseByText((text) => make(() => text))
  const byCode: (number | undefined)[] = new Array(128)
  return (cells) => {
    const code = cells.code(column)
    if (code < 0 || code >= byCode.length) return byText(cells.text(column), null)
    const known = byCode[code] ?? byText(cells.text(column), null)
    byCode[code] = known
    return known
  }
}

function memoiseByText<T, C = null>(
  make: (text: string, context: C) => T,
): (text: string, context: C) => T {
  const known = new Map<string, T>()
  return (text, context) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text, context)
    if (known.size < maxRememberedTexts && text.length < 200) known.set(text, made)
    return made
  }
}
