import type { Catalogue } from '../say.ts'

/** Columns and joints of the document, and of the page around it. */
export const documentSentences = {
  'first-limits': 'Limits missed',
  'first-deciding': 'Open questions that decide the level',
  'first-deciding-rest': ({ rest }: { rest: number }) => `And ${rest} more, under “Still open”.`,
  'first-warnings': 'To bear in mind',
  'first-audiences': 'What people thought beforehand',
  'first-days': 'What the days came to',
  'first-dimensions': 'The dimensions',
  'first-dimensions-by-partner': 'The dimensions by partner',
  'first-gap': 'The largest gap',
  'first-gap-apart': ({ high, low, gap, outweighs }: LargestGap) =>
    `${high}. ${low}. They are ${gap} points apart${
      outweighs ? '; others are wider, and weigh less in the score' : ''
    }.`,
  'first-gap-score': ({ partner, about, score }: GapScore) =>
    `${partner} gives ${about ?? 'it'} ${score}`,
  'first-gap-words': ({ partner, about, words, score }: GapScore & { words: string }) =>
    `${partner} says${about === null ? '' : ` of ${about}`} “${words}” (${score})`,
  'first-steps': 'Do these first',

  'column-dimension': 'Dimension',
  'column-score': 'Score',
  'column-complete': 'Complete',
  'column-partner': 'Partner',
  'column-question': 'Question',

  hypothetical: 'These figures are hypothetical.',
  'hypothesis-answered': 'As answered',
  'hypothesis-assumed': 'What if',
  'hypothesis-caption': 'What is, and what would be',

  'bounds-lead': 'How far the open answers could still move the scores:',
  'bounds-answered': 'Answered',
  'bounds-range': 'From … to',
  'bounds-caption': 'What the open answers leave possible',

  'gap-size': ({ gap, about }: { gap: string; about: string | null }) =>
    `${gap} points apart${about === null ? '' : `, each of ${about}`}`,
  'gap-side': ({ partner, words, score }: GapSide) =>
    words === null ? `${partner}: ${score}` : `${partner}: ${words} (${score})`,
  'agenda-title': 'An agenda for it',
  'agenda-minutes': ({ minutes }: { minutes: string }) => `Minutes ${minutes}: `,

  'say-do-claimed': 'Claimed, not written',
  'say-do-claimed-about': 'People say it is in place; the plan does not hold it.',
  'say-do-not-lived': 'Written, not lived',
  'say-do-not-lived-about': 'The plan holds it; people do not see it, or do not know of it.',
  'say-do-overconfident': 'Surer than the evidence',

  'plan-no-findings': 'The checks found no problems.',
  'plan-more-findings': ({ rest }: { rest: number }) =>
    `And ${rest} more; “accordant check” lists them all.`,
  'risks-title': 'The risks it names',
  'risks-number': 'No.',
  'risks-risk': 'Risk',
  'risks-likelihood': 'Likelihood',
  'risks-impact': 'Impact',
  'risks-owner': 'Owner',
  'risks-unplaced': 'Without likelihood or impact, and so without a place:',

  'levels-level': 'Level',
  'levels-score': 'Score from',
  'levels-weakest': 'Every dimension from',

  'commitments-title': 'Commitments',
  'commitments-what': 'What',
  'commitments-owner': 'Owner',
  'commitments-due': 'Due',
  'commitments-status': 'Status',
  'commitments-since': 'Since',

  'page-skip': 'Skip to the report',
  'page-contents': 'Contents',
  'page-footer': 'Written by accordant',
} as const satisfies Catalogue

interface GapScore {
  partner: string
  /** Whom the question is about; null where it is about nobody. */
  about: string | null
  score: string
}

interface GapSide {
  partner: string
  words: string | null
  score: string
}

interface LargestGap {
  high: string
  low: string
  gap: string
  /** Are there wider ones that weigh less? */
  outweighs: boolean
}
