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
    reason: z.enum(['coverage', 'not-applicable', 'not-scored', 'unread']).optional(),
  })
})

const schemaParts = once(() => {
  const number = z.number()
  const maybe = z.union([number, z.null()])
  const score = scoreSchema()
  /** Null where it would show what a few people answered. */
  const people = z.union([z.int(), z.null()])

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
    /** Too few partners have a response that counts. */
    z.strictObject({ code: z.literal('partners'), value: z.int(), needs: z.int() }),
    z.strictObject({ code: z.literal('score'), value: number, needs: number }),
    z.strictObject({
      code: z.literal('weakest'),
      dimension: id,
      partner: id,
      value: number,
      needs: number,
    }),
    /** `below` of `of` people answered under `needs`; `value` is their mean, null where nobody answered. */
    z.strictObject({
      code: z.literal('must'),
      question: fullId,
      partner: id,
      below: z.int(),
      of: z.int(),
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
    /** One or more that would show what a few people answered. */
    z.strictObject({ code: z.literal('hidden') }),
  ])

  /** The score and the level of the same responses without each one whose partner has others. */
  const withoutOne = z.union([
    z.strictObject({
      of: z.int(),
      low: maybe,
      high: maybe,
      levels: z.array(z.strictObject({ level: levelId, count: z.int() })),
    }),
    z.strictObject({
      of: z.null(),
      reason: z.enum(['private', 'not-scored', 'many', 'too-few']),
    }),
  ])

  const verdict = z.strictObject({
    pass: z.boolean(),
    level: levelId,
    levelLow: levelId,
    levelHigh: levelId,
    reasons: z.array(reason),
    /** Essential questions that all who were asked at a partner set aside as not applicable. */
    lifted: z.array(z.strictObject({ question: fullId, partner: id })),
    decidedBy: z.array(fullId),
    withoutOne,
  })

  const questionPartner = z.strictObject({
    id,
    score: maybe,
    mean: maybe,
    sd: maybe,
    rwg: maybe,
    answered: people,
    dontKnow: people,
    notApplicable: people,
    skipped: people,
  })

  const path = z.strictObject({
    to: levelId,
    effort: maybe,
    steps: z.array(z.strictObject({ question: fullId, steps: z.int(), effort: number })).optional(),
    reason: z.enum(['not-scored', 'must-open', 'must-not-raisable', 'out-of-reach']).optional(),
  })

  const step = {
    day: z.enum(actionDays),
    question: fullId,
    do: text,
    done: z.union([text, z.null()]),
    effort: z.enum(efforts),
    takes: text,
    /** Points of the overall score; null where there is none, or where it would show what a few people answered. */
    gain: maybe,
  }
  const action = z.strictObject({
    ...step,
    partners: z.array(id),
    owner: z.union([text, z.null()]),
  })
  const actionWithoutPartners = z.strictObject(step)

  const sayDo = z.strictObject({
    kind: z.enum(['claimed-not-written', 'written-not-lived', 'over-confidence']),
    question: fullId.optional(),
    dimension: id.optional(),
    partner: id,
    /** Those that fail, or all that pass; none where another partner's answers show it. */
    checks: z.array(fullId),
  })

  const place = {
    message: sentence,
    path: z.array(z.union([z.string(), z.int()])),
    line: z.int(),
    column: z.int(),
    endLine: z.int(),
    endColumn: z.int(),
  }

  const planFinding = z.strictObject({
    file: text,
    id: text,
    severity: z.enum(['info', 'warning', 'error']),
    ...place,
    /** Where it stands for several entries: each with its own message, the place above first. */
    places: z.array(z.strictObject(place)).optional(),
    absent: z.literal(true).optional(),
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
    /** Questions with a must that is not met now, and was below its minimum at no partner before. */
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
  const scalar = z.union([number, z.string()])
  const counted = z.array(z.strictObject({ value: scalar, people: z.int() }))
  return {
    verdict,
    score,
    gap,
    statistic,
    reason,
    withoutOne,
    questionPartner,
    path,
    action,
    actionWithoutPartners,
    sayDo,
    plan,
    trend,
    counted,
  }
})
type SchemaParts = ReturnType<typeof schemaParts>

/** What stands at the head of every result. */
function buildHead() {
  return {
    accordant: z.literal('result/2'),
    questionnaire: z.strictObject({
      id,
      version: text,
      hash: text,
      run: z.enum(['full', 'quick']),
    }),
    partnership: id,
  }
}

/** What may be shown whoever answered. */
function buildWhole() {
  const { score, statistic, plan, trend, path, verdict } = schemaParts()
  return {
    verdict,
    score,
    /** Partners that were asked, of whom nobody counts. */
    missing: z.array(id),
    /** `straight`: how many people gave the same number to nearly every rating. */
    quality: z.strictObject({ straight: z.int() }),
    agreement: z.strictObject({ krippendorff: statistic }),
    plan: z.union([plan, z.null()]),
    path: z.union([path, z.null()]),
    today: z.string().optional(),
    trend: z.array(trend).optional(),
    whatIf: z.record(fullId, z.union([z.string(), z.number(), z.boolean()])).optional(),
    /** Only beside `whatIf`, which everything else then follows: what people answered comes to. */
    asAnswered: z
      .strictObject({ score, level: verdict.shape.level, path: z.union([path, z.null()]) })
      .optional(),
    warnings: z.array(sentence),
  }
}

const shownResultSchema = once(() => {
  const { score, gap, statistic, questionPartner, sayDo, action, counted } = schemaParts()
  const maybe = z.union([z.number(), z.null()])
  return z.strictObject({
    ...buildHead(),
    hidden: z.undefined().optional(),
    ...buildWhole(),
    leftOut: z.array(
      z.strictObject({
        partner: id,
        respondent: id,
        file: text,
        reason: z.enum(['excluded', 'empty', 'unfinished']),
        note: z.union([z.string(), z.null()]),
      }),
    ),
    partners: z.array(
      z.strictObject({
        id,
        respondents: z.int(),
        score,
        dimensions: z.array(z.strictObject({ id, score, rwgj: maybe })),
      }),
    ),
    /** Each partner by itself (`own`), as the other one sees it (`others`), and what it says of both (`shared`). */
    subjects: z.array(
      z.strictObject({ partner: id, own: maybe, others: maybe, pairs: z.int(), shared: maybe }),
    ),
    dimensions: z.array(z.strictObject({ id, weight: z.number(), score, gap, alpha: statistic })),
    questions: z.array(
      z.strictObject({ id: fullId, score: maybe, gap, partners: z.array(questionPartner) }),
    ),
    divided: z.array(z.strictObject({ question: fullId, partner: id, counts: counted })),
    sayDo: z.array(sayDo),
    actions: z.array(action),
    directed: z.array(
      z.strictObject({
        question: fullId,
        mirror: fullId,
        partner: id,
        own: maybe,
        others: maybe,
        gap: maybe,
      }),
    ),
    profiles: z.array(z.strictObject({ question: id, partner: id, counts: counted })),
    notes: z.array(z.strictObject({ question: fullId, partner: id, note: z.string() })),
    notApplicable: z.array(z.strictObject({ question: fullId, partner: id, reason: z.string() })),
  })
})

const partnersHiddenResultSchema = once(() => {
  const { score, statistic, actionWithoutPartners, verdict } = schemaParts()
  return z.strictObject({
    ...buildHead(),
    hidden: z.strictObject({ minGroup: z.int(), scope: z.literal('partners') }),
    ...buildWhole(),
    verdict: verdict.omit({ lifted: true }),
    dimensions: z.array(z.strictObject({ id, weight: z.number(), score, alpha: statistic })),
    questions: z.array(z.strictObject({ id: fullId, score: z.union([z.number(), z.null()]) })),
    actions: z.array(actionWithoutPartners),
  })
})

const allHiddenResultSchema = once(() =>
  z.strictObject({
    ...buildHead(),
    hidden: z.strictObject({ minGroup: z.int(), scope: z.literal('all') }),
    verdict: schemaParts().verdict.omit({ lifted: true }),
  }),
)

/** Three shapes, told apart by `hidden`: with every partner's view, without any, and with nothing but that there is no level. */
export const resultFileSchema = once(() =>
  z.union([shownResultSchema(), partnersHiddenResultSchema(), allHiddenResultSchema()]),
)

export type Result = z.infer<ReturnType<typeof resultFileSchema>>
export type ShownResult = z.infer<ReturnType<typeof shownResultSchema>>
export type PartnersHiddenResult = z.infer<ReturnType<typeof partnersHiddenResultSchema>>
export type AllHiddenResult = z.infer<ReturnType<typeof allHiddenResultSchema>>
/** A result with figures. */
export type ScoredResult = ShownResult | PartnersHiddenResult

export type Score = z.infer<SchemaParts['score']>
export type Statistic = z.infer<SchemaParts['statistic']>
export type Reason = z.infer<SchemaParts['reason']>
export type Verdict = ShownResult['verdict']
export type WithoutOne = z.infer<SchemaParts['withoutOne']>
export type SayDo = z.infer<SchemaParts['sayDo']>
export type PlanResult = z.infer<SchemaParts['plan']>
export type PathToLevel = z.infer<SchemaParts['path']>
export type Trend = z.infer<SchemaParts['trend']>
export type Action = z.infer<SchemaParts['action']>
export type QuestionResult = ShownResult['questions'][number]
export type QuestionPartner = z.infer<SchemaParts['questionPartner']>
export type PartnerResult = ShownResult['partners'][number]
export type DimensionResult = ShownResult['dimensions'][number]
