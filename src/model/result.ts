import * as z from 'zod'
import type { Message } from '../words/message.ts'
import { basicSchemas } from './common-schemas.ts'
import { once } from './once.ts'
import { actionDays, efforts, stages } from './vocabulary.ts'

const { fullId, id, text } = basicSchemas

/**
 * What scoring says, as `report --format json` writes it: scores and gaps on 0..100, coverage and statistics on their own
 * scale. Lists are in questionnaire order, partners by id.
 */

/** Text in the file; before that a message, which JSON says as it is written. */
const sentence: z.ZodType<Message | string> = text

/** Schemas cost time to build, so none is built before a file of the kind is met. */
export const scoreSchema = once(() => {
  const maybe = z.union([z.number(), z.null()])
  return z.strictObject({
    value: maybe,
    low: maybe,
    high: maybe,
    coverage: maybe,
    reason: z.enum(['coverage', 'not-applicable', 'not-scored']).optional(),
  })
})

const schemaParts = once(() => {
  const number = z.number()
  const maybe = z.union([number, z.null()])
  const score = scoreSchema()

  const gap = z.strictObject({
    value: maybe,
    high: z.union([id, z.null()]),
    low: z.union([id, z.null()]),
  })

  const statistic = z.strictObject({
    value: maybe,
    reason: z.enum(['too-few', 'one-item', 'no-variance']).optional(),
  })

  const levelId = z.union([id, z.null()])

  const reason = z.discriminatedUnion('code', [
    z.strictObject({ code: z.literal('score'), value: number, needs: number }),
    z.strictObject({
      code: z.literal('weakest'),
      dimension: id,
      partner: id,
      value: number,
      needs: number,
    }),
    z.strictObject({
      code: z.literal('must'),
      question: fullId,
      partner: id,
      value: maybe,
      needs: number,
    }),
    z.strictObject({
      code: z.literal('not-scored'),
      dimension: id,
      partner: id,
      coverage: number,
      needs: number,
    }),
    z.strictObject({
      code: z.literal('limit'),
      option: z.enum(['minScore', 'minLevel', 'minDimension', 'noWorseThan']),
      dimension: id.optional(),
      value: z.union([number, id, z.null()]),
      needs: z.union([number, text]),
    }),
  ])

  const verdict = z.strictObject({
    pass: z.boolean(),
    level: levelId,
    levelLow: levelId,
    levelHigh: levelId,
    reasons: z.array(reason),
    decidedBy: z.array(fullId),
  })

  const questionPartner = z.strictObject({
    id,
    score: maybe,
    mean: maybe,
    sd: maybe,
    rwg: maybe,
    answered: z.int(),
    dontKnow: z.int(),
    notApplicable: z.int(),
    skipped: z.int(),
  })

  const path = z.strictObject({
    to: levelId,
    effort: maybe,
    steps: z.array(z.strictObject({ question: fullId, steps: z.int(), effort: number })).optional(),
    reason: z.enum(['not-scored', 'must-open', 'must-not-raisable', 'out-of-reach']).optional(),
  })

  const action = z.strictObject({
    day: z.enum(actionDays),
    question: fullId,
    partner: id.nullable(),
    owner: z.union([text, z.null()]),
    do: text,
    done: z.union([text, z.null()]),
    effort: z.enum(efforts),
    gain: number,
  })

  const sayDo = z.strictObject({
    kind: z.enum(['claimed-not-written', 'written-not-lived', 'over-confidence']),
    question: fullId.optional(),
    dimension: id.optional(),
    partner: id,
    /** Those that fail, or all that pass; none where another partner's answers show it. */
    checks: z.array(fullId),
  })

  const planFinding = z.strictObject({
    file: text,
    id: text,
    severity: z.enum(['info', 'warning', 'error']),
    message: sentence,
    path: z.array(z.union([z.string(), z.int()])),
    line: z.int(),
    column: z.int(),
    endLine: z.int(),
    endColumn: z.int(),
    fix: z.union([sentence, z.null()]),
    waived: z.union([z.strictObject({ by: id, until: text, reason: text }), z.null()]),
    baseline: z.boolean(),
  })

  const plan = z.strictObject({
    score,
    stage: z.enum(stages),
    /** Those that no waiver sets aside. */
    errors: z.int().min(0),
    /** The share of the document that was understood, 0..1; null where it is not measured. */
    read: maybe,
    dimensions: z.array(z.strictObject({ id, score })),
    findings: z.array(planFinding),
    unread: z.array(z.strictObject({ check: fullId, lines: z.array(z.int().min(1)) })),
  })
  const trend = z.strictObject({
    from: text,
    to: text,
    score: maybe,
    dimensions: z.array(
      z.strictObject({ id, change: maybe, reliable: z.union([z.boolean(), z.null()]) }),
    ),
    questions: z.array(z.strictObject({ id: fullId, partner: id, change: number })),
    opened: z.array(fullId),
    closed: z.array(fullId),
    /** Questions with a must that was met before and is not now. */
    fell: z.array(fullId),
    /** Questions that cannot be compared: their earlier version is unknown, or they changed in between. */
    left: z.array(
      z.strictObject({
        id: fullId,
        reason: z.enum(['version', 'scale', 'reworded', 'added', 'removed']),
      }),
    ),
    /** Only where it may not be shown; everything else is empty then. */
    withheld: z.literal(true).optional(),
  })
  return {
    trend,
    number,
    maybe,
    score,
    gap,
    statistic,
    verdict,
    reason,
    questionPartner,
    path,
    action,
    sayDo,
    plan,
  }
})
type SchemaParts = ReturnType<typeof schemaParts>

export const resultFileSchema = once(() => {
  const { number, maybe, score, gap, statistic, verdict, questionPartner, path, action, ...rest } =
    schemaParts()
  return z.strictObject({
    accordant: z.literal('result/1'),
    questionnaire: z.strictObject({
      id,
      version: text,
      hash: text,
      run: z.enum(['full', 'quick']),
    }),
    partnership: id,
    today: z.string().optional(),
    hidden: z.strictObject({ minGroup: z.int(), scope: z.enum(['partners', 'all']) }).optional(),
    verdict,
    score: score.optional(),
    partners: z
      .array(
        z.strictObject({
          id,
          respondents: z.int(),
          score,
          dimensions: z.array(z.strictObject({ id, score, rwgj: maybe })),
        }),
      )
      .optional(),
    dimensions: z
      .array(z.strictObject({ id, weight: number, score, gap: gap.optional(), alpha: statistic }))
      .optional(),
    questions: z
      .array(
        z.strictObject({
          id: fullId,
          score: maybe,
          gap: gap.optional(),
          partners: z.array(questionPartner).optional(),
        }),
      )
      .optional(),
    agreement: z.strictObject({ krippendorff: statistic }).optional(),
    sayDo: z.array(rest.sayDo).optional(),
    plan: z.union([rest.plan, z.null()]).optional(),
    path: z.union([path, z.null()]).optional(),
    actions: z.array(action).optional(),
    directed: z
      .array(
        z.strictObject({
          question: fullId,
          mirror: fullId,
          partner: id,
          own: maybe,
          others: maybe,
          gap: maybe,
        }),
      )
      .optional(),
    trend: z.array(rest.trend).optional(),
    whatIf: z.record(fullId, z.union([z.string(), number, z.boolean()])).optional(),
    /** Only beside `whatIf`, which everything else then follows: what people answered comes to. */
    asAnswered: z
      .strictObject({ score, level: verdict.shape.level, path: z.union([path, z.null()]) })
      .optional(),
    profiles: z
      .array(
        z.strictObject({ partner: id, respondent: id, profile: z.record(z.string(), z.unknown()) }),
      )
      .optional(),
    notes: z.array(z.strictObject({ question: fullId, partner: id, note: z.string() })).optional(),
    notApplicable: z
      .array(z.strictObject({ question: fullId, partner: id, reason: z.string() }))
      .optional(),
    /** Missing where nothing is shown (`hidden`, scope `all`). */
    warnings: z.array(sentence).optional(),
  })
})

export type Result = z.infer<ReturnType<typeof resultFileSchema>>
export type Score = z.infer<SchemaParts['score']>
export type Statistic = z.infer<SchemaParts['statistic']>
export type Reason = z.infer<SchemaParts['reason']>
export type SayDo = z.infer<SchemaParts['sayDo']>
export type PlanResult = z.infer<SchemaParts['plan']>
export type PathToLevel = z.infer<SchemaParts['path']>
export type Trend = z.infer<SchemaParts['trend']>
export type Action = z.infer<SchemaParts['action']>
export type QuestionResult = NonNullable<Result['questions']>[number]
export type QuestionPartner = z.infer<SchemaParts['questionPartner']>
export type PartnerResult = NonNullable<Result['partners']>[number]
export type DimensionResult = NonNullable<Result['dimensions']>[number]
