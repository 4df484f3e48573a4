import * as z from 'zod'
import { basicSchemas } from './common-schemas.ts'
import { once } from './once.ts'
import { planKinds } from './vocabulary.ts'

const { day, duration, id, stage, text } = basicSchemas

/**
 * The sections of a partnership's written plan, all of them optional: the checks say what is missing at which stage. Schemas
 * take time to build, so none is built before a plan is read.
 */
function buildSectionSchemas() {
  /** A map that needs none of its keys, and an entry that needs its id. */
  const map = <T extends z.core.$ZodLooseShape>(shape: T) => z.strictObject(shape).partial()
  const entry = <T extends z.core.$ZodLooseShape>(shape: T) =>
    z.strictObject({ id, ...map(shape).shape })
  const texts = z.array(text)
  const people = z.array(id)
  const percent = z.number().min(0).max(100)
  const oneToFive = z.int().min(1).max(5)
  const count = z.int().min(0)

  const partner = entry({
    name: text,
    sponsor: id,
    manager: id,
    checked: day,
    brings: texts,
    needs: texts,
    objectives: texts,
    interests: texts,
    investment: map({ amount: z.number(), currency: text, period: z.union([text, z.number()]) }),
  })

  return map({
    name: text,
    stage,
    version: text,
    date: day,
    legalStatus: z.enum(['binding', 'non-binding', 'mixed']),
    kind: z.enum(planKinds),
    partners: z.array(partner),
    people: z.array(entry({ name: text, partner: id, role: text, authority: text, deputy: id })),
    purpose: map({
      need: text,
      vision: text,
      why: text,
      values: texts,
      concerns: texts,
      stop: texts,
    }),
    objectives: z.array(
      map({
        id,
        goal: text,
        metric: text,
        baseline: z.union([z.number(), text]),
        target: z.union([z.number(), text]),
        due: day,
        owner: id,
        kind: z.enum(['joint', 'own']),
        partner: id,
      }),
    ),
    served: z.array(map({ name: text, gain: text, voice: text, contact: id })),
    scope: map({
      included: texts,
      excluded: texts,
      exclusivity: text,
      assumptions: z.array(map({ text: text, review: day })),
    }),
    dependencies: z.array(map({ name: text, what: text, owner: id })),
    roles: z.array(
      map({
        activity: text,
        accountable: z.union([id, people]),
        responsible: people,
        consulted: people,
        informed: people,
      }),
    ),
    decisions: z.array(
      map({
        topic: text,
        decider: id,
        rule: z.enum(['consensus', 'majority', 'single']),
        days: count,
        deadlock: text,
      }),
    ),
    governance: z.array(map({ id, members: people, chair: id, every: duration, quorum: count })),
    teams: z.array(map({ name: text, purpose: text, members: people, until: day })),
    resources: z.array(
      map({
        what: text,
        partner: id,
        amount: z.union([z.number(), text]),
        period: z.union([text, z.number()]),
      }),
    ),
    benefits: z.array(map({ what: text, shares: z.record(id, percent) })),
    costs: map({ overrun: text, liability: text }),
    communication: map({
      meetings: z.array(
        map({ name: text, every: duration, owner: id, attendees: people, record: text }),
      ),
      channels: z.array(map({ name: text, for: text })),
      reporting: map({ every: duration, owner: id }),
      feedback: text,
      briefing: text,
      external: map({ spokespeople: people, rule: text, brand: text }),
    }),
    glossary: z.array(map({ term: text, meaning: text })),
    escalation: z.array(map({ level: count, who: people, days: count })),
    mediator: text,
    risks: z.array(
      map({
        id,
        risk: text,
        cause: text,
        likelihood: oneToFive,
        impact: oneToFive,
        owner: id,
        response: text,
        trigger: text,
        contingency: text,
        reviewed: day,
      }),
    ),
    information: map({
      confidentiality: text,
      data: text,
      personal: text,
      ip: map({ background: text, foreground: text, afterExit: text }),
      openness: text,
    }),
    conduct: map({ conflicts: text, bribery: text, competition: text, safeguarding: text }),
    law: text,
    change: map({ process: text, owner: id }),
    milestones: z.array(map({ name: text, due: day, owner: id })),
    indicators: z.array(
      map({
        name: text,
        objective: id,
        kind: z.enum(['leading', 'lagging']),
        source: text,
        owner: id,
      }),
    ),
    reviews: map({ every: duration, last: day, next: day, healthCheck: day }),
    term: map({ start: day, end: day, renewal: day }),
    exit: map({
      triggers: texts,
      noticeDays: count,
      cureDays: count,
      owner: id,
      transition: text,
      survives: texts,
      data: text,
    }),
    capability: z.array(
      map({
        what: text,
        who: people,
        due: day,
        kind: z.enum(['training', 'practice', 'coaching']),
      }),
    ),
    commitments: z.array(
      map({
        what: text,
        owner: id,
        start: day,
        due: day,
        status: z.enum(['open', 'done', 'dropped']),
        since: day,
      }),
    ),
    lessons: z.array(map({ date: day, text: text })),
    signatures: z.array(map({ partner: id, who: id, date: day })),
  }).shape
}

export const planFileSchema = once(() =>
  z.strictObject({ accordant: z.literal('plan/1'), ...buildSectionSchemas() }),
)

export type Plan = z.infer<ReturnType<typeof planFileSchema>>
