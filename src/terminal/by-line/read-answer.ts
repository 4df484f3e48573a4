import type { Form } from '../../model/questionnaire.ts'
import type { Value } from '../../model/response.ts'
import { listSelectOptions } from '../options.ts'
import { parseNumber } from '../parse-number.ts'

export type TypedAnswerResult = { readonly value: Value } | { readonly wrong: string }

/** A typed line as an answer; lists and tables are heard line by line elsewhere. */
export function readAnswer(form: Form, line: string): TypedAnswerResult {
  switch (form.type) {
    case 'yes-no':
      return readYesNo(line)
    case 'choices':
      return readChoices(form, line)
    case 'number': {
      const value = parseNumber(line)
      return value === null
        ? makeMistake(`"${line}" is not a number; expected one such as 12 or 3.5`)
        : { value }
    }
    case 'text':
      return line === ''
        ? makeMistake('Nothing was typed; expected an answer or a command')
        : { value: line }
    default:
      return readChoice(form, line)
  }
}

function makeMistake(text: string): TypedAnswerResult {
  return { wrong: text }
}

function readYesNo(line: string): TypedAnswerResult {
  if (['1', 'y', 'yes'].includes(line.toLowerCase())) return { value: true }
  if (['2', 'n', 'no'].includes(line.toLowerCase())) return { value: false }
  return makeMistake(`"${line}" is no answer here; expected yes or no`)
}

function readChoice(form: Form, line: string): TypedAnswerResult {
  const options = listSelectOptions(form) ?? []
  const option = /^\d+$/.test(line) ? options[Number(line) - 1] : undefined
  if (option !== undefined) return { value: option.value }
  return makeMistake(`"${line}" is no answer here; expected a number from 1 to ${options.length}`)
}

function readChoices(form: Form, line: string): TypedAnswerResult {
  const options = listSelectOptions(form) ?? []
  if (line === '0') return { value: [] }
  const numbers = line.split(/[\s,;]+/).filter((part) => part !== '')
  const picked = numbers.map((number) =>
    /^\d+$/.test(number) ? options[Number(number) - 1] : undefined,
  )
  if (numbers.length === 0 || picked.includes(undefined)) {
    return makeMistake(
      `"${line}" is no answer here; expected numbers from 1 to ${options.length}, such as 1, 3`,
    )
  }
  return {
    value: options.filter((option) => picked.includes(option)).map(({ value }) => String(value)),
  }
}
