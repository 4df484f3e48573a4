import * as z from 'zod'
import { basicSchemas } from './common-schemas.ts'
import { dateStyles, sectionNames } from './house-style.ts'
import { once } from './once.ts'

const { colour, day, fullId, id, severitySetting, text } = basicSchemas

/** `accordant.yaml`, the settings of a partnership. A flag beats it. */
export const configFileSchema = once(() => {
  const score = z.number().min(0).max(100)
  return z.strictObject({
    accordant: z.literal('config/1'),
    questionnaire: text.optional(),
    partnership: id.optional(),
    plan: text.optional(),
    partners: z
      .array(z.strictObject({ id, name: text.optional(), asked: z.boolean().optional() }))
      .optional(),
    /** How many people are to answer for a partner, or their codes. */
    invited: z.record(id, z.union([z.int().min(1), z.array(id)])).optional(),
    limits: z
      .strictObject({
        minScore: score.optional(),
        /** The id of a level; only the questionnaire knows which there are. */
        minLevel: text.optional(),
        minDimension: score.optional(),
        minComplete: score.optional(),
        failOn: z.enum(['error', 'warning', 'info', 'never']).optional(),
      })
      .optional(),
    severity: z.record(fullId, severitySetting).optional(),
    waivers: z
      .array(z.strictObject({ check: fullId, path: text, by: id, until: day, reason: text }))
      .optional(),
    baseline: text.optional(),
    minGroup: z.int().min(1).optional(),
    report: z
      .strictObject({
        title: text.optional(),
        logo: text.optional(),
        accent: colour.optional(),
        dates: z.enum(dateStyles).optional(),
        sections: z.array(z.enum(sectionNames)).optional(),
        commentary: text.optional(),
      })
      .optional(),
  })
})

export type Config = z.infer<ReturnType<typeof configFileSchema>>
