import type { Catalogue } from '../say.ts'

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
  }) => `${dimension}${partner === null ? '' : `, as ${partner} sees it`}: ${score}; ${reason}`,

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
      ...(skipped > 0 ? [`${skipped} unanswered`] : []),
    ].join(', ')}`,

  'hypothesis-lead':
    'They are not what people answered. They show what would be if everybody, at every partner, answered this, and nothing else changed:',
  'assumed-yes': 'yes',
  'assumed-no': 'no',
  'assumed-none': 'none',
  'assumed-label': ({ value, label }: { value: string; label: string }) => `${value}, “${label}”`,
  'compared-score': 'Score',
  'compared-level': 'Level',
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
