import * as z from 'zod'
import { basicSchemas, expects } from './common-schemas.ts'
import {
  buildProfileQuestionSchema,
  buildQuestionSchema,
  mergeFormShapes,
} from './forms/form-schemas.ts'
import { once } from './once.ts'
import { actionDays, efforts, planKinds, practiceTakers, stages } from './vocabulary.ts'

const { duration, fullId, id, positive, severitySetting, text, words } = basicSchemas

/** Questionnaires as they are written in files. `questionnaire/resolve.ts` makes the one value that the rooms work with. */

/** Schemas cost time to build, so none is built before a file of the kind is met. */
const schemaParts = once(() => {
  const scalar = z.union([z.string(), z.number(), z.boolean()])
  const oneOrSeveral = z.union([scalar, z.array(scalar).min(1)])

  const plainCondition = z.strictObject({
    question: fullId,
    least: z.number().optional(),
    most: z.number().optional(),
    is: oneOrSeveral.optional(),
    not: oneOrSeveral.optional(),
  })

  const when = z.union([text, plainCondition])

  const practice = z.strictObject({
    do: text,
    done: text.optional(),
    effort: z.enum(efforts).default('medium'),
    day: z.enum(actionDays).default('substance'),
    takes: duration.optional(),
    by: z.enum(practiceTakers).optional(),
  })

  const mustLeast = z.union([z.number(), z.literal('yes'), z.literal(true)])
  const must = z.union([mustLeast, z.strictObject({ least: mustLeast, cap: text.optional() })])

  const asked = {
    id,
    ask: text,
    why: text.optional(),
    when: when.optional(),
    formerly: z.array(fullId).optional(),
  }

  const guided = {
    ...asked,
    weight: positive.default(1),
    core: z.boolean().default(false),
    about: z.enum(['us', 'them', 'both']).default('both'),
    mirror: fullId.optional(),
    evidence: text.optional(),
    practice: practice.optional(),
    source: text.optional(),
    fills: text.optional(),
  }

  const kit = { z, id, text, expects }
  const reverse = z.boolean().default(false)
  const question = buildQuestionSchema(kit, guided, { reverse, must })
  const profileQuestion = buildProfileQuestionSchema(kit, asked)

  const severity = z.union([severitySetting, z.partialRecord(z.enum(stages), severitySetting)])

  const check = z.strictObject({
    id,
    title: text,
    when: text.optional(),
    for: text.optional(),
    assert: text,
    message: text,
    together: text.optional(),
    severity: severity.default('warning'),
    kinds: z.partialRecord(z.enum(planKinds), severitySetting).optional(),
    protected: z.boolean().default(false),
    weight: positive.default(1),
    topic: z.array(words).min(1).optional(),
    supports: z.array(id).default([]),
    formerly: z.array(fullId).optional(),
    why: text.optional(),
    fix: text.optional(),
    examples: z
      .strictObject({ good: z.unknown().optional(), bad: z.unknown().optional() })
      .optional(),
  })

  /** A dimension that has a sitting of its own, and what comes out of it. */
  const sitting = z.strictObject({ result: id, minutes: positive.optional() })

  const dimensionShape = {
    id,
    title: text,
    weight: positive.default(1),
    why: text.optional(),
    day: sitting.optional(),
    questions: z.array(question).default([]),
    checks: z.array(check).default([]),
  }

  /** A dimension inside a questionnaire's own file. */
  const dimensionInPlace = z.strictObject({
    accordant: z.literal('dimension/1').optional(),
    ...dimensionShape,
  })

  /** Lower bounds, on the range that scores are shown on: 0 to 100 unless `shown` says another. */
  const level = z.strictObject({
    id,
    title: text,
    score: z.number(),
    weakest: z.number().optional(),
    meaning: text.optional(),
  })

  /** The groups that a report addresses, by their answer to one profile question; `least` tests what they believe. */
  const audiences = z.strictObject({
    question: id,
    groups: z
      .array(
        z.strictObject({
          id,
          title: text,
          answers: z.array(id).min(1),
          meaning: text,
          least: z.number().optional(),
          under: text.optional(),
        }),
      )
      .min(1),
  })

  const changes = {
    question: createChangeSchema({ ...guided, ...mergeFormShapes(kit), reverse, must }),
    profileQuestion: createChangeSchema({ ...asked, ...mergeFormShapes(kit) }),
    check: createChangeSchema(check.shape),
    level: createChangeSchema(level.shape),
  }
  const dimensionChange = {
    id,
    title: text.nullable().optional(),
    weight: positive.nullable().optional(),
    why: text.nullable().optional(),
    day: sitting.nullable().optional(),
    questions: z.array(changes.question).optional(),
    checks: z.array(changes.check).optional(),
  }
  return {
    question,
    plainCondition,
    must,
    profileQuestion,
    dimensionShape,
    dimensionInPlace,
    level,
    audiences,
    changes,
    dimensionChange,
  }
})
type SchemaParts = ReturnType<typeof schemaParts>

export const dimensionFileSchema = once(() =>
  z.strictObject({ accordant: z.literal('dimension/1'), ...schemaParts().dimensionShape }),
)

export const questionnaireFileSchema = once(() => {
  const { level, profileQuestion, dimensionInPlace, audiences } = schemaParts()
  return z.strictObject({
    accordant: z.literal('questionnaire/1'),
    id,
    version: text,
    title: text,
    why: text.optional(),
    coverage: z.number().min(0).max(1).default(0.8),
    leastPartners: z.union([z.int().min(1), z.literal('all')]).default(1),
    minutes: z.strictObject({ full: positive.optional(), quick: positive.optional() }).optional(),
    levels: z.array(level).min(2),
    shown: z.strictObject({ from: z.number(), to: z.number() }).optional(),
    words: z.record(z.string(), z.record(z.string(), text)).optional(),
    audiences: audiences.optional(),
    scales: z.record(id, z.array(text).min(2).max(10)).default({}),
    profile: z.array(profileQuestion).default([]),
    dimensions: z.array(z.union([text, dimensionInPlace])).min(1),
  })
})

/** A dimension's own file in a questionnaire that extends another: what it adds and changes, by id. */
export const dimensionChangesSchema = once(() =>
  z.strictObject({ accordant: z.literal('dimension/1'), ...schemaParts().dimensionChange }),
)

/** A questionnaire that extends another: what it adds, changes and drops, by id. */
export const questionnaireChangesSchema = once(() => {
  const { changes, dimensionChange } = schemaParts()
  const top = questionnaireFileSchema().shape
  return z.strictObject({
    accordant: z.literal('questionnaire/1'),
    id,
    version: text,
    extends: text,
    drop: z.array(fullId).optional(),
    ...makeChangeable({
      title: text,
      why: text,
      coverage: top.coverage,
      leastPartners: top.leastPartners,
      minutes: top.minutes,
      shown: top.shown,
      words: top.words,
      audiences: top.audiences,
      scales: top.scales,
    }),
    levels: z.array(changes.level).optional(),
    profile: z.array(changes.profileQuestion).optional(),
    dimensions: z
      .array(
        z.union([
          text,
          z.strictObject({ accordant: z.literal('dimension/1').optional(), ...dimensionChange }),
        ]),
      )
      .optional(),
    questions: z.array(changes.question.extend({ id: fullId })).optional(),
    checks: z.array(changes.check.extend({ id: fullId })).optional(),
  })
})

/** The types of questions that have a key; none for a key that every type has. */
export function listTypesWithKey(key: string): readonly string[] {
  const all = schemaParts().question.options
  const having = all.filter(({ shape }) => Object.hasOwn(shape, key))
  return having.length === all.length ? [] : having.map(({ shape }) => shape.type.value)
}

/** Every key may be left out, which keeps what there was, or be null, which takes it away. */
function makeChangeable(shape: Readonly<Record<string, z.ZodType>>) {
  return Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => [
      key,
      removeDefault(schema).nullable().optional(),
    ]),
  )
}

/** Without its default, which would change what there was. */
function removeDefault(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? removeDefault(schema.unwrap() as z.ZodType)
    : schema
}

/** An entry that is new or changes another one: only its id is required. */
function createChangeSchema(shape: Readonly<Record<string, z.ZodType>>) {
  return z.strictObject({ ...makeChangeable(shape), id })
}

export type QuestionnaireFile = z.infer<ReturnType<typeof questionnaireFileSchema>>
export type DimensionFile = z.infer<ReturnType<typeof dimensionFileSchema>>
export type QuestionFile = DimensionFile['questions'][number]
export type ProfileQuestionFile = QuestionnaireFile['profile'][number]
export type CheckFile = DimensionFile['checks'][number]
export type MustFile = z.infer<SchemaParts['must']>
export type PlainCondition = z.infer<SchemaParts['plainCondition']>

/** An entry of a questionnaire that extends another: new, or what it changes of the entry with its id. */
export type Change = Readonly<Record<string, unknown>> & { readonly id: string }

export interface DimensionChanges {
  readonly id: string
  readonly questions?: readonly Change[]
  readonly checks?: readonly Change[]
  readonly [key: string]: unknown
}

export interface QuestionnaireChanges {
  readonly id: string
  readonly version: string
  readonly extends: string
  readonly drop?: readonly string[]
  readonly levels?: readonly Change[]
  readonly profile?: readonly Change[]
  readonly dimensions?: readonly (string | DimensionChanges)[]
  readonly questions?: readonly Change[]
  readonly checks?: readonly Change[]
  readonly [key: string]: unknown
}
