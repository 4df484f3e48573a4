import type { Form } from '../../model/questionnaire.ts'
import type { Value } from '../../model/response.ts'
import type { InterviewText } from '../../words/message.ts'
import { listSelectOptions } from '../options.ts'
import { parseNumber } from '../parse-number.ts'

type TypedAnswerResult = { readonly value: Value } | { readonly wrong: InterviewText }

/** A typed line as an answer; `askRows` reads lists and tables. */
export function readAnswer(form: Form, line: string): TypedAnswerResult {
  switch (form.type) {
    case 'yes-no':
      return readYesNo(line)
    case 'choices':
      return readChoices(form, line)
    case 'number': {
      const value = parseNumber(line)
      return value === null ? { wrong: { say: 'not-a-number', text: line } } : { value }
    }
    case 'text':
      return line === '' ? { wrong: { say: 'blank-reply' } } : { value: line }
    default:
      return readChoice(form, line)
  }
}

function readYesNo(line: string): TypedAnswerResult {
  if (['1', 'y', 'yes'].includes(line.toLowerCase())) return { value: true }
  if (['2', 'n', 'no'].includes(line.toLowerCase())) return { value: false }
  return { wrong: { say: 'bad-yes-no-reply', text: line } }
}

function readChoice(form: Form, line: string): TypedAnswerResult {
  const options = listSelectOptions(form) ?? []
  const option = /^\d+$/.test(line) ? options[Number(line) - 1] : undefined
  if (option !== undefined) return { value: option.value }
  return { wrong: { say: 'bad-number-reply', text: line, last: options.length } }
}

function readChoices(form: Form, line: string): TypedAnswerResult {
  const options = listSelectOptions(form) ?? []
  if (line === '0') return { value: [] }
  const numbers = line.split(/[\s,;]+/).filter((part) => part !== '')
  const picked = numbers.map((number) =>
    /^\d+$/.test(number) ? options[Number(number) - 1] : undefined,
  )
  if (numbers.length === 0 || picked.includes(undefined)) {
    return { wrong: { say: 'bad-numbers-reply', text: line, last: options.length } }
  }
  return {
    value: options.filter((option) => picked.includes(option)).map(({ value }) => String(value)),
  }
}
