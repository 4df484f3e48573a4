import { getCell, listOptions, listPickedIndexes, nameColumn } from '../interview/answer-text.ts'
import type { AnyQuestion } from '../interview/state.ts'
import { type Form, getFormType } from '../model/forms/forms.ts'
import { numberForm } from '../model/forms/number.ts'
import type { Column } from '../model/forms/table.ts'
import type { Row, Value } from '../model/response.ts'
import type { FormPageText } from '../words/message.ts'
import { sayFormPage } from '../words/say-form-page.ts'
import { sayInterview } from '../words/say-interview.ts'
import { make, makeButton } from './elements.ts'

/** What a person put into a field. */
type FieldContent =
  | { readonly value: Value }
  /** Null where it is empty; `at` is where to correct it. */
  | { readonly wrong: FormPageText | null; readonly at: HTMLElement | null }

/** The place for the answer to one question. */
export interface AnswerField {
  readonly element: HTMLElement
  read(): FieldContent
}

interface FieldPlan {
  readonly value: Value | null
  readonly change: () => void
}

const empty: FieldContent = { wrong: null, at: null }

/** `change` is called when what is in it changes. The heading with the id `ask` is its name. */
export function createAnswerField({ form }: AnyQuestion, plan: FieldPlan): AnswerField {
  switch (form.type) {
    case 'rating':
    case 'yes-no':
    case 'choice':
      return createRadios(form, plan)
    case 'choices':
      return createCheckboxes(form, plan)
    case 'number':
      return createNumber(form, plan)
    case 'text':
    case 'list':
      return createLines(form, plan)
    case 'table':
      return createTable(form, plan)
    default:
      return form satisfies never
  }
}

function makeChoice(
  type: 'radio' | 'checkbox',
  text: string,
  number: number | null,
  attributes: Parameters<typeof make>[1],
): { readonly label: HTMLLabelElement; readonly input: HTMLInputElement } {
  const input = make('input', { type, name: 'answer', ...attributes })
  const count = number === null ? null : make('span', { class: 'number' }, String(number))
  return { input, label: make('label', { class: 'choice' }, input, count, make('span', {}, text)) }
}

function makeGroup(role: string, ...children: readonly (Node | null)[]): HTMLElement {
  return make('div', { role, 'aria-labelledby': 'ask', class: 'choices' }, ...children)
}

function createRadios(form: Form, { value, change }: FieldPlan): AnswerField {
  const options = listOptions(form, sayInterview) ?? []
  const [picked] = value === null ? [] : listPickedIndexes(options, value)
  const all = options.map((option, index) => {
    const number = typeof option.value === 'number' ? option.value : null
    return makeChoice('radio', option.title, number, {
      value: index,
      checked: index === picked,
      onchange: change,
    })
  })
  return {
    element: makeGroup('radiogroup', ...all.map(({ label }) => label)),
    read: () => {
      const index = all.findIndex(({ input }) => input.checked)
      const option = options[index]
      return option === undefined ? empty : { value: option.value }
    },
  }
}

function createCheckboxes(form: Form, { value, change }: FieldPlan): AnswerField {
  const options = listOptions(form, sayInterview) ?? []
  const picked = value === null ? [] : listPickedIndexes(options, value)
  const all = options.map(({ title }, index) =>
    makeChoice('checkbox', title, null, {
      checked: picked.includes(index),
      onchange: () => {
        none.input.checked = false
        change()
      },
    }),
  )
  const isNone = Array.isArray(value) && value.length === 0
  const none = makeChoice('checkbox', sayFormPage({ say: 'paper-none' }), null, {
    checked: isNone,
    onchange: () => {
      if (none.input.checked) for (const { input } of all) input.checked = false
      change()
    },
  })
  return {
    element: makeGroup('group', ...[...all, none].map(({ label }) => label)),
    read: () => {
      const chosen = options.flatMap(({ value: id }, index) =>
        all[index]?.input.checked === true ? [String(id)] : [],
      )
      return chosen.length === 0 && !none.input.checked ? empty : { value: chosen }
    },
  }
}

function createNumber(
  form: Extract<Form, { type: 'number' }>,
  { value, change }: FieldPlan,
): AnswerField {
  const range = getRange(form)
  const input = make('input', {
    type: 'text',
    inputmode: 'decimal',
    class: 'short',
    'aria-labelledby': 'ask',
    'aria-describedby': 'hint',
    autocomplete: 'off',
    value: value === null ? '' : String(value),
    oninput: change,
  })
  const hint = sayFormPage(range === null ? { say: 'a-number' } : { say: 'number-range', ...range })
  return {
    element: make('div', {}, make('p', { class: 'hint', id: 'hint' }, hint), input),
    read: () => {
      if (input.value.trim() === '') return empty
      const read = readNumber(input.value, range)
      return typeof read === 'number' ? { value: read } : { wrong: read, at: input }
    },
  }
}

/** Null is no end. */
interface Range {
  readonly from: number | null
  readonly to: number | null
}

/** The worst end may be the higher one. */
function getRange({ from, to }: Range): Range | null {
  if (from === null && to === null) return null
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

function readNumber(text: string, range: Range | null): number | FormPageText {
  const read = numberForm.fromText({ type: 'number', from: null, to: null }, text, 'either')
  if ('misfit' in read) return { say: 'number-wanted', text: text.trim() }
  const number = Number(read.value)
  const { from, to } = range ?? { from: null, to: null }
  const isOff = (from !== null && number < from) || (to !== null && number > to)
  return isOff ? { say: 'number-off-range', from, to } : number
}

function createLines(form: Form, { value, change }: FieldPlan): AnswerField {
  const isList = form.type === 'list'
  const text = Array.isArray(value) ? value.join('\n') : value === null ? '' : String(value)
  const input = make('textarea', {
    rows: isList ? 6 : 4,
    'aria-labelledby': 'ask',
    'aria-describedby': isList ? 'hint' : null,
    oninput: change,
  })
  input.value = text
  return {
    element: make(
      'div',
      {},
      isList ? make('p', { class: 'hint', id: 'hint' }, sayFormPage({ say: 'items-hint' })) : null,
      input,
    ),
    read: () => {
      const written = input.value.trim().replaceAll('\r\n', '\n')
      if (written === '') return empty
      const items = written.split('\n').flatMap((item) => item.trim() || [])
      return { value: isList ? items : written }
    },
  }
}

type TableForm = Extract<Form, { type: 'table' }>

interface TableRow {
  readonly element: HTMLElement
  readonly cells: readonly (HTMLInputElement | HTMLSelectElement)[]
}

function createTable(form: TableForm, { value, change }: FieldPlan): AnswerField {
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
      const read = column.type === 'number' ? readNumber(text, getRange(column)) : text
      if (typeof read === 'object') {
        const problem = sayFormPage(read)
        const wrong = { say: 'cell-wrong', row: index + 1, column: column.title, problem } as const
        return { wrong, at: cell }
      }
      row[column.id] = read
    }
    if (Object.keys(row).length > 0) filled.push(row)
  }
  if (filled.length === 0) return empty
  if (filled.length >= leastRows) return { value: filled }
  const short = rows.find(({ cells }) => cells.every((cell) => cell.value.trim() === ''))
  return { wrong: { say: 'rows-wanted', least: leastRows }, at: short?.cells[0] ?? null }
}

/** May the question be left without an answer, because nothing may be the answer? */
export function mayStayEmpty({ form, dimension }: AnyQuestion): boolean {
  return dimension === null || getFormType(form).takesAnyText === true
}
