import { describeSuggestion, formatQuotedList } from '../model/did-you-mean.ts'
import type { Path } from '../model/finding.ts'
import type { Column, Form } from '../model/questionnaire.ts'
import type { Row, Value } from '../model/response.ts'
import { describeValue, isMap } from '../model/value.ts'

export type ValueFit =
  | { readonly value: Value }
  /** Where inside the value it does not fit, and why. */
  | { readonly misfit: string; readonly path: Path }

/** Puts a value as a person wrote it on its question's own scale: yes-no takes yes, no, true and false. */
export function fitValue(form: Form, raw: unknown): ValueFit {
  switch (form.type) {
    case 'rating': {
      const highest = form.values.length
      if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= highest)
        return { value: raw }
      return createMisfit(
        `${capitalise(describeValue(raw))} is off the scale; expected a whole number from 1 to ${highest}`,
      )
    }
    case 'yes-no':
      if (raw === true || raw === 'yes') return { value: true }
      if (raw === false || raw === 'no') return { value: false }
      return createMisfit(`Expected yes or no, found ${describeValue(raw)}`)
    case 'choice':
      return fitChoice(
        form.choices.map((choice) => choice.id),
        raw,
      )
    case 'choices':
      return fitChoices(
        form.choices.map((choice) => choice.id),
        raw,
      )
    case 'number':
      if (typeof raw === 'number' && Number.isFinite(raw)) return { value: raw }
      return createMisfit(`Expected a number, found ${describeValue(raw)}`)
    case 'text':
      if (typeof raw === 'string') return { value: raw }
      if (typeof raw === 'number' || typeof raw === 'boolean') return { value: String(raw) }
      return createMisfit(`Expected text, found ${describeValue(raw)}`)
    case 'list':
      return fitList(raw)
    case 'table':
      return fitTable(form, raw)
    default:
      return form satisfies never
  }
}

function createMisfit(message: string, path: Path = []): ValueFit {
  return { misfit: message, path }
}

function fitChoice(ids: readonly string[], raw: unknown): ValueFit {
  const id = typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : raw
  if (typeof id !== 'string')
    return createMisfit(`Expected one of ${formatQuotedList(ids)}, found ${describeValue(raw)}`)
  if (ids.includes(id)) return { value: id }
  return createMisfit(
    `Unknown choice "${id}"${describeSuggestion(id, ids) || `; expected one of ${formatQuotedList(ids)}`}`,
  )
}

function fitChoices(ids: readonly string[], raw: unknown): ValueFit {
  if (!Array.isArray(raw))
    return createMisfit(`Expected a list of choices, found ${describeValue(raw)}`)
  const chosen = new Set<string>()
  for (const [index, item] of raw.entries()) {
    const fit = fitChoice(ids, item)
    if ('misfit' in fit) return createMisfit(fit.misfit, [index])
    if (chosen.has(String(fit.value))) return createMisfit(`"${fit.value}" is there twice`, [index])
    chosen.add(String(fit.value))
  }
  return { value: [...chosen] }
}

function fitList(raw: unknown): ValueFit {
  if (!Array.isArray(raw))
    return createMisfit(`Expected a list of texts, found ${describeValue(raw)}`)
  const wrong = raw.findIndex((item) => typeof item !== 'string')
  return wrong === -1
    ? { value: raw }
    : createMisfit(`Expected text, found ${describeValue(raw[wrong])}`, [wrong])
}

function fitTable(form: Extract<Form, { type: 'table' }>, raw: unknown): ValueFit {
  if (!Array.isArray(raw))
    return createMisfit(`Expected a list of rows, found ${describeValue(raw)}`)
  const rows: Row[] = []
  for (const [index, item] of raw.entries()) {
    if (!isMap(item)) return createMisfit(`Expected a row, found ${describeValue(item)}`, [index])
    const row = fitRow(form.columns, item)
    if ('misfit' in row) return createMisfit(row.misfit, [index, ...row.path])
    rows.push(row.row)
  }
  if (rows.length < form.leastRows)
    return createMisfit(
      `Expected at least ${form.leastRows} ${form.leastRows === 1 ? 'row' : 'rows'}, found ${rows.length}`,
    )
  return { value: rows }
}

function fitRow(
  columns: readonly Column[],
  raw: Readonly<Record<string, unknown>>,
): { readonly row: Row } | { readonly misfit: string; readonly path: Path } {
  const ids = columns.map((column) => column.id)
  for (const key of Object.keys(raw)) {
    if (!ids.includes(key))
      return { misfit: `Unknown column "${key}"${describeSuggestion(key, ids)}`, path: [key] }
  }
  const row: Record<string, string | number | boolean | null> = {}
  for (const column of columns) {
    const cell = Object.hasOwn(raw, column.id) ? raw[column.id] : null
    if (cell === null || cell === undefined) continue
    const fit = fitCell(column, cell)
    if ('misfit' in fit) return { misfit: fit.misfit, path: [column.id] }
    row[column.id] = fit.value as string | number
  }
  return { row }
}

function fitCell(column: Column, cell: unknown): ValueFit {
  if (column.type === 'choice')
    return fitChoice(
      column.choices.map((choice) => choice.id),
      cell,
    )
  if (column.type === 'text') return fitValue({ type: 'text' }, cell)
  const fit = fitValue({ type: 'number', from: null, to: null }, cell)
  if ('misfit' in fit) return fit
  const { from, to } = column
  const value = fit.value as number
  if ((from !== null && value < from) || (to !== null && value > to)) {
    return createMisfit(
      `${value} is out of range; expected a number ${formatColumnRange(from, to)}`,
    )
  }
  return fit
}

function formatColumnRange(from: number | null, to: number | null): string {
  if (from === null) return `of at most ${to}`
  return to === null ? `of at least ${from}` : `from ${from} to ${to}`
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
