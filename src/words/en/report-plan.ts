import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** The written plan, by itself and beside what people say. */
export const planSentences = {
  'plan-figures': ({ complete, errors, stage }: PlanFigures) =>
    `The written plan: ${complete}, ${errors === 0 ? 'no errors' : count(errors, 'error')}, at the stage “${stage}”.`,
  'plan-complete': ({ percent }: { percent: string }) => `${percent} complete`,
  'plan-no-check-counts': 'no check counts yet',
  'plan-nothing-asked': 'nothing asked yet',
  'plan-finding-waived': ({ by, until, reason }: { by: string; until: string; reason: string }) =>
    `Set aside by ${by} until ${until}: ${reason}`,

  'partner-score': ({ partner, score }: { partner: string; score: string }) =>
    `${partner} ${score}`,
  'partner-does-not-know': ({
    partner,
    dontKnow,
    people,
  }: {
    partner: string
    dontKnow: number
    people: number
  }) => `${partner} (${dontKnow} of ${people} ${dontKnow === 1 ? "doesn't" : "don't"} know)`,
  overconfident: ({
    partner,
    score,
    others,
  }: {
    partner: string
    score: string
    others: readonly string[]
  }) => `${partner} gives it ${score}, while ${join(others)}.`,
  'plan-reaches': ({ score }: { score: string }) => `the written plan reaches ${score}`,
  'partner-gives': ({ partner, score }: { partner: string; score: string }) =>
    `${partner} gives it ${score}`,
} as const satisfies Catalogue

interface PlanFigures {
  complete: string
  errors: number
  stage: string
}
