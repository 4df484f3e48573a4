import type { Catalogue } from '../say.ts'
import { count } from './grammar.ts'

/** Columns and joints of the document, and of the page around it. */
export const documentSentences = {
  'first-limits': 'Limits missed',
  'first-warnings': 'To bear in mind',
  'first-audiences': 'What people thought beforehand',
  'first-days': 'What the days came to',
  'first-dimensions': 'The dimensions',
  'first-dimensions-by-partner': 'The dimensions as each partner sees them',
  'partner-column': ({ partner, people }: { partner: string; people: number }) =>
    `As ${partner} sees it (${count(people, 'person', 'people')})`,
  'first-held-rest': ({ rest }: { rest: number }) =>
    `${count(rest, 'more reason', 'more reasons')}`,
  'first-steps': 'Do these first',
  'first-decision': 'To decide at this meeting',

  'column-dimension': 'Dimension',
  'column-score': 'Score',
  'column-complete': 'Complete',
  'column-partner': 'Partner',
  'column-question': 'Question',

  hypothetical: 'These figures are hypothetical.',
  'hypothesis-answered': 'As answered',
  'hypothesis-assumed': 'What if',
  'hypothesis-caption': 'What is, and what would be',

  'bounds-lead': 'How much the unanswered questions could change the scores:',
  'bounds-answered': 'Answered',
  'bounds-range': 'From … to',
  'bounds-caption': 'What the unanswered questions leave possible',

  'gap-size': ({ gap }: { gap: string }) => `${gap} points apart`,
  'gap-side': ({ partner, score, chosen }: GapSide) =>
    `${partner}: ${score}${chosen === null ? '' : ` (${chosen})`}`,
  chosen: ({ words, people, of, asked }: Chosen) => {
    if (of > 1) return `${people} of ${of} answered “${words}”`
    return asked > 1 ? `the only one who answered chose “${words}”` : `answered “${words}”`
  },
  'gap-mark': ({ partner, score }: { partner: string; score: string }) => `${partner} ${score}`,
  'gaps-between': 'Between partners',
  'gaps-inside': 'Inside one partner',
  'gaps-seen': 'How each partner is seen',

  'say-do-claimed': 'Rated high, not found in the plan',
  'say-do-claimed-about':
    'Those who answered rate it high, but the checks did not find it in the plan.',
  'say-do-not-lived': 'In the plan, rated low or not known',
  'say-do-not-lived-about':
    'The checks found it in the plan, but people rate it low or do not know.',
  'say-do-overconfident':
    'Rated high by one partner, but lower by another or not borne out by the plan',
  'checks-passed': ({ titles, rest }: NamedChecks) =>
    `Checks that pass: ${listNamed(titles, rest)}`,
  'checks-failed': ({ titles, rest }: NamedChecks) =>
    `Checks that find nothing: ${listNamed(titles, rest)}`,
  'say-do-rest': ({ rest }: { rest: number }) =>
    `And ${count(rest, 'more question', 'more questions')}.`,

  'plan-no-findings': 'The checks found no problems.',
  'plan-more-findings': ({ rest }: { rest: number }) =>
    `And ${rest} more; “accordant check” lists them all.`,
  'risks-title': 'Risks listed in the plan',
  'risks-number': 'No.',
  'risks-risk': 'Risk',
  'risks-likelihood': 'Likelihood',
  'risks-impact': 'Impact',
  'risks-owner': 'Owner',
  'risks-unplaced': 'Without a likelihood or an impact:',

  'levels-level': 'Level',
  'levels-score': 'Score from',
  'levels-weakest': 'Every dimension from',

  'commitments-title': 'Commitments',
  'commitments-what': 'What',
  'commitments-owner': 'Owner',
  'commitments-start': 'Start',
  'commitments-due': 'Due',
  'commitments-status': 'Status',
  'commitments-since': 'Since',

  'commentary-mark': 'Comment, added by whoever prepared this report:',
  'word-page': ({ page, pages }: { page: string; pages: string }) => `Page ${page} of ${pages}`,
  'page-skip': 'Skip to the report',
  'page-contents': 'Contents',
  'page-footer': 'Written by accordant',
} as const satisfies Catalogue

interface NamedChecks {
  titles: readonly string[]
  rest: number
}

function listNamed(titles: readonly string[], rest: number): string {
  return `${titles.join('; ')}${rest === 0 ? '' : `; and ${rest} more`}`
}

interface Chosen {
  words: string
  /** Who chose it, of how many who answered, of how many who were asked. */
  people: number
  of: number
  asked: number
}

interface GapSide {
  partner: string
  score: string
  /** The answer that most of its people chose; null where it may not be told. */
  chosen: string | null
}
