import { findChoiceIds } from '../model/forms/choice-line.ts'
import { createMisfit } from '../model/forms/form-type.ts'
import { type Form, getFormType } from '../model/forms/forms.ts'
import type { Choice } from '../model/forms/pick.ts'
import { normaliseText } from '../model/forms/written-text.ts'
import type { Value } from '../model/response.ts'
import type { RawAnswer } from '../model/response-file.ts'
import { clip } from '../model/value.ts'
import { findWrittenState } from '../model/written-state.ts'
import type { Message } from '../words/message.ts'

export type MappedScalar = string | number | boolean

/** What cells mean, as the map says; several choices are a list. */
export type MappedValues = Readonly<Record<string, MappedScalar | readonly MappedScalar[]>>

export interface CellRules {
  readonly decimal: '.' | ','
  readonly values: MappedValues
  /** The sign between the choices in a cell; null where the map names none. */
  readonly separator: string | null
}

export type CellResult = { readonly answer: RawAnswer } | { readonly refused: Message }

/**
 * What a cell answers. The map's own values come first, then the question's labels and codes, then the words for a state.
 * A cell that is none of these is refused, never guessed; an empty one gives no answer.
 */
export function readCellAnswer(form: Form, cell: string, rules: CellRules): CellResult {
  const text = cell.trim()
  if (text === '') return { answer: null }
  const mapped = findMappedValue(text, rules.values)
  if (mapped !== undefined) return toMappedAnswer(form, mapped, text)
  const type = getFormType(form)
  const fit =
    form.type === 'choices'
      ? fitChoiceLine(form, text, rules)
      : type.fromText(form, text, rules.decimal)
  const state = type.takesAnyText || 'misfit' in fit ? findCellState(text) : null
  if (state !== null) return state
  if (type.takesNone && 'misfit' in fit && nonePattern.test(normaliseText(text)))
    return { answer: [] }
  return 'misfit' in fit ? { refused: fit.misfit } : { answer: toRawAnswer(fit.value) }
}

type ChoicesForm = Extract<Form, { type: 'choices' }>

/** Several choices, in whose line the words that the map has values for may be too. One that is `skipped` adds nothing. */
function fitChoiceLine(form: ChoicesForm, text: string, { values, separator }: CellRules) {
  const meant = new Map(
    Object.entries(values).map(([words, value]) => [
      normaliseText(words),
      value === 'skipped' ? [] : listMappedTexts(form, value),
    ]),
  )
  const ids = findChoiceIds(form.choices, text, { separator, meant })
  return ids === undefined
    ? createMisfit({ say: 'choice-unreadable', text: clip(text) })
    : getFormType(form).fromRaw(form, [...new Set(ids)])
}

/** What the map gives for words, as a list; of several choices each may be an id or a title. */
function listMappedTexts(form: Form, mapped: MappedValues[string]): readonly string[] {
  const texts = [mapped].flat().map(String)
  if (form.type !== 'choices') return texts
  return texts.flatMap((text) => findChoiceIds(form.choices, text) ?? [text])
}

/** What a cell means, as the map says. */
function findMappedValue<V>(text: string, values: Readonly<Record<string, V>>): V | undefined {
  const words = normaliseText(text)
  const key = Object.keys(values).find((each) => normaliseText(each) === words)
  return key === undefined ? undefined : values[key]
}

/** A map may give a value, or a state without a value. */
function toMappedAnswer(form: Form, mapped: MappedValues[string], text: string): CellResult {
  const type = getFormType(form)
  const fit = type.fromRaw(form, type.factType === 'texts' ? listMappedTexts(form, mapped) : mapped)
  if (!('misfit' in fit) && !type.takesAnyText) return { answer: toRawAnswer(fit.value) }
  if (mapped === 'dont-know' || mapped === 'skipped') return { answer: { state: mapped } }
  if (mapped === 'not-applicable') return { answer: createNotApplicable(text) }
  return 'misfit' in fit ? { refused: fit.misfit } : { answer: toRawAnswer(fit.value) }
}

const nonePattern = /^none[ -]of[ -](?:these|the[ -]above)$/

/** What a cell answers that has nothing but the words for a state. */
export function readStateCell(cell: string): CellResult {
  const text = cell.trim()
  if (text === '') return { answer: null }
  return findCellState(text) ?? { refused: { say: 'state-unreadable', text: clip(text) } }
}

/** The state that a cell's words name; null where they name none. */
function findCellState(text: string): CellResult | null {
  const state = findWrittenState(text)
  if (state === null) return null
  return { answer: state === 'not-applicable' ? createNotApplicable(text) : { state } }
}

function createNotApplicable(text: string) {
  return { state: 'not-applicable' as const, reason: clip(text) }
}

/** A value as a response's file holds it; only the types differ. */
function toRawAnswer(value: Value): RawAnswer {
  return value as RawAnswer
}

/** A column that says of one choice whether it was ticked. */
export interface ChoiceColumn {
  readonly column: number
  readonly choice: Choice
}

interface ChoiceColumnRules {
  readonly values: MappedValues
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
