import { listOptions, listPickedIndexes } from '../interview/answer-text.ts'
import type { AnyQuestion } from '../interview/state.ts'
import type { Form } from '../model/forms/forms.ts'
import { sayFormPage } from '../words/say-form-page.ts'
import { sayInterview } from '../words/say-interview.ts'
import { make } from './elements.ts'
import { type AnswerField, emptyField, type FieldPlan } from './field.ts'
import { createTableField } from './table-field.ts'
import { getRange, readTypedNumber } from './typed-number.ts'

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
      return createTableField(form, plan)
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
      return option === undefined ? emptyField : { value: option.value }
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
      return chosen.length === 0 && !none.input.checked ? emptyField : { value: chosen }
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
      if (input.value.trim() === '') return emptyField
      const read = readTypedNumber(input.value, range)
      return typeof read === 'number' ? { value: read } : { wrong: read, at: input }
    },
  }
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
      if (written === '') return emptyField
      const items = written.split('\n').flatMap((item) => item.trim() || [])
      return { value: isList ? items : written }
    },
  }
}
