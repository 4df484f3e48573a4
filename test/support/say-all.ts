import type { ReportSentence } from '../../src/words/message.ts'
import { sayReport } from '../../src/words/say-report.ts'

export type Said<Value> = Value extends { readonly say: string }
  ? string
  : Value extends object
    ? { readonly [Key in keyof Value]: Said<Value[Key]> }
    : Value

/** The value with every sentence of a report in it said, so that a test compares what a reader reads. */
export function sayAll<Value>(value: Value): Said<Value> {
  return sayWithin(value) as Said<Value>
}

function sayWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sayWithin)
  if (typeof value !== 'object' || value === null) return value
  if ('say' in value) return sayReport(value as ReportSentence)
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, sayWithin(own)]))
}
