import type { Choice, Form } from '../model/questionnaire.ts'
import type { RawAnswer } from '../model/response-file.ts'
import { clip } from '../model/value.ts'
import { fitValue } from './fit-value.ts'
import { normaliseText, parseTableNumber } from './table-text.ts'

export type MappedScalar = string | number | boolean

export interface CellRules {
  readonly decimal: '.' | ','
  /** What the map says that cells stand for. */
  readonly values: Readonly<Record<string, MappedScalar>>
}

export type CellResult = { readonly answer: RawAnswer } | { readonly refused: string }

/**
 * What a cell answers. The map's own values come first, then the question's labels and codes, then the words for a state.
 * A cell that is none of these is refused, never guessed; an empty one is no answer.
 */
export function readCellAnswer(form: Form, cell: string, rules: CellRules): CellResult {
  const text = cell.trim()
  if (text === '') return { answer: null }
  const mapped = findMappedValue(text, rules.values)
  if (mapped !== undefined) return toMappedAnswer(form, mapped, text)
  const raw = parseCellValue(form, text, rules)
  if (raw === undefined) {
    return (
      findCellState(text) ?? {
        refused: `"${clip(text)}" is ${describeMismatch(form, rules.decimal)}`,
      }
    )
  }
  const fit = fitValue(form, raw)
  if (!('misfit' in fit)) return { answer: raw }
  return findCellState(text) ?? { refused: fit.misfit }
}

/** What the map says that a cell stands for. */
export function findMappedValue(
  text: string,
  values: CellRules['values'],
): MappedScalar | undefined {
  const words = normaliseText(text)
  const key = Object.keys(values).find((each) => normaliseText(each) === words)
  return key === undefined ? undefined : values[key]
}

/** A map may give a value, or one of the states that are no value. */
function toMappedAnswer(form: Form, mapped: MappedScalar, text: string): CellResult {
  const raw = form.type === 'choices' || form.type === 'list' ? [String(mapped)] : mapped
  const fit = fitValue(form, raw)
  if (!('misfit' in fit) && form.type !== 'text') return { answer: raw }
  if (mapped === 'dont-know' || mapped === 'skipped') return { answer: { state: mapped } }
  if (mapped === 'not-applicable') return { answer: createNotApplicable(text) }
  return 'misfit' in fit ? { refused: fit.misfit } : { answer: raw }
}

/** The state that a cell's words name; null where they name none. */
export function findCellState(text: string): CellResult | null {
  const words = normaliseText(text)
  if (unknownWords.has(words)) return { answer: { state: 'dont-know' } }
  return inapplicableWords.has(words) ? { answer: createNotApplicable(text) } : null
}

const unknownWords = new Set(["don't know", 'dont know', 'do not know', "i don't know"])
const inapplicableWords = new Set(['n/a', 'na', 'not applicable'])

function createNotApplicable(text: string) {
  return { state: 'not-applicable' as const, reason: `The form says "${clip(text)}"` }
}

/** Undefined where the words say nothing on this form. */
function parseCellValue(
  form: Form,
  text: string,
  rules: CellRules,
): Exclude<RawAnswer, null> | undefined {
  switch (form.type) {
    case 'rating':
      return parseTableNumber(text, rules.decimal) ?? findLabelledValue(form.values, text)
    case 'yes-no':
      return yesNoValues[normaliseText(text)]
    case 'number':
      return parseTableNumber(text, rules.decimal) ?? undefined
    case 'choice':
      return findChoiceId(form.choices, text)
    case 'choices':
      return findChoiceIds(form.choices, text)
    case 'text':
      return findCellState(text) === null ? text : undefined
    case 'list':
      return findCellState(text) === null ? listCellItems(text) : undefined
    case 'table':
      return undefined
    default:
      return form satisfies never
  }
}

function listCellItems(text: string): string[] {
  return text.split(/[;\r\n]+/).flatMap((item) => (item.trim() === '' ? [] : [item.trim()]))
}

const yesNoValues: Readonly<Record<string, boolean>> = Object.assign(Object.create(null), {
  yes: true,
  y: true,
  true: true,
  1: true,
  no: false,
  n: false,
  false: false,
  0: false,
})

/** A label that one value has, alone or behind its number ("4 - Within days"). */
function findLabelledValue(
  values: Extract<Form, { type: 'rating' }>['values'],
  text: string,
): number | undefined {
  const words = normaliseText(text)
  const meant = values.filter(({ value, label }) => {
    if (label === null) return false
    const own = normaliseText(label)
    return (
      words === own || [' - ', ': ', '. ', ' = ', ' '].some((by) => words === `${value}${by}${own}`)
    )
  })
  return meant.length === 1 ? meant[0]?.value : undefined
}

function findChoiceId(choices: readonly Choice[], text: string): string | undefined {
  if (choices.some(({ id }) => id === text)) return text
  const words = normaliseText(text)
  const meant = choices.filter(({ id, title }) => id === words || normaliseText(title) === words)
  return meant.length === 1 ? meant[0]?.id : undefined
}

/** Several choices in one cell, cut as forms do; titles may hold the sign themselves, so every piece has to be a choice. */
function findChoiceIds(choices: readonly Choice[], text: string): string[] | undefined {
  const one = findChoiceId(choices, text)
  if (one !== undefined) return [one]
  for (const by of [/[;\r\n]/, /,\s*/, /\|/]) {
    const ids = text
      .split(by)
      .filter((piece) => piece.trim() !== '')
      .map((piece) => findChoiceId(choices, piece.trim()))
    if (ids.every((id) => id !== undefined)) return ids
  }
  return undefined
}

function describeMismatch(form: Form, decimal: '.' | ','): string {
  switch (form.type) {
    case 'rating':
      return `no label of its scale, and no whole number from 1 to ${form.values.length}`
    case 'yes-no':
      return 'neither yes nor no'
    case 'number':
      return `no number with the decimal sign "${decimal}"`
    case 'choice':
    case 'choices':
      return 'none of its choices'
    case 'table':
      return 'one cell; a question with rows is not read from a table'
    default:
      return 'no answer to it'
  }
}
