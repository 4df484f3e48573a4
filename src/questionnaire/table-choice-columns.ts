import type { Choice } from '../model/forms/pick.ts'
import { normaliseText } from '../model/forms/written-text.ts'
import type { RawAnswer } from '../model/response-file.ts'
import { clip } from '../model/value.ts'
import type { Message } from '../words/message.ts'
import { type CellResult, findCellState, findMappedValue, type MappedScalar } from './table-cell.ts'

/** A column that says of one choice whether it was ticked. */
export interface ChoiceColumn {
  readonly column: number
  readonly choice: Choice
}

export interface ChoiceColumnRules {
  readonly values: Readonly<Record<string, MappedScalar>>
  /** What it means that every box is said to be empty: none of the choices, or nothing at all. */
  readonly none: 'answered' | 'skipped'
}

/** What is wrong in a box, and in which. */
type ChoiceColumnsAnswer =
  | { readonly answer: RawAnswer }
  | { readonly refused: Message; readonly column: number }

/**
 * What the boxes of one question answer together. Blank boxes are empty as long as another one says something; where all are blank
 * the question stays open.
 */
export function readChoiceColumns(
  boxes: readonly ChoiceColumn[],
  textOf: (column: number) => string,
  rules: ChoiceColumnRules,
): ChoiceColumnsAnswer {
  const ticked: string[] = []
  let empty = 0
  let state: { readonly answer: RawAnswer; readonly column: number } | null = null
  for (const { column, choice } of boxes) {
    const text = textOf(column).trim()
    if (text === '') continue
    const read = readChoiceCell(choice, text, rules)
    if ('refused' in read) return { ...read, column }
    if (read.answer === true) ticked.push(choice.id)
    else if (read.answer === false) empty += 1
    else state = { answer: read.answer, column }
  }
  if (state === null) {
    if (ticked.length > 0) return { answer: ticked }
    if (empty === 0) return { answer: null }
    return { answer: rules.none === 'answered' ? [] : { state: 'skipped' } }
  }
  if (ticked.length === 0) return { answer: state.answer }
  const text = clip(textOf(state.column).trim())
  return { refused: { say: 'choice-column-mixed', text }, column: state.column }
}

function readChoiceCell(choice: Choice, text: string, { values }: ChoiceColumnRules): CellResult {
  const mapped = findMappedValue(text, values)
  const words = normaliseText(mapped === undefined ? text : String(mapped))
  if (tickedWords.has(words)) return { answer: true }
  if (emptyWords.has(words)) return { answer: false }
  if (words === choice.id || words === normaliseText(choice.title)) return { answer: true }
  if (words === 'dont-know' || words === 'skipped') return { answer: { state: words } }
  if (words === 'not-applicable') {
    return { answer: { state: words, reason: clip(text) } }
  }
  return findCellState(text) ?? { refused: { say: 'choice-column-unreadable', text: clip(text) } }
}

const tickedWords = new Set(['1', 'yes', 'y', 'true', 'x', 'checked', 'ticked', 'selected'])
const emptyWords = new Set(['0', 'no', 'n', 'false', 'unchecked', 'not checked', 'not selected'])
