import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** What people bring to a meeting and do there: the agenda, the days, what they thought beforehand, how they learn. */
export const meetingSentences = {
  'agenda-lead': ({ minutes }: { minutes: number }) =>
    `${minutes} minutes, all partners at one table. Begin by each saying in one sentence what would make this time well spent. Whoever gave the lower rating speaks first, and the others listen until they have finished.`,
  'agenda-close': ({ minutes }: { minutes: number }) =>
    `The last ${minutes} minutes are for one thing each of you will do by the next meeting, with a name and a date.`,
  'agenda-opening': ({ opening }: { opening: string }) => `To open: “${opening}”`,
  'agenda-open': ({ high, low }: GapPartners) =>
    `${join(low)}, tell us about the last time this came up. ${join(high)}, what do you know that ${join(low)} may not?`,

  'day-title': ({ day, title }: { day: number; title: string }) => `Day ${day}: ${title}`,

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
    `Working with partners is a skill, and ${join(shares)} learned it by trial and error, or nowhere. What people agree on in a room, they do under pressure only if they have practised it. So plan when they practise together, and who sits in and says what to try.`,
  'learning-share': ({ people, of, partner }: { people: number; of: number; partner: string }) =>
    `${people} of ${of} at ${partner}`,
} as const satisfies Catalogue

interface GapPartners {
  high: readonly string[]
  low: readonly string[]
}
