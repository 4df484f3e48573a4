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

const fullIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?$/

/** The small words of all file formats. */
export const basicSchemas = {
  id: z
    .string()
    .max(maxIdLength, expects('expected-id-of-80'))
    .regex(kebabPattern, expects('expected-id'))
    .regex(unreservedPattern, expects('expected-id-without-x')),
  /** `trust.bad-news`, or a profile question's id without a dimension. */
  fullId: z
    .string()
    .max(161, expects('expected-full-id-of-161'))
    .regex(fullIdPattern, expects('expected-full-id')),
  /** Text with something in it. */
  text: z.string().regex(/\S/, expects('expected-text')),
  /** A word or a short phrase, to be looked for in a document. */
  words: z.string().regex(/^(?=.*[\p{L}\p{N}]).{1,60}$/u, expects('expected-words')),
  positive: z.number().positive(),
  /** A day that exists in the calendar, `2026-11-23`. */
  day: z.iso.date(expects('expected-day')),
  instant: z.iso.datetime({ offset: true, ...expects('expected-time') }),
  duration: z.iso.duration(expects('expected-duration')),
  stage: z.enum(stages),
  severitySetting: z.enum(['off', 'info', 'warning', 'error']),
  colour: z.string().regex(/^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/, expects('expected-colour')),
} as const
