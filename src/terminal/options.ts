import { listOptions, type SelectOption } from '../interview/answer-text.ts'
import { type Form, getFormType } from '../model/forms/forms.ts'
import type { Value } from '../model/response.ts'
import type { InterviewText, Message } from '../words/message.ts'
import { sayInterview } from '../words/say-interview.ts'
import { say } from '../words/say-message.ts'

/** What can be picked, in order; null where the answer is typed. */
export function listSelectOptions(form: Form): readonly SelectOption[] | null {
  return listOptions(form, sayInterview)
}

/** The digit that picks an option, `0` for the tenth; null for more than ten options, which have no digits. */
export function getOptionDigit(index: number, options: readonly SelectOption[]): string | null {
  return options.length > 10 ? null : String((index + 1) % 10)
}

type TypedAnswer = { readonly value: Value } | { readonly wrong: InterviewText }

/** A typed line as an answer, options by number or in words; `askRows` reads lists and tables. */
export function readAnswer(form: Form, line: string): TypedAnswer {
  const options = listSelectOptions(form)
  const type = getFormType(form)
  if (options === null) {
    if (line === '') return { wrong: { say: 'blank-reply' } }
    const fit = type.fromText(form, line, 'either')
    return 'misfit' in fit ? { wrong: toWords(fit.misfit) } : fit
  }
  if (/^[\d\s,;]*$/.test(line)) {
    const pick = type.factType === 'texts' ? pickSeveral : pickOne
    const value = pick(options, line)
    if (value !== null) return { value }
  } else {
    const fit = type.fromText(form, line, 'either')
    if (!('misfit' in fit)) return fit
  }
  return { wrong: describeOptions(form, line, options.length) }
}

/** A message about a value, as the interview shows it. */
export function toWords(misfit: Message): InterviewText {
  return { say: 'as-written', text: say(misfit) }
}

function pickOne(options: readonly SelectOption[], line: string): Value | null {
  return options[Number(line) - 1]?.value ?? null
}

/** In the order of the options; `0` is none of them. */
function pickSeveral(options: readonly SelectOption[], line: string): Value | null {
  if (line === '0') return []
  const numbers = line.split(/[\s,;]+/).filter((part) => part !== '')
  const picked = numbers.map((number) => options[Number(number) - 1])
  if (numbers.length === 0 || picked.includes(undefined)) return null
  return options.filter((option) => picked.includes(option)).map(({ value }) => String(value))
}

function describeOptions(form: Form, text: string, last: number): InterviewText {
  if (form.type === 'yes-no') return { say: 'bad-yes-no-reply', text }
  return { say: form.type === 'choices' ? 'bad-numbers-reply' : 'bad-number-reply', text, last }
}
