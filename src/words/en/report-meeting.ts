import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** What people bring to a meeting and do there: the agenda, the days, what they expected beforehand, how they learn. */
export const meetingSentences = {
  'talk-lead': ({ topics, minutes }: { topics: number; minutes: number }) =>
    `${count(topics, 'topic')} in ${minutes} minutes. If you can, choose somebody to lead the talk who takes no side.`,
  'talk-before': 'Before',
  'talk-prepare-read': 'Everybody reads the first page at least two days before.',
  'talk-prepare-sides':
    'The people of each partner meet alone first, and choose one thing that they want to understand.',
  'talk-prepare-guide':
    'Nobody reads a note aloud without asking: its words may give away who wrote it.',
  'talk-rules': 'Rules for the talk',
  'talk-rule-turn':
    'The partner that gave the lower rating speaks first. The others let it finish.',
  'talk-rule-facts': 'First what happened and when; only then what it means.',
  'talk-rule-names': 'Nobody asks who gave which answer.',
  'talk-rule-power':
    'If one partner depends more on the others, everybody writes down an answer before anybody speaks.',
  'talk-topics': 'The topics',
  'talk-minutes': ({ minutes }: { minutes: string }) => `Minutes ${minutes}: `,
  'talk-opening': ({ opening }: { opening: string }) => `To open: “${opening}”`,
  'talk-open-gap': ({ high, low }: GapPartners) =>
    `${join(low)}, what have you seen that led to your rating? ${join(high)}, and you?`,
  'talk-open-divided': ({ partners }: { partners: readonly string[] }) =>
    `At ${partners.join(' and at ')}, people see this in different ways. What could lead somebody to one answer, and somebody else to another?`,
  'talk-open-low':
    'What would the next better answer look like for us, and what keeps us from it today?',
  'talk-decided': 'Decided: ……………………………… Who: ………………… By: …………',
  'talk-close': ({ minutes }: { minutes: number }) =>
    `Use the last ${minutes} minutes to read the decisions aloud. Then each person names one thing to do before the next meeting.`,

  'own-title': ({ partner }: { partner: string }) => `For ${partner}`,
  'own-view': 'How you see it',
  'own-partnership': 'Partnership',
  'own-seen': 'How you see yourselves, and how you are seen',
  'own-shared-title': 'What concerns all partners',
  'own-shared': ({ partner, score }: { partner: string; score: string }) =>
    `Questions about all partners, as ${partner} sees them: ${score}`,
  'own-steps': 'Steps you take part in',

  'day-title': ({ day, title }: { day: number; title: string }) => `Day ${day}: ${title}`,

  dependence: ({ ask, views }: { ask: string; views: readonly string[] }) =>
    `“${ask}” ${views.join('; ')}.`,
  'dependence-view': ({ partner, words, value, top, people, of }: DependenceView) =>
    `${partner}: ${words === null ? `${value} of ${top}` : `“${words}”`} (${
      of === 1 ? '1 person' : `${people} of ${of} people`
    })`,
  stake: ({ partners, level }: Stake) =>
    `Much is at stake for ${join(partners)}, and the level is “${level}”.`,
  'problem-known': ({ ask, views }: { ask: string; views: readonly string[] }) =>
    `“${ask}” ${views.join('; ')}.`,
  'problem-view': ({ partner, people, of, quotes, more }: ProblemView) => {
    const texts = [...quotes, ...(more === 0 ? [] : [`${more} more`])]
    const who = of === 1 ? '1 person' : `${people} of ${of} people`
    return `${partner}: ${quotes.length === 0 ? count(more, 'text') : join(texts)} (${who})`
  },
  'problem-words': ({ words }: { words: string }) => `“${words}”`,
  'and-more': ({ rest }: { rest: number }) => `And ${rest} more.`,

  'audience-at-partner': ({
    partner,
    people,
    of,
  }: {
    partner: string
    people: number
    of: number
  }) => `${partner} (${people} of ${count(of, 'person', 'people')})`,
  'audience-untested': 'Too little is answered to test it.',
  'audience-inapplicable': 'No question that would test it applies.',
  'audience-tested': ({
    partner,
    score,
    least,
    meaning,
  }: {
    partner: string
    score: string
    least: string
    meaning: string
  }) =>
    `The overall score of ${partner} is ${score}; this view needs at least ${least}. ${meaning}`,

  'learning-need': ({ shares }: { shares: readonly string[] }) =>
    `Working with partners is a skill. According to ${join(shares)}, their people learned it only by trial and error, or nowhere in particular. What people agree on in a room, they do under pressure only if they have practised it. So plan when they practise together, and who sits in and says what to try.`,
  'learning-share': ({ people, of, partner }: { people: number; of: number; partner: string }) => {
    if (people < of) return `at least ${people} of ${count(of, 'person', 'people')} at ${partner}`
    if (of === 1) return `the one person who answered at ${partner}`
    return of === 2 ? `both people at ${partner}` : `all ${of} people at ${partner}`
  },
} as const satisfies Catalogue

interface GapPartners {
  high: readonly string[]
  low: readonly string[]
}

interface DependenceView {
  partner: string
  /** Null where the answer has none. */
  words: string | null
  value: number
  top: number
  people: number
  of: number
}

interface Stake {
  partners: readonly string[]
  level: string
}

interface ProblemView {
  partner: string
  people: number
  of: number
  quotes: readonly string[]
  /** How many other texts its people wrote. */
  more: number
}
