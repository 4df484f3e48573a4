import type { Form } from '../model/forms/forms.ts'
import type { Value } from '../model/response.ts'
import { sayInterview } from '../words/say-interview.ts'

export interface SelectOption {
  readonly value: number | boolean | string
  /** Blank where a rating's value has no anchor. */
  readonly title: string
}

/** What can be picked, in order; null where the answer is typed. */
export function listSelectOptions(form: Form): readonly SelectOption[] | null {
  switch (form.type) {
    case 'rating':
      return form.values.map(({ value, label }) => ({ value, title: label ?? '' }))
    case 'yes-no':
      return [
        { value: true, title: sayInterview({ say: 'yes' }) },
        { value: false, title: sayInterview({ say: 'no' }) },
      ]
    case 'choice':
    case 'choices':
      return form.choices.map(({ id, title }) => ({ value: id, title }))
    default:
      return null
  }
}

/** The digit that picks an option, `0` for the tenth; null for more than ten options, which have no digits. */
export function getOptionDigit(index: number, options: readonly SelectOption[]): string | null {
  return options.length > 10 ? null : String((index + 1) % 10)
}

/** Indexes of the options in an answer. */
export function listPickedIndexes(
  options: readonly SelectOption[],
  value: Value | null,
): readonly number[] {
  const picked: readonly unknown[] = Array.isArray(value) ? value : [value]
  return options.flatMap((option, index) => (picked.includes(option.value) ? [index] : []))
}
