import * as z from 'zod'
import { basicSchemas } from './common-schemas.ts'
import { kinds } from './kind-names.ts'
import { once } from './once.ts'
import { scoreSchema } from './result.ts'

const { day, fullId, id, text } = basicSchemas

/** What `check --format json` writes. Scores and limits are on 0..100. */
export const findingsFileSchema = once(() => {
  const severity = z.enum(['info', 'warning', 'error'])
  const score = scoreSchema()

  const place = {
    message: text,
    path: z.array(z.union([z.string(), z.int().min(0)])),
    line: z.int().min(1),
    column: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  }

  const finding = z.strictObject({
    id: text,
    severity,
    ...place,
    /** Where it stands for several entries: each with its own message, the place above first. */
    places: z.array(z.strictObject(place)).min(2).optional(),
    /** In a document in prose: nothing in it is about this, as far as it was understood. */
    absent: z.literal(true).optional(),
    fix: z.union([text, z.null()]),
    waived: z.union([z.strictObject({ by: text, until: day, reason: text }), z.null()]),
    baseline: z.boolean(),
  })

  const reason = z.discriminatedUnion('code', [
    z.strictObject({ code: z.literal('findings'), severity, count: z.int().min(1) }),
    z.strictObject({
      code: z.literal('limit'),
      file: text,
      option: z.literal('minComplete'),
      value: z.union([z.number(), z.null()]),
      needs: z.number(),
    }),
    z.strictObject({ code: z.literal('nothing-judged'), file: text }),
    z.strictObject({ code: z.literal('unchecked'), file: text, message: text }),
  ])

  return z.strictObject({
    accordant: z.literal('findings/1'),
    today: day,
    verdict: z.strictObject({ pass: z.boolean(), reasons: z.array(reason) }),
    files: z.array(
      z.strictObject({
        file: text,
        kind: z.union([z.enum(kinds), z.null()]),
        /** Null for what is no plan, or one that is not begun or could not be read; so is `read`, and the lists are empty. */
        score: z.union([score, z.null()]),
        dimensions: z.array(z.strictObject({ id, score })),
        /** The share of the document that was understood, 0..1; null where it is not measured. */
        read: z.union([z.number().min(0).max(1), z.null()]),
        unread: z.array(z.strictObject({ check: fullId, lines: z.array(z.int().min(1)) })),
        findings: z.array(finding),
      }),
    ),
  })
})

export type FindingsFile = z.infer<ReturnType<typeof findingsFileSchema>>

/** Findings that are already known. The fingerprint identifies them; the rest is for people. */
export const baselineFileSchema = once(() =>
  z.strictObject({
    accordant: z.literal('baseline/1'),
    findings: z.array(
      z.strictObject({
        /** From the baseline's folder, with `/`. */
        file: text,
        id: text,
        /** As in a waiver of the settings, `risks[r1].owner`. */
        path: text.optional(),
        fingerprint: text,
      }),
    ),
  }),
)

export type BaselineFile = z.infer<ReturnType<typeof baselineFileSchema>>
