import { type Stage, stages } from '../model/vocabulary.ts'
import type { CellAnswer } from './table-cell.ts'
import {
  answerInRow,
  type Origin,
  partnerIn,
  type QuestionOrigin,
  respondentIn,
  type TablePlan,
  type TextOf,
} from './table-rows.ts'

/** A row's cells: those of ASCII as bytes, any others as texts. */
export interface Cells {
  readonly count: number
  readonly text: (column: number) => string
  /** The only byte of a cell, as a place in a table of 128; -1 where a cell has none or more. */
  readonly byte: (column: number) => number
}

/** Tells rows that can be counted, without building what they say. */
export interface RowJudge {
  /**
   * Puts an outcome for each of `plan.answers` in `outcomes` and gives the partner, or null where anything is wrong with the row:
   * `importRow` then says what.
   */
  readonly judge: (cells: Cells, outcomes: Int32Array) => string | null
  /** The respondent of a row that was judged; null where no column names one. */
  readonly respondent: (cells: Cells) => string | null
  /** The stage that the row named that was judged last. */
  readonly stage: () => Stage | null
}

/** What a cell's answer counts as. */
type OutcomeOf = (question: number, answer: Extract<CellAnswer, { answer: unknown }>) => number

const unknown = -1
const refused = -2

/** Different texts of a column that are remembered; most tables have a handful. */
const mostRemembered = 4096

export function rowJudge(plan: TablePlan, outcomeOf: OutcomeOf): RowJudge {
  let stage: Stage | null = null
  const answers = plan.answers.map((origin, index) =>
    judged(origin, (textOf) => {
      const result = answerInRow(plan, origin, textOf)
      return 'refused' in result ? refused : outcomeOf(index, result)
    }),
  )
  const profile = plan.profile.map((origin) =>
    judged(origin, (textOf) => {
      const result = answerInRow(plan, origin, textOf)
      if ('refused' in result) return refused
      const place = stages.findIndex((each) => origin.id === 'stage' && each === result.answer)
      return place + 1
    }),
  )
  const partner = remembered((text) => partnerIn(plan, text))
  return {
    judge: (cells, outcomes) => {
      if (cells.count < plan.width) return null
      for (let column = plan.width; column < cells.count; column++) {
        if (cells.text(column).trim() !== '') return null
      }
      for (let index = 0; index < answers.length; index++) {
        const outcome = answers[index]?.(cells) ?? refused
        if (outcome === refused) return null
        outcomes[index] = outcome
      }
      stage = null
      for (const one of profile) {
        const outcome = one(cells)
        if (outcome === refused) return null
        stage = stages[outcome - 1] ?? stage
      }
      const id = partner(plan.partner === null ? '' : textOf(plan.partner, cells), null)
      if (id === null) return null
      return plan.respondent !== null && respondentIn(plan, textOf(plan.respondent, cells)) === null
        ? null
        : id
    },
    respondent: (cells) =>
      plan.respondent === null ? null : respondentIn(plan, textOf(plan.respondent, cells)),
    stage: () => stage,
  }
}

function textOf({ column, constant }: Origin, cells: Cells): string {
  return column === null ? constant : cells.text(column)
}

/** A question's cells as outcomes: most have one byte, most others have been seen before. */
function judged(
  origin: QuestionOrigin,
  make: (textOf: TextOf) => number,
): (cells: Cells) => number {
  const { column, boxes, constant } = origin
  if (boxes !== null) {
    const columns = boxes.all.map((box) => box.column)
    const byTexts = remembered((_, { text }: Cells) => make(text))
    return (cells) => byTexts(columns.map(cells.text).join('\0'), cells)
  }
  if (column === null) {
    const always = make(() => constant)
    return () => always
  }
  const byByte = new Int32Array(128).fill(unknown)
  const byText = remembered((text) => make(() => text))
  return (cells) => {
    const byte = cells.byte(column)
    if (byte < 0) return byText(cells.text(column), null)
    const known = byByte[byte] ?? unknown
    if (known !== unknown) return known
    const outcome = byText(cells.text(column), null)
    byByte[byte] = outcome
    return outcome
  }
}

function remembered<T, C = null>(
  make: (text: string, context: C) => T,
): (text: string, context: C) => T {
  const known = new Map<string, T>()
  return (text, context) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text, context)
    if (known.size < mostRemembered && text.length < 200) known.set(text, made)
    return made
  }
}
