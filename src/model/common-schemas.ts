import * as z from 'zod'
import { kebabPattern, stages, unreservedPattern } from './vocabulary.ts'

/** No code is generated from schemas: a run decodes a file or two, and nothing here may evaluate text. */
z.config({ jitless: true })

/** The small words of all file formats. */

const fullIdPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?$/

export const id = z
  .string()
  .max(80, { error: 'an id of at most 80 characters' })
  .regex(kebabPattern, {
    error: 'an id in small letters, digits and single hyphens, like "bad-news"',
  })
  .regex(unreservedPattern, {
    error: 'an id, since keys that begin with "x-" are free and not read',
  })

/** `trust.bad-news`, or a profile question's id without a dimension. */
export const fullId = z
  .string()
  .max(161, { error: 'an id of at most 161 characters' })
  .regex(fullIdPattern, { error: 'an id like "trust.bad-news"' })

/** Text with something in it. */
export const text = z.string().regex(/\S/, { error: 'some text' })

export const positive = z.number().positive()

/** A day that exists in the calendar, `2026-11-23`. */
export const day = z.iso.date({ error: 'a real date like "2026-11-23"' })

export const instant = z.iso.datetime({
  offset: true,
  error: 'a date and time like "2026-11-20T09:00:00Z"',
})

export const duration = z.iso.duration({ error: 'an ISO 8601 duration like "P3M"' })

export const stage = z.enum(stages)

export const severitySetting = z.enum(['off', 'info', 'warning', 'error'])

export const colour = z
  .string()
  .regex(/^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/, { error: 'a colour like "#0a6" or "#00aa66"' })
