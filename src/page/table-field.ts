import { getCell, nameColumn } from '../interview/answer-text.ts'
import type { Form } from '../model/forms/forms.ts'
import type { Column } from '../model/forms/table.ts'
import type { Row } from '../model/response.ts'
import { sayFormPage } from '../words/say-form-page.ts'
import { sayInterview } from '../words/say-interview.ts'
import { make, makeButton } from './elements.ts'
import { type AnswerField, emptyField, type FieldContent, type FieldPlan } from './field.ts'
import { getRange, readTypedNumber } from './typed-number.ts'

type TableForm = Extract<Form, { type: 'table' }>

interface TableRow {
  readonly element: HTMLElement
  readonly cells: readonly (HTMLInputElement | HTMLSelectElement)[]
}

/** Rows that grow and shrink, with a field for each cell. */
export function createTableField(form: TableForm, { value, change }: FieldPlan): AnswerField {
  const earlier = Array.isArray(value) ? value.filter((row) => typeof row === 'object') : []
  const list = make('div', { class: 'rows' })
  let rows: readonly TableRow[] = []
  const add = (row: Row) => {
    const added = createTableRow(form, row, change, () => {
      rows = rows.filter((own) => own !== added)
      added.element.remove()
      nameRows(rows)
      change()
    })
    rows = [...rows, added]
    list.append(added.element)
    nameRows(rows)
    return added
  }
  for (const row of earlier) add(row)
  while (rows.length < Math.max(1, form.leastRows)) add({})
  const more = makeButton(sayFormPage({ say: 'add-row' }), () => add({}).cells[0]?.focus(), {
    class: 'quiet',
  })
  const hint = sayFormPage({ say: 'rows-hint', least: form.leastRows })
  return {
    element: make(
      'div',
      { role: 'group', 'aria-labelledby': 'ask' },
      form.leastRows > 1 ? make('p', { class: 'hint' }, hint) : null,
      list,
      more,
    ),
    read: () => readTable(form, rows),
  }
}

function nameRows(rows: readonly TableRow[]): void {
  for (const [index, { element }] of rows.entries()) {
    const [legend, remove] = [element.querySelector('legend'), element.querySelector('button')]
    if (legend !== null) legend.textContent = sayFormPage({ say: 'row-name', row: index + 1 })
    if (remove !== null) remove.textContent = sayFormPage({ say: 'remove-row', row: index + 1 })
  }
}

function createTableRow(
  { columns }: TableForm,
  row: Row,
  change: () => void,
  remove: () => void,
): TableRow {
  const cells = columns.map((column) => makeCell(column, getCell(row, column), change))
  const labels = columns.map((column, index) =>
    make(
      'label',
      { class: 'cell' },
      make('span', {}, nameColumn(column, sayInterview)),
      cells[index] ?? null,
    ),
  )
  const element = make(
    'fieldset',
    {},
    make('legend', {}),
    ...labels,
    makeButton('', remove, { class: 'quiet' }),
  )
  return { element, cells }
}

function makeCell(column: Column, cell: string | number | boolean | null, change: () => void) {
  if (column.type !== 'choice') {
    const isNumber = column.type === 'number'
    return make('input', {
      type: 'text',
      inputmode: isNumber ? 'decimal' : null,
      autocomplete: 'off',
      value: cell === null ? '' : String(cell),
      oninput: change,
    })
  }
  return make(
    'select',
    { onchange: change },
    make('option', { value: '' }, sayFormPage({ say: 'no-choice' })),
    ...column.choices.map(({ id, title }) =>
      make('option', { value: id, selected: id === cell }, title),
    ),
  )
}

function readTable({ columns, leastRows }: TableForm, rows: readonly TableRow[]): FieldContent {
  const filled: Row[] = []
  for (const [index, { cells }] of rows.entries()) {
    const row: Record<string, string | number> = {}
    for (const [place, column] of columns.entries()) {
      const cell = cells[place]
      const text = cell?.value.trim() ?? ''
      if (cell === undefined || text === '') continue
      const read = column.type === 'number' ? readTypedNumber(text, getRange(column)) : text
      if (typeof read === 'object') {
        const problem = sayFormPage(read)
        const wrong = { say: 'cell-wrong', row: index + 1, column: column.title, problem } as const
        return { wrong, at: cell }
      }
      row[column.id] = read
    }
    if (Object.keys(row).length > 0) filled.push(row)
  }
  if (filled.length === 0) return emptyField
  if (filled.length >= leastRows) return { value: filled }
  const short = rows.find(({ cells }) => cells.every((cell) => cell.value.trim() === ''))
  return { wrong: { say: 'rows-wanted', least: leastRows }, at: short?.cells[0] ?? null }
}
