import * as z from 'zod'
import { once } from './once.ts'
import { day, id, text } from './words.ts'

/** What `check --format json` writes. */
export const findingsFile = once(() => {
  const place = {
    line: z.int().min(1),
    column: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  }

  const finding = z.strictObject({
    id: text,
    severity: z.enum(['info', 'warning', 'error']),
    message: text,
    path: z.array(z.union([z.string(), z.int()])),
    ...place,
    fix: z.union([text, z.null()]),
    waived: z.union([z.strictObject({ by: id, until: day, reason: text }), z.null()]),
    baseline: z.boolean(),
  })
  return z.strictObject({
    accordant: z.literal('findings/1'),
    today: day,
    verdict: z.strictObject({ pass: z.boolean(), reasons: z.array(z.unknown()) }),
    files: z.array(
      z.strictObject({
        file: text,
        kind: z.union([text, z.null()]),
        score: z.unknown(),
        level: z.union([id, z.null()]),
        dimensions: z.array(z.unknown()),
        findings: z.array(finding),
      }),
    ),
  })
})

/** Findings known and set aside by identity: ids and keys, no line numbers. */
export const baselineFile = once(() =>
  z.strictObject({
    accordant: z.literal('baseline/1'),
    findings: z.array(z.strictObject({ file: text, id: text, fingerprint: text })),
  }),
)
