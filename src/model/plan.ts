import * as z from 'zod'
import { basicSchemas } from './common-schemas.ts'
import { once } from './once.ts'

const { day, duration, id, stage, text } = basicSchemas

/** The partnership's written plan. Every section is optional here; the checks say what is missing at which stage. */

/** Every section. Schemas cost time to build, so none is built before a plan is met. */
function buildSectionSchemas() {
  const texts = z.array(text)
  const people = z.array(id)
  const percent = z.number().min(0).max(100)
  const oneToFive = z.int().min(1).max(5)
  const count = z.int().min(0)

  const partner = z.strictObject({
    id,
    name: text.optional(),
    sponsor: id.optional(),
    manager: id.optional(),
    brings: texts.optional(),
    needs: texts.optional(),
    objectives: texts.optional(),
    interests: texts.optional(),
    investment: z
      .strictObject({
        amount: z.number().optional(),
        currency: text.optional(),
        period: z.union([text, z.number()]).optional(),
      })
      .optional(),
  })

  return {
    name: text.optional(),
    stage: stage.optional(),
    version: text.optional(),
    date: day.optional(),
    legalStatus: z.enum(['binding', 'non-binding', 'mixed']).optional(),
    partners: z.array(partner).optional(),
    people: z
      .array(
        z.strictObject({
          id,
          name: text.optional(),
          partner: id.optional(),
          role: text.optional(),
          deputy: id.optional(),
        }),
      )
      .optional(),
    purpose: z
      .strictObject({
        need: text.optional(),
        vision: text.optional(),
        why: text.optional(),
        values: texts.optional(),
        concerns: texts.optional(),
      })
      .optional(),
    objectives: z
      .array(
        z.strictObject({
          id: id.optional(),
          goal: text.optional(),
          metric: text.optional(),
          baseline: z.union([z.number(), text]).optional(),
          target: z.union([z.number(), text]).optional(),
          due: day.optional(),
          owner: id.optional(),
          kind: z.enum(['joint', 'own']).optional(),
          partner: id.optional(),
        }),
      )
      .optional(),
    scope: z
      .strictObject({
        included: texts.optional(),
        excluded: texts.optional(),
        exclusivity: text.optional(),
        assumptions: z
          .array(z.strictObject({ text: text.optional(), review: day.optional() }))
          .optional(),
      })
      .optional(),
    roles: z
      .array(
        z.strictObject({
          activity: text.optional(),
          accountable: z.union([id, people]).optional(),
          responsible: people.optional(),
          consulted: people.optional(),
          informed: people.optional(),
        }),
      )
      .optional(),
    decisions: z
      .array(
        z.strictObject({
          topic: text.optional(),
          decider: id.optional(),
          rule: z.enum(['consensus', 'majority', 'single']).optional(),
          days: count.optional(),
          deadlock: text.optional(),
        }),
      )
      .optional(),
    governance: z
      .array(
        z.strictObject({
          id: id.optional(),
          members: people.optional(),
          chair: id.optional(),
          every: duration.optional(),
          quorum: count.optional(),
        }),
      )
      .optional(),
    teams: z
      .array(
        z.strictObject({
          name: text.optional(),
          purpose: text.optional(),
          members: people.optional(),
          until: day.optional(),
        }),
      )
      .optional(),
    resources: z
      .array(
        z.strictObject({
          what: text.optional(),
          partner: id.optional(),
          amount: z.union([z.number(), text]).optional(),
          period: z.union([text, z.number()]).optional(),
        }),
      )
      .optional(),
    benefits: z
      .array(z.strictObject({ what: text.optional(), shares: z.record(id, percent).optional() }))
      .optional(),
    communication: z
      .strictObject({
        meetings: z
          .array(
            z.strictObject({
              name: text.optional(),
              every: duration.optional(),
              owner: id.optional(),
              attendees: people.optional(),
              record: text.optional(),
            }),
          )
          .optional(),
        channels: z
          .array(z.strictObject({ name: text.optional(), for: text.optional() }))
          .optional(),
        reporting: z.strictObject({ every: duration.optional(), owner: id.optional() }).optional(),
        feedback: text.optional(),
        external: z
          .strictObject({ spokespeople: people.optional(), rule: text.optional() })
          .optional(),
      })
      .optional(),
    escalation: z
      .array(
        z.strictObject({
          level: count.optional(),
          who: people.optional(),
          days: count.optional(),
        }),
      )
      .optional(),
    risks: z
      .array(
        z.strictObject({
          id: id.optional(),
          risk: text.optional(),
          cause: text.optional(),
          likelihood: oneToFive.optional(),
          impact: oneToFive.optional(),
          owner: id.optional(),
          response: text.optional(),
          trigger: text.optional(),
          contingency: text.optional(),
          reviewed: day.optional(),
        }),
      )
      .optional(),
    information: z
      .strictObject({
        confidentiality: text.optional(),
        data: text.optional(),
        ip: z
          .strictObject({
            background: text.optional(),
            foreground: text.optional(),
            afterExit: text.optional(),
          })
          .optional(),
        openness: text.optional(),
      })
      .optional(),
    change: z.strictObject({ process: text.optional(), owner: id.optional() }).optional(),
    milestones: z
      .array(z.strictObject({ name: text.optional(), due: day.optional(), owner: id.optional() }))
      .optional(),
    indicators: z
      .array(
        z.strictObject({
          name: text.optional(),
          objective: id.optional(),
          kind: z.enum(['leading', 'lagging']).optional(),
          source: text.optional(),
          owner: id.optional(),
        }),
      )
      .optional(),
    reviews: z
      .strictObject({
        every: duration.optional(),
        last: day.optional(),
        next: day.optional(),
        healthCheck: day.optional(),
      })
      .optional(),
    term: z
      .strictObject({ start: day.optional(), end: day.optional(), renewal: day.optional() })
      .optional(),
    exit: z
      .strictObject({
        triggers: texts.optional(),
        noticeDays: count.optional(),
        cureDays: count.optional(),
        owner: id.optional(),
        transition: text.optional(),
        survives: texts.optional(),
      })
      .optional(),
    capability: z
      .array(
        z.strictObject({
          what: text.optional(),
          who: people.optional(),
          due: day.optional(),
          kind: z.enum(['training', 'practice', 'coaching']).optional(),
        }),
      )
      .optional(),
    commitments: z
      .array(
        z.strictObject({
          what: text.optional(),
          owner: id.optional(),
          due: day.optional(),
          status: z.enum(['open', 'done', 'dropped']).optional(),
          since: day.optional(),
        }),
      )
      .optional(),
    lessons: z.array(z.strictObject({ date: day.optional(), text: text.optional() })).optional(),
    signatures: z
      .array(z.strictObject({ partner: id.optional(), who: id.optional(), date: day.optional() }))
      .optional(),
  }
}

export const planFileSchema = once(() =>
  z.strictObject({ accordant: z.literal('plan/1'), ...buildSectionSchemas() }),
)

export type Plan = z.infer<ReturnType<typeof planFileSchema>>
