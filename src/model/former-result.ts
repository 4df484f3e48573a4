import * as z from 'zod'
import { once } from './once.ts'
import type { Result, ShownResult } from './result.ts'

/** `result/1`, as far as an earlier point in time needs it: who it is of, and the figures. Other keys are passed over. */
const formerResultSchema = once(() => {
  const maybe = z.number().nullable()
  const score = z.object({
    value: maybe,
    low: maybe,
    high: maybe,
    coverage: maybe,
    reason: z.enum(['coverage', 'not-applicable', 'not-scored']).optional(),
  })
  const gap = z.object({ value: maybe, high: z.string().nullable(), low: z.string().nullable() })
  const statistic = z.object({
    value: maybe,
    reason: z.enum(['too-few', 'one-item', 'no-variance']).optional(),
  })
  const count = z.int()
  return z.object({
    accordant: z.literal('result/1'),
    questionnaire: z.object({
      id: z.string(),
      version: z.string(),
      hash: z.string(),
      run: z.enum(['full', 'quick']),
    }),
    partnership: z.string(),
    hidden: z.object({ minGroup: count }).optional(),
    score: score.optional(),
    partners: z
      .array(
        z.object({
          id: z.string(),
          respondents: count,
          score,
          dimensions: z.array(z.object({ id: z.string(), score, rwgj: maybe })),
        }),
      )
      .default([]),
    dimensions: z
      .array(
        z.object({
          id: z.string(),
          weight: z.number(),
          score,
          gap: gap.optional(),
          alpha: statistic,
        }),
      )
      .default([]),
    questions: z
      .array(
        z.object({
          id: z.string(),
          score: maybe,
          gap: gap.optional(),
          partners: z
            .array(
              z.object({
                id: z.string(),
                score: maybe,
                mean: maybe,
                sd: maybe,
                rwg: maybe,
                answered: count,
                dontKnow: count,
                notApplicable: count,
                skipped: count,
              }),
            )
            .default([]),
        }),
      )
      .default([]),
  })
})

type FormerResult = z.infer<ReturnType<typeof formerResultSchema>>

/**
 * A result that an earlier version wrote (`result/1`), for comparing its scores. It has no level and no essential questions: those
 * were settled by other rules. Null where it is none, or misses what it needs.
 */
export function readFormerResult(value: unknown): Result | null {
  const read = formerResultSchema().safeParse(value)
  if (!read.success) return null
  const { score, hidden } = read.data
  if (hidden !== undefined || score === undefined) {
    return {
      ...buildHead(read.data),
      hidden: { minGroup: hidden?.minGroup ?? 1, scope: 'all' },
      verdict,
    }
  }
  const { partners, dimensions, questions } = read.data
  return {
    ...buildHead(read.data),
    verdict,
    score: toScore(score),
    ...nothingElse,
    partners: partners.map((partner) => ({
      ...partner,
      score: toScore(partner.score),
      dimensions: partner.dimensions.map((own) => ({ ...own, score: toScore(own.score) })),
    })),
    dimensions: dimensions.map((own) => ({
      ...own,
      score: toScore(own.score),
      gap: own.gap ?? noGap,
      alpha: toStatistic(own.alpha),
    })),
    questions: questions.map((own) => ({ ...own, gap: own.gap ?? noGap })),
  }
}

const verdict: ShownResult['verdict'] = {
  pass: true,
  level: null,
  levelLow: null,
  levelHigh: null,
  reasons: [],
  lifted: [],
  decidedBy: [],
  withoutOne: { of: null, reason: 'not-scored' },
}

const noGap = { value: null, high: null, low: null }

const nothingElse = {
  leftOut: [],
  missing: [],
  quality: { straight: 0 },
  subjects: [],
  divided: [],
  agreement: { krippendorff: { value: null } },
  sayDo: [],
  plan: null,
  path: null,
  actions: [],
  directed: [],
  profiles: [],
  notes: [],
  notApplicable: [],
  warnings: [],
} satisfies Partial<ShownResult>

function buildHead({ questionnaire, partnership }: FormerResult) {
  return { accordant: 'result/2' as const, questionnaire, partnership }
}

/** Without the keys that are there and have no value. */
function toScore({ reason, ...score }: FormerResult['dimensions'][number]['score']) {
  return reason === undefined ? score : { ...score, reason }
}

function toStatistic({ value, reason }: FormerResult['dimensions'][number]['alpha']) {
  return reason === undefined ? { value } : { value, reason }
}
