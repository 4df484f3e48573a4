import * as z from 'zod'
import { basicSchemas, expects } from './common-schemas.ts'
import { once } from './once.ts'

const { fullId, id, instant, text } = basicSchemas

/** Schemas cost time to build, so none is built before a file of the kind is met. */
const schemaParts = once(() => {
  const scalar = z.union([z.number(), z.string(), z.boolean()])
  const row = z.record(z.string(), z.union([scalar, z.null()]))
  /** Which items fit is said when an answer is fitted to its question, with what to write. */
  const rawValue = z.union([scalar, z.array(scalar), z.array(row)])

  /** The long form of an answer. Which keys belong together is checked when it is fitted to its question. */
  const longAnswer = z.strictObject({
    value: z.union([rawValue, z.null()]).optional(),
    state: z.enum(['answered', 'not-applicable', 'dont-know', 'skipped']).optional(),
    reason: z.union([z.string(), z.null()]).optional(),
    note: z.union([z.string(), z.null()]).optional(),
    /** The note stays in this file: no output shows it. */
    private: z.boolean().optional(),
  })

  /** An empty place (null) is a question with no entry yet: the paper form is full of them. */
  const answer = z.union([rawValue, longAnswer, z.null()])

  const runs = z.enum(['full', 'quick'])
  /** Words: of `no` nobody would know whether the response counts. */
  const reason = z
    .string(expects('expected-reason'))
    .regex(
      /^(?!\s*(?:[Yy]|[Nn]|[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$)[\s\S]*\S/,
      expects('expected-reason'),
    )
  return { rawValue, answer, reason, runs }
})
type SchemaParts = ReturnType<typeof schemaParts>

export const responseFileSchema = once(() => {
  const { rawValue, answer, reason, runs } = schemaParts()
  return z.strictObject({
    accordant: z.literal('response/1'),
    questionnaire: z.strictObject({ id, version: text, hash: text.optional() }),
    partnership: id,
    /** The id of a partner, or its name. */
    partner: text,
    respondent: z.strictObject({ id, role: z.union([z.string(), z.null()]).optional() }),
    run: runs.default('full'),
    started: z.union([instant, z.null()]).optional(),
    completed: z.union([instant, z.null()]).optional(),
    /** Why the response does not count. */
    excluded: reason.optional(),
    told: z.strictObject({ minGroup: z.int().min(1) }).optional(),
    profile: z.union([z.record(fullId, z.union([rawValue, z.null()])), z.null()]).optional(),
    answers: z.union([z.record(fullId, answer), z.null()]).optional(),
    inactive: z.union([z.record(fullId, answer), z.null()]).optional(),
  })
})

export type ResponseFile = z.infer<ReturnType<typeof responseFileSchema>>
export type RawAnswer = z.infer<SchemaParts['answer']>
