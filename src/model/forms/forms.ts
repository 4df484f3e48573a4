import type { Value } from '../response.ts'
import { isMap } from '../value.ts'
import { choiceForm } from './choice.ts'
import { choicesForm } from './choices.ts'
import type { FileShape, FormType } from './form-type.ts'
import { listForm } from './list.ts'
import { numberForm } from './number.ts'
import { ratingForm } from './rating.ts'
import { tableForm } from './table.ts'
import { textForm } from './text.ts'
import { yesNoForm } from './yes-no.ts'

/** Every type of question. */
export const forms = {
  rating: ratingForm,
  'yes-no': yesNoForm,
  choice: choiceForm,
  choices: choicesForm,
  number: numberForm,
  text: textForm,
  list: listForm,
  table: tableForm,
} as const

type Forms = typeof forms
export type FormName = keyof Forms
export const formNames = Object.keys(forms) as readonly FormName[]

/** What an answer to a question may be. */
export type Form = ReturnType<Forms[FormName]['resolve']>

/** The keys of a question's file that its type brings. */
export type FormShape<Name extends FormName> = ReturnType<Forms[Name]['shape']>

/** All that is known of the type of a form. */
export function getFormType(form: { readonly type: FormName }): FormType<Form, FileShape> {
  return forms[form.type]
}

/** Are two forms of one type, with as many steps where it has any? Then answers to them can be compared. */
export function haveSameScale(one: Form, other: Form): boolean {
  const [steps, others] = [one, other].map((form) => getFormType(form).countSteps?.(form))
  return one.type === other.type && steps === others
}

/** May this value be stored? It needs no change to fit the form's scale, and texts, lists and rows are not blank. */
export function isValidValue(form: Form, value: Value): boolean {
  const type = getFormType(form)
  const fit = type.fromRaw(form, value)
  if ('misfit' in fit || !isSame(value, fit.value)) return false
  return saysSomething(value) || (type.takesNone === true && isEmpty(value))
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Did the value stay the same when it was fitted? Empty cells do not count. */
function isSame(value: unknown, fitted: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(fitted))
    return value.every((item, index) => isSame(item, fitted[index]))
  if (isMap(value) && isMap(fitted))
    return Object.entries(value).every(([key, cell]) => cell === null || cell === fitted[key])
  return value === fitted
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(saysSomething)
  if (isMap(value)) {
    const cells = Object.values(value).filter((cell) => cell !== null)
    return cells.length > 0 && cells.every(saysSomething)
  }
  return typeof value !== 'string' || value.trim() !== ''
}
