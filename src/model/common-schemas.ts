import * as z from 'zod'
import type { Message } from '../words/message.ts'
import { kebabPattern, maxIdLength, stages, unreservedPattern } from './vocabulary.ts'

/** No code is generated from schemas: a run decodes a file or two, and nothing here may evaluate text. */
z.config({ jitless: true })

/** The phrases that name what a schema expects. */
type Expectation = Extract<Message['say'], `expected-${string}`>

/** A schema's error is the id of a phrase; `schema-findings.ts` makes a message of it. */
export function expects(phrase: Expectation): { readonly error: Expectation } {
  return { error: phrase }
}

/** The small words of all file formats. */

const fullIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?$/

export const id = z
  .string()
  .max(maxIdLength, expects('expected-id-of-80'))
  .regex(kebabPattern, expects('expected-id'))
  .regex(unreservedPattern, expects('expected-id-without-x'))

/** `trust.bad-news`, or a profile question's id without a dimension. */
export const fullId = z
  .string()
  .max(161, expects('expected-full-id-of-161'))
  .regex(fullIdPattern, expects('expected-full-id'))

/** Text with something in it. */
export const text = z.string().regex(/\S/, expects('expected-text'))

export const positive = z.number().positive()

/** A day that exists in the calendar, `2026-11-23`. */
export const day = z.iso.date(expects('expected-day'))

export const instant = z.iso.datetime({
  offset: true,
  ...expects('expected-time'),
})

export const duration = z.iso.duration(expects('expected-duration'))

export const stage = z.enum(stages)

export const severitySetting = z.enum(['off', 'info', 'warning', 'error'])

export const colour = z
  .string()
  .regex(/^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/, expects('expected-colour'))
