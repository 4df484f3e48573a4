import { type Stage, stages } from '../model/vocabulary.ts'
import type { CellResult } from './table-cell.ts'
import type { ColumnMapping, QuestionMapping, TableMapping } from './table-mapping.ts'
import {
  type CellTextGetter,
  readPartnerId,
  readRespondentId,
  readRowAnswer,
} from './table-rows.ts'

/** A row's cells: those of ASCII as bytes, any others as texts. */
export interface RowCells {
  readonly count: number
  readonly text: (column: number) => string
  /** The bytes of a row of ASCII; null of any other. */
  readonly ascii: AsciiRow | null
}

/** Cell `i` lies from `starts[i]` to `ends[i]`. */
export interface AsciiRow {
  readonly bytes: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Tells rows that can be counted, without building what they say. */
export interface RowJudge {
  /**
   * Puts an outcome for each of `plan.answers` in `outcomes` and gives the partner, or null where anything is wrong with the row:
   * `importRow` then says what.
   */
  readonly judge: (cells: RowCells, outcomes: Int32Array) => string | null
  /** The respondent of a row that was judged; null where no column names one. */
  readonly respondent: (cells: RowCells) => string | null
  /** The column whose bytes are the respondent's id as they are, in the row that was judged last; null where they are not. */
  readonly plainRespondent: () => number | null
  /** The stage that the row named that was judged last. */
  readonly stage: () => Stage | null
}

/** What a cell's answer counts as. */
type OutcomeCoder = (question: number, answer: Extract<CellResult, { answer: unknown }>) => number

const unknownOutcome = -1
const refusedOutcome = -2

/** Different texts of a column that are remembered; most tables have a handful. */
const maxRememberedTexts = 4096

export function createRowJudge(plan: TableMapping, outcomeOf: OutcomeCoder): RowJudge {
  let stage: Stage | null = null
  const answers = plan.answers.map((origin, index) =>
    createOutcomeReader(origin, (textOf) => {
      const result = readRowAnswer(plan, origin, textOf)
      return 'refused' in result ? refusedOutcome : outcomeOf(index, result)
    }),
  )
  const profile = plan.profile.map((origin) =>
    createOutcomeReader(origin, (textOf) => {
      const result = readRowAnswer(plan, origin, textOf)
      if ('refused' in result) return refusedOutcome
      const place = stages.findIndex((each) => origin.id === 'stage' && each === result.answer)
      return place + 1
    }),
  )
  const columnOf = Int32Array.from(plan.answers, ({ column }) => column ?? -1)
  const byByte = new Int32Array(answers.length * 128).fill(unknownOutcome)
  /** Most cells are blank or have one byte, and that byte has been seen before. False where one is refused. */
  const judgeAnswers = (cells: RowCells, outcomes: Int32Array): boolean => {
    const { ascii } = cells
    for (let index = 0; index < answers.length; index++) {
      const column = columnOf[index] as number
      let slot = -1
      if (ascii !== null && column >= 0) {
        const start = ascii.starts[column] as number
        const length = (ascii.ends[column] as number) - start
        if (length <= 1) slot = index * 128 + (length === 0 ? 0 : (ascii.bytes[start] as number))
      }
      let outcome = slot < 0 ? unknownOutcome : (byByte[slot] as number)
      if (outcome === unknownOutcome) {
        outcome = answers[index]?.(cells) ?? refusedOutcome
        if (slot >= 0) byByte[slot] = outcome
      }
      if (outcome === refusedOutcome) return false
      outcomes[index] = outcome
    }
    return true
  }
  const partnerOf = createPartnerFinder(plan)
  const respondentColumn =
    Object.keys(plan.respondent?.values ?? {}).length === 0
      ? (plan.respondent?.column ?? null)
      : null
  let plainRespondent: number | null = null
  const hasRespondent = (cells: RowCells): boolean => {
    plainRespondent = null
    if (plan.respondent === null) return true
    if (cells.ascii !== null && respondentColumn !== null) {
      if (isPlainId(cells.ascii, respondentColumn)) {
        plainRespondent = respondentColumn
        return true
      }
    }
    return readRespondentId(plan, getMappedText(plan.respondent, cells)) !== null
  }
  return {
    judge: (cells, outcomes) => {
      if (cells.count < plan.width) return null
      for (let column = plan.width; column < cells.count; column++) {
        if (cells.text(column).trim() !== '') return null
      }
      if (!judgeAnswers(cells, outcomes)) return null
      stage = null
      for (const one of profile) {
        const outcome = one(cells)
        if (outcome === refusedOutcome) return null
        stage = stages[outcome - 1] ?? stage
      }
      return hasRespondent(cells) ? partnerOf(cells) : null
    },
    respondent: (cells) =>
      plan.respondent === null
        ? null
        : readRespondentId(plan, getMappedText(plan.respondent, cells)),
    plainRespondent: () => plainRespondent,
    stage: () => stage,
  }
}

/** The partners of most tables are a handful, whose bytes are known after their first rows. */
function createPartnerFinder(plan: TableMapping): (cells: RowCells) => string | null {
  const column = plan.partner?.column ?? null
  const byText = memoiseByText((text) => readPartnerId(plan, text))
  const known: { readonly bytes: Uint8Array; readonly id: string }[] = []
  return (cells) => {
    if (plan.partner === null) return null
    const { ascii } = cells
    if (ascii === null || column === null) return byText(getMappedText(plan.partner, cells), null)
    const start = ascii.starts[column] as number
    const length = (ascii.ends[column] as number) - start
    for (const { bytes, id } of known) {
      if (bytes.length !== length) continue
      let at = 0
      while (at < length && bytes[at] === ascii.bytes[start + at]) at++
      if (at === length) return id
    }
    const id = byText(cells.text(column), null)
    if (id !== null && known.length < maxKnownPartners) {
      known.push({ bytes: ascii.bytes.slice(start, start + length), id })
    }
    return id
  }
}

const maxKnownPartners = 16

/** Small letters and digits: what is an id as it stands. */
function isPlainId({ bytes, starts, ends }: AsciiRow, column: number): boolean {
  const start = starts[column] as number
  const end = ends[column] as number
  if (end === start || end - start > 80) return false
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    const isPlain = (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57)
    if (!isPlain) return false
  }
  return true
}

function getMappedText({ column, constant }: ColumnMapping, cells: RowCells): string {
  return column === null ? constant : cells.text(column)
}

/** A question's cells as outcomes: most have been seen before. */
function createOutcomeReader(
  origin: QuestionMapping,
  make: (textOf: CellTextGetter) => number,
): (cells: RowCells) => number {
  const { column, boxes, constant } = origin
  if (boxes !== null) {
    const columns = boxes.all.map((box) => box.column)
    const byTexts = memoiseByText((_, { text }: RowCells) => make(text))
    return (cells) => byTexts(columns.map(cells.text).join('\0'), cells)
  }
  if (column === null) {
    const always = make(() => constant)
    return () => always
  }
  const byText = memoiseByText((text) => make(() => text))
  return (cells) => byText(cells.text(column), null)
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
