import type { Catalogue } from '../say.ts'
import { join } from './grammar.ts'

/** Figures, dimensions, gaps, strengths, and what the figures would be if. */
export const scoreSentences = {
  'not-scored': 'not scored',
  'not-applicable': 'n/a',
  'no-figure': 'n/a',
  'no-level': 'No level',
  'score-range': ({ low, high }: { low: string; high: string }) => `${low}–${high}`,
  'answer-yes': 'Yes',
  'answer-no': 'No',
  'time-now': 'now',
  'day-month-year': ({ year, month, day }: CalendarDay) =>
    `${day} ${monthNames[month - 1]} ${year}`,
  'month-day-year': ({ year, month, day }: CalendarDay) =>
    `${monthNames[month - 1]} ${day}, ${year}`,

  'too-little-answered': ({ coverage }: { coverage: string }) =>
    `only ${coverage} of it is answered`,
  'partner-answered-too-little': 'a partner has answered too little of it',
  'nothing-applies': 'nothing in it applies',
  'part-not-scored': 'a part of it is not scored',

  'dimension-unscored': ({
    dimension,
    partner,
    score,
    reason,
  }: {
    dimension: string
    partner: string | null
    score: string
    reason: string
  }) => `${dimension}${partner === null ? '' : ` at ${partner}`}: ${score}; ${reason}`,

  'weakest-link': ({ link, score }: { link: string; score: string }) =>
    `The weakest link is ${link}, with ${score}.`,
  'weakest-links': ({
    links,
    more,
    score,
  }: {
    links: readonly string[]
    /** How many are not named. */
    more: number
    score: string
  }) =>
    `The weakest links are ${join([...links, ...(more > 0 ? [`${more} more`] : [])])}, each with ${score}.`,
  'link-in-chain': ({ dimension, partner }: { dimension: string; partner: string | null }) =>
    `“${dimension}”${partner === null ? '' : ` at ${partner}`}`,

  'about-itself': 'itself',
  'about-the-other': 'the other',
  'about-the-others': 'the others',

  'open-answers': ({
    partner,
    dontKnow,
    skipped,
  }: {
    partner: string
    dontKnow: number
    skipped: number
  }) =>
    `${partner}: ${[
      ...(dontKnow > 0 ? [`${dontKnow} “don't know”`] : []),
      ...(skipped > 0 ? [`${skipped} without an answer`] : []),
    ].join(', ')}`,

  'hypothesis-lead':
    'They are not what people answered. They show what would be if everybody, at every partner, answered this, and nothing else changed:',
  'assumed-yes': 'yes',
  'assumed-no': 'no',
  'assumed-none': 'none',
  'assumed-label': ({ value, label }: { value: string; label: string }) => `${value}, “${label}”`,
  'compared-score': 'Score',
  'compared-level': 'Level',
  'compared-effort': 'Effort to the next level',
  'effort-to-level': ({ effort, level }: { effort: number; level: string }) =>
    `${effort}, to “${level}”`,
  'no-level-above': 'none is above it',
  'no-steps-to-level': 'no steps lead there',
} as const satisfies Catalogue

interface CalendarDay {
  year: string
  month: number
  day: number
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
