import * as z from 'zod'
import { basicSchemas } from './common-schemas.ts'
import { once } from './once.ts'

const { fullId, id, text } = basicSchemas

/** How the columns of a form export become answers. */
export const mapFileSchema = once(() => {
  const scalar = z.union([z.string(), z.number(), z.boolean()])
  const column = z.union([
    text,
    z.strictObject({ column: text, values: z.record(z.string(), scalar).optional() }),
  ])
  const separator = z.string().min(1).optional()
  const answer = z.union([
    text,
    /** With columns of its own for a state, for the reason of one that is not applicable, and for a note. */
    z.strictObject({
      column: text,
      values: z.record(z.string(), z.union([scalar, z.array(scalar)])).optional(),
      separator,
      state: text.optional(),
      reason: text.optional(),
      note: text.optional(),
    }),
    /** A question of several choices with a column for each, by the id of the choice. */
    z.strictObject({
      columns: z.record(id, text),
      values: z.record(z.string(), scalar).optional(),
      none: z.enum(['answered', 'skipped']).optional(),
    }),
  ])
  return z.strictObject({
    accordant: z.literal('map/1'),
    questionnaire: text,
    partnership: id.optional(),
    header: z.int().min(1).optional(),
    delimiter: z.string().length(1).optional(),
    decimal: z.enum(['.', ',']).optional(),
    /** What a server may write before the name of a column: `trust/…` and `trust-…` are the column too. */
    groups: z.array(text).optional(),
    /** What those who answered were asked, and promised; `full` and nothing unless given. */
    run: z.enum(['full', 'quick']).optional(),
    told: z.strictObject({ minGroup: z.int().min(1) }).optional(),
    columns: z.strictObject({
      partner: column.optional(),
      respondent: column.optional(),
      role: column.optional(),
      profile: z.record(fullId, answer).optional(),
      answers: z.record(fullId, answer).optional(),
    }),
    constants: z.record(z.string(), scalar).optional(),
    /** Which rows are finished; without a value, those whose cell is not blank. */
    finished: z.strictObject({ column: text, value: scalar.optional() }).optional(),
    /** Rows of other values are left out. */
    only: z.record(text, z.union([scalar, z.array(scalar).min(1)])).optional(),
    separator,
    ignore: z.array(text).optional(),
  })
})
