import type { Catalogue } from '../say.ts'

/**
 * The sections of a report after its first page, in their usual order, by the names that `accordant.yaml` may list: the title of each, and what
 * docs/house-style.md says about it.
 */
export const sectionGuide = {
  changes: { title: 'What has changed', about: 'what has changed since earlier points in time' },
  signs: {
    title: 'Signs to watch',
    about:
      'signs to watch: what is lower than last time, who rates itself above the other, what is overdue',
  },
  gaps: {
    title: 'Where the partners see it differently',
    about: 'where the partners differ, and an agenda for talking about it',
  },
  divided: {
    title: 'Where people of one partner differ',
    about: 'where the people of one partner are far apart, with how many gave which answer',
  },
  mirrors: { title: 'How the partners see each other', about: 'how the partners see each other' },
  'say-and-do': {
    title: 'What people say and what the plan says',
    about: 'what people say and what the plan says',
  },
  plan: {
    title: 'The plan in writing',
    about: 'how complete the plan is, and what the checks find',
  },
  'next-steps': { title: 'Next steps', about: 'the steps of the five days' },
  strengths: {
    title: 'What people rate high',
    about: 'what every partner rates 75 or more',
  },
  open: {
    title: 'Unanswered questions',
    about: 'what is unanswered, and how much it could change the score and the level',
  },
  'not-applicable': {
    title: 'Marked as not applicable',
    about: 'the questions that do not apply, with the reasons that people gave',
  },
  notes: {
    title: 'Notes',
    about:
      'the notes that people wrote; before them every problem that people knew of, if the first page has no room for all',
  },
  'further-steps': { title: 'Further steps', about: 'the steps that can wait' },
  answers: {
    title: 'Every question',
    about: 'every question with how many gave which answer; the other sections link to it',
  },
  method: { title: 'How this was made', about: 'how the figures are worked out' },
  path: {
    title: 'The way to the next level',
    about: 'only where it is listed: the steps that lead to the next level with the least effort',
  },
  agreement: {
    title: 'How closely people agree',
    about: 'only where it is listed: statistics of agreement',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly about: string }>>

/** Titles, and the sentences of sections that need few. */
export const sectionSentences = {
  'section-title': ({ section }: { section: keyof typeof sectionGuide }) =>
    sectionGuide[section].title,
  'remark-of-partner': ({ partner, words }: { partner: string; words: string }) =>
    `${partner}: “${words}”`,
} as const satisfies Catalogue
