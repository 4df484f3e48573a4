import { quotedList, suggestion } from '../model/did-you-mean.ts'
import type { Path } from '../model/finding.ts'
import type { Column, Form } from '../model/questionnaire.ts'
import type { Row, Value } from '../model/response.ts'
import { describe, isMap } from '../model/value.ts'

export type Fit =
  | { readonly value: Value }
  /** Where inside the value it does not fit, and why. */
  | { readonly misfit: string; readonly path: Path }

/** Puts a value as a person wrote it on its question's own scale: yes-no takes yes, no, true and false. */
export function fitValue(form: Form, raw: unknown): Fit {
  switch (form.type) {
    case 'rating': {
      const highest = form.values.length
      if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= highest)
        return { value: raw }
      return misfit(
        `${capital(describe(raw))} is off the scale; expected a whole number from 1 to ${highest}`,
      )
    }
    case 'yes-no':
      if (raw === true || raw === 'yes') return { value: true }
      if (raw === false || raw === 'no') return { value: false }
      return misfit(`Expected yes or no, found ${describe(raw)}`)
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
      return misfit(`Expected a number, found ${describe(raw)}`)
    case 'text':
      if (typeof raw === 'string') return { value: raw }
      if (typeof raw === 'number' || typeof raw === 'boolean') return { value: String(raw) }
      return misfit(`Expected text, found ${describe(raw)}`)
    case 'list':
      return fitList(raw)
    case 'table':
      return fitTable(form, raw)
    default:
      return form satisfies never
  }
}

function misfit(message: string, path: Path = []): Fit {
  return { misfit: message, path }
}

function fitChoice(ids: readonly string[], raw: unknown): Fit {
  const id = typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : raw
  if (typeof id !== 'string')
    return misfit(`Expected one of ${quotedList(ids)}, found ${describe(raw)}`)
  if (ids.includes(id)) return { value: id }
  return misfit(
    `Unknown choice "${id}"${suggestion(id, ids) || `; expected one of ${quotedList(ids)}`}`,
  )
}

function fitChoices(ids: readonly string[], raw: unknown): Fit {
  if (!Array.isArray(raw)) return misfit(`Expected a list of choices, found ${describe(raw)}`)
  const chosen = new Set<string>()
  for (const [index, item] of raw.entries()) {
    const fit = fitChoice(ids, item)
    if ('misfit' in fit) return misfit(fit.misfit, [index])
    if (chosen.has(String(fit.value))) return misfit(`"${fit.value}" is there twice`, [index])
    chosen.add(String(fit.value))
  }
  return { value: [...chosen] }
}

function fitList(raw: unknown): Fit {
  if (!Array.isArray(raw)) return misfit(`Expected a list of texts, found ${describe(raw)}`)
  const wrong = raw.findIndex((item) => typeof item !== 'string')
  return wrong === -1
    ? { value: raw }
    : misfit(`Expected text, found ${describe(raw[wrong])}`, [wrong])
}

function fitTable(form: Extract<Form, { type: 'table' }>, raw: unknown): Fit {
  if (!Array.isArray(raw)) return misfit(`Expected a list of rows, found ${describe(raw)}`)
  const rows: Row[] = []
  for (const [index, item] of raw.entries()) {
    if (!isMap(item)) return misfit(`Expected a row, found ${describe(item)}`, [index])
    const row = fitRow(form.columns, item)
    if ('misfit' in row) return misfit(row.misfit, [index, ...row.path])
    rows.push(row.row)
  }
  if (rows.length < form.leastRows)
    return misfit(
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
      return { misfit: `Unknown column "${key}"${suggestion(key, ids)}`, path: [key] }
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

function fitCell(column: Column, cell: unknown): Fit {
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
    return misfit(`${value} is out of range; expected a number ${rangeOf(from, to)}`)
  }
  return fit
}

function rangeOf(from: number | null, to: number | null): string {
  if (from === null) return `of at most ${to}`
  return to === null ? `of at least ${from}` : `from ${from} to ${to}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
