import type { Catalogue } from '../say.ts'
import { count } from './grammar.ts'

/** How the figures came about and from what. */
export const methodSentences = {
  'method-unscored':
    'Answers stand here as they were given. Nothing is scored, so there is no level.',
  'method-question': ({ worst, best }: { worst: string; best: string }) =>
    `A question scores from ${worst}, at the worst end of its scale, to ${best}, at the best.`,
  'method-means':
    "A partner's score on a question is the mean over its people who answered, and on a dimension the weighted mean over the questions. The partnership's score on a dimension is the plain mean of the partners, however many people answered for each. The overall score is the weighted mean of the dimensions.",
  'method-open': ({ coverage }: { coverage: string }) =>
    `“Don't know” and skipped questions count as open, never as zero. A partner is scored on a dimension once ${coverage} of its weight is answered; what does not apply is left out. The bounds are the scores with every open answer at its worst and at its best.`,
  'method-level': ({ hasMusts }: { hasMusts: boolean }) =>
    `The level is the highest one whose score is reached, whose floor is reached by every dimension of every partner, and which no broken must rules out.${
      hasMusts
        ? ' A must is a question with a least answer, whatever the score: where a partner stays below it, or nobody of a partner has answered, the level is capped.'
        : ''
    }`,
  'method-plan':
    'The written plan is scored by itself: each check by the share of places that pass it, then as the answers are. The two scores stand side by side and are never mixed; what a waiver sets aside still counts.',
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
  'provenance-people': ({ people, unfinished }: { people: number; unfinished: number }) =>
    `${count(people, 'person', 'people')}${unfinished === 0 ? '' : `, ${unfinished} not finished`}`,
  'provenance-date': 'Date',
} as const satisfies Catalogue
