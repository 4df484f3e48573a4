import type { Catalogue } from '../say.ts'
import { count } from './grammar.ts'

/** How the figures came about and from what. */
export const methodSentences = {
  'method-unscored':
    'Answers are shown as they were given. Nothing is scored, so there is no level.',
  'method-question': ({ worst, best }: { worst: string; best: string }) =>
    `An answer counts from ${worst}, at the worst end of its scale, to ${best}, at the best, in equal steps. Figures are rounded to be shown, and differences are worked out before that, so they can be a point off.`,
  'method-means':
    "A partner's score is the average of its people who answered. It is how that partner sees things, never a mark for it. The partnership's score is the plain average of the partners, however many people answered for each.",
  'method-means-alone':
    'A score is the average of the people who answered. It is how they see things, never a mark.',
  'method-counts': ({ withUnfinished }: { withUnfinished: boolean }) =>
    withUnfinished
      ? 'Unfinished responses count here too; empty and excluded ones do not.'
      : 'A response counts when it is finished, or has an entry for every scored question it is asked, and is neither empty nor excluded.',
  'method-open': ({ coverage }: { coverage: string }) =>
    `“Don't know” and skipped questions are unanswered, never zero. Where less than ${coverage} of a dimension is answered, by weight, it has no score; what does not apply is left out.`,
  /** Alone: nobody but one side is asked. */
  'method-level': ({ hasMusts, isAlone }: { hasMusts: boolean; isAlone: boolean }) =>
    `The level is the highest one whose score is reached, and whose floor is reached in every dimension${
      isAlone ? '' : ', as every partner sees it'
    }${
      hasMusts
        ? `, unless an essential question keeps it lower: one that half of ${isAlone ? 'the people' : 'a partner’s people'} or more answered below its minimum, or that nobody ${isAlone ? '' : 'there '}answered.`
        : '.'
    } Scale steps and cut-offs are conventions of this tool.`,
  'method-plan':
    'The written plan is measured by itself: how much of what is asked at its stage it contains. That figure is never mixed with the answers, and what a waiver sets aside still counts.',
  'method-source': ({ title, version, run, day }: MethodSource) =>
    `People answered “${title}”, version ${version}${run === 'quick' ? ', in its short form' : ''}.${day === null ? '' : ` Date: ${day}.`}`,
  'method-claim': 'These are readiness signals for a conversation, not a prediction.',

  'provenance-questionnaire': 'Questionnaire',
  'provenance-questionnaire-version': ({
    title,
    id,
    version,
    run,
  }: {
    title: string
    id: string
    version: string
    run: string
  }) => `${title} (${id}), version ${version}, ${run} run`,
  'provenance-hash': 'Hash',
  'provenance-weights': 'Weights',
  'provenance-responses': 'Responses',
  'provenance-people': ({ people }: { people: number }) => count(people, 'person', 'people'),
  'provenance-date': 'Date',
} as const satisfies Catalogue

interface MethodSource {
  title: string
  version: string
  run: string
  /** Null where the figures hang on none. */
  day: string | null
}
