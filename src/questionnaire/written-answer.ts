import type { ValueFit } from '../model/forms/form-type.ts'
import { type Form, getFormType } from '../model/forms/forms.ts'
import { findChoiceId } from '../model/forms/pick.ts'
import { normaliseText } from '../model/forms/written-text.ts'
import { readNumber, readWhole } from '../model/notations.ts'
import { clip, toFlowText } from '../model/value.ts'
import { findExplainedState, findWrittenState, toLongState } from '../model/written-state.ts'
import type { Message } from '../words/message.ts'

/** What somebody wrote in the place of an answer. */
type WrittenAnswer =
  | ValueFit
  | { readonly state: 'dont-know' | 'skipped' }
  /** The reason is null where none is written with it. */
  | { readonly state: 'not-applicable'; readonly reason: string | null }

/**
 * Reads an answer in a form that a person filled in. A value is taken whatever its capitals and quotes; then the words for a
 * state are taken for it. Anything else does not fit, however clear it looks: `findAnswerFix` says what to write.
 */
export function readWrittenAnswer(form: Form, raw: unknown): WrittenAnswer {
  const type = getFormType(form)
  const fit = type.fromRaw(form, raw)
  if (!('misfit' in fit) || typeof raw !== 'string') return fit
  const words = normaliseText(raw).replace(/^(["'])(.*)\1$/, '$2')
  const tidy = type.fromRaw(form, /^\d+$/.test(words) ? Number(words) : words)
  if (!('misfit' in tidy)) return tidy
  const said = findExplainedState(raw)
  if (said?.state === 'not-applicable') return { state: said.state, reason: said.why }
  const state = findWrittenState(raw)
  if (state === null) return fit
  return state === 'not-applicable' ? { state, reason: null } : { state }
}

/** Where an answer stands: behind which key, and whether a note could stand with it there. */
interface AnswerPlace {
  readonly key: string
  readonly takesNote: boolean
}

/** The line to write in place of an answer that does not fit; null where it is not clear what is meant. */
export function findAnswerFix(form: Form, raw: unknown, place: AnswerPlace): Message | null {
  const text = toText(raw)
  const meant = text === null ? null : findMeantAnswer(form, text, place.takesNote)
  if (meant !== null) return writeLine(place.key, meant)
  const said = text === null || !place.takesNote ? null : findExplainedState(text)
  if (said !== null) return writeLine(place.key, toLongState(said))
  return form.type === 'choice' || form.type === 'choices'
    ? findChoiceFix(form, raw, place.key)
    : null
}

export function writeLine(key: string, answer: unknown): Message {
  return { say: 'write-instead', text: { say: 'value-quoted', text: toLine(key, answer) } }
}

function toLine(key: string, answer: unknown): string {
  return `${key}: ${toFlowText(answer)}`
}

/** Of longer texts nothing is certain. */
const maxLength = 200

/** Some put brackets around a single answer. */
function toText(raw: unknown): string | null {
  const only: unknown = Array.isArray(raw) && raw.length === 1 ? raw[0] : raw
  if (only === null || typeof only === 'object') return null
  if (String(only).length > maxLength) return null
  return String(only)
    .trim()
    .replace(/^\((.*)\)$/, '$1')
}

/** An answer as a file would hold it, out of words that can mean this one only. */
function findMeantAnswer(form: Form, text: string, takesNote: boolean): unknown {
  const fit = getFormType(form).fromText(form, text, 'either')
  if (!('misfit' in fit)) return fit.value
  if (form.type === 'number') return readNumber(text)
  return form.type === 'rating' ? findMeantRating(form, text, takesNote) : null
}

/** `four`, `4/5`, and a number with words behind it: these are its anchor, or else a note. */
function findMeantRating({ values }: RatingForm, text: string, takesNote: boolean): unknown {
  const [, digits = '', rest = ''] = /^(\d+)(?![\p{L}\p{N}])(.*)$/su.exec(text) ?? []
  const value = digits === '' && /^\p{L}+$/u.test(text) ? readWhole(text) : Number(digits)
  const meant = values.find((each) => each.value === value)
  if (meant === undefined) return null
  const words = rest.replace(new RegExp(`^\\s*(?:/|(?:out )?of)\\s*${values.length}(?!\\d)`), '')
  if (/\d/.test(words)) return null
  const note = words.replaceAll(/^[^\p{L}]+|[^\p{L}.!?]+$/gu, '')
  const isAnchor = normaliseText(meant.label ?? '').includes(normaliseText(note))
  return isAnchor || !takesNote ? meant.value : { value: meant.value, note }
}

type RatingForm = Extract<Form, { type: 'rating' }>
type ChoiceForm = Extract<Form, { type: 'choice' | 'choices' }>

/** Screens number the choices, so people write such a number; it is no more than likely what is meant. */
function findChoiceFix({ type, choices }: ChoiceForm, raw: unknown, key: string): Message | null {
  const items: readonly unknown[] = Array.isArray(raw) ? raw : [raw]
  const meant = items.map((item) => {
    if (typeof item === 'object') return undefined
    const text = String(item)
    return findChoice(choices, text) ?? choices[Number(/^(\d+)[.)]?$/.exec(text)?.[1]) - 1]
  })
  const found = meant.filter((choice) => choice !== undefined)
  if (found.length < items.length || (type === 'choice' && items.length > 1)) return null
  const ids = found.map(({ id }) => id)
  const line = toLine(key, type === 'choice' ? ids[0] : ids)
  return { say: 'write-line-for-choices', line, titles: found.map(({ title }) => clip(title)) }
}

function findChoice(choices: ChoiceForm['choices'], text: string) {
  const id = findChoiceId(choices, text)
  return choices.find((choice) => choice.id === id)
}
