import { numberForm } from '../model/forms/number.ts'
import type { FormPageText } from '../words/message.ts'

/** Null is no end. */
export interface NumberRange {
  readonly from: number | null
  readonly to: number | null
}

/** The worst end may be the higher one. */
export function getRange({ from, to }: NumberRange): NumberRange | null {
  if (from === null && to === null) return null
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

/** A number as people type it, within a range; else what is wrong with it. */
export function readTypedNumber(text: string, range: NumberRange | null): number | FormPageText {
  const read = numberForm.fromText({ type: 'number', from: null, to: null }, text, 'either')
  if ('misfit' in read) return { say: 'number-wanted', text: text.trim() }
  const number = Number(read.value)
  const { from, to } = range ?? { from: null, to: null }
  const isOff = (from !== null && number < from) || (to !== null && number > to)
  return isOff ? { say: 'number-off-range', from, to } : number
}
