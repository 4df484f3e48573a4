import type { Form } from '../../model/questionnaire.ts'
import type { Value } from '../../model/response.ts'
import { optionsOf } from '../options.ts'
import { parseNumber } from '../parse-number.ts'

export type Read = { readonly value: Value } | { readonly wrong: string }

/** A typed line as an answer; lists and tables are heard line by line elsewhere. */
export function readAnswer(form: Form, line: string): Read {
  switch (form.type) {
    case 'yes-no':
      return readYesNo(line)
    case 'choices':
      return readSeveral(form, line)
    case 'number': {
      const value = parseNumber(line)
      return value === null
        ? wrong(`"${line}" is not a number; expected one such as 12 or 3.5`)
        : { value }
    }
    case 'text':
      return line === ''
        ? wrong('Nothing was typed; expected an answer or a command')
        : { value: line }
    default:
      return readOne(form, line)
  }
}

function wrong(text: string): Read {
  return { wrong: text }
}

function readYesNo(line: string): Read {
  if (['1', 'y', 'yes'].includes(line.toLowerCase())) return { value: true }
  if (['2', 'n', 'no'].includes(line.toLowerCase())) return { value: false }
  return wrong(`"${line}" is no answer here; expected yes or no`)
}

function readOne(form: Form, line: string): Read {
  const options = optionsOf(form) ?? []
  const option = /^\d+$/.test(line) ? options[Number(line) - 1] : undefined
  if (option !== undefined) return { value: option.value }
  return wrong(`"${line}" is no answer here; expected a number from 1 to ${options.length}`)
}

function readSeveral(form: Form, line: string): Read {
  const options = optionsOf(form) ?? []
  if (line === '0') return { value: [] }
  const numbers = line.split(/[\s,;]+/).filter((part) => part !== '')
  const picked = numbers.map((number) =>
    /^\d+$/.test(number) ? options[Number(number) - 1] : undefined,
  )
  if (numbers.length === 0 || picked.includes(undefined)) {
    return wrong(
      `"${line}" is no answer here; expected numbers from 1 to ${options.length}, such as 1, 3`,
    )
  }
  return {
    value: options.filter((option) => picked.includes(option)).map(({ value }) => String(value)),
  }
}
