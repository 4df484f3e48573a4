import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** The written plan, by itself and beside what people say. */
export const planSentences = {
  'plan-figures': ({ complete, errors, stage }: PlanFigures) =>
    `The written plan: ${complete}, ${errors === 0 ? 'no errors' : count(errors, 'error')}, at the stage “${stage}”.`,
  'plan-complete': ({ percent }: { percent: string }) => `${percent} complete`,
  'plan-no-check-counts': 'no check counts yet',
  'plan-too-little-read': ({ percent }: { percent: string | null }) =>
    `no score, as accordant ${percent === null ? 'could read nothing in it' : `could read only ${percent} of it`}`,
  'plan-unread': ({ topics, titles }: { topics: number; titles: readonly string[] }) =>
    `accordant could not judge ${count(topics, 'check')}, because it did not understand what the plan says about ${topics === 1 ? 'it' : 'them'}: ${titles.join('; ')}${
      topics > titles.length ? `; and ${topics - titles.length} more` : ''
    }. “accordant check” names the places, for a person to read.`,
  'plan-nothing-asked': 'nothing asked yet',
  'plan-finding-waived': ({ by, until, reason }: { by: string; until: string; reason: string }) =>
    `Set aside by ${by} until ${until}: ${reason}`,

  'partner-score': ({ partner, score, answered, of }: PartnerScore) =>
    `${partner} ${score}${answered < of ? ` (${answered} of ${count(of, 'person', 'people')} answered)` : ''}`,
  'partner-does-not-know': ({
    partner,
    dontKnow,
    people,
  }: {
    partner: string
    dontKnow: number
    people: number
  }) => `${partner} (${dontKnow} of ${people} ${dontKnow === 1 ? "doesn't" : "don't"} know)`,
  'plan-agrees':
    'No partner rates a question high where the checks found nothing about it in the plan, and none rates low, or does not know, what the plan contains.',
  'plan-differs': ({ claimed, notLived, isPartial }: PlanDifferences) => {
    const inCases = (cases: number) => `in ${isPartial ? 'at least ' : ''}${count(cases, 'case')}`
    return `Plan and answers differ: ${join([
      ...(claimed === 0
        ? []
        : [`${inCases(claimed)} a partner rates high what the checks did not find in the plan`]),
      ...(notLived === 0
        ? []
        : [`${inCases(notLived)} a partner rates low, or does not know, what the plan contains`]),
    ])}.`
  },
  overconfident: ({
    partner,
    score,
    others,
  }: {
    partner: string
    score: string
    others: readonly string[]
  }) => `${partner} gives it ${score}, while ${join(others)}.`,
  'plan-reaches': ({ score }: { score: string }) => `the written plan is ${score} % complete there`,
  'partner-gives': ({ partner, score }: { partner: string; score: string }) =>
    `${partner} gives it ${score}`,
} as const satisfies Catalogue

interface PlanFigures {
  complete: string
  errors: number
  stage: string
}

interface PartnerScore {
  partner: string
  score: string
  answered: number
  of: number
}

interface PlanDifferences {
  claimed: number
  notLived: number
  /** May there be more that is not shown? */
  isPartial: boolean
}
