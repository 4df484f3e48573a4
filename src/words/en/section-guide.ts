import type { Catalogue } from '../say.ts'

/**
 * The sections of a report after its first page, in their usual order, by the names that `accordant.yaml` may list: the title of each, what
 * docs/house-style.md says about it, and whether it is for `--full` alone.
 */
export const sectionGuide = {
  gaps: {
    title: 'Where views differ',
    about:
      'where the partners differ, where the people of one partner differ, and how each partner is seen',
    full: false,
  },
  talk: {
    title: 'The talk',
    about: 'an agenda for a meeting, with ground rules and room for each decision',
    full: false,
  },
  'say-and-do': {
    title: 'What people say and what the plan says',
    about: 'where the answers and the written plan differ, and how complete the plan is',
    full: false,
  },
  'next-steps': {
    title: 'Next steps',
    about: 'the first steps, with whose they are and when the result can be seen',
    full: false,
  },
  changes: {
    title: 'Since last time',
    about: 'what has changed since earlier points in time',
    full: false,
  },
  method: { title: 'How this was made', about: 'how the figures are worked out', full: false },
  'heat-map': {
    title: 'All questions at a glance',
    about: 'every question as each partner sees it, with the lowest and the highest answer',
    full: true,
  },
  answers: {
    title: 'Question by question',
    about: 'every question with how many gave which answer, and with the notes that people wrote',
    full: true,
  },
  strengths: {
    title: 'What people rate high',
    about: 'what every partner rates 75 or more',
    full: true,
  },
  open: {
    title: 'Unanswered questions',
    about: 'what is unanswered, and how much it could change the score and the level',
    full: true,
  },
  signs: {
    title: 'Where a partner rates itself higher',
    about: 'what a partner says of itself, and of the other on the same matter',
    full: true,
  },
  plan: {
    title: 'The plan in writing',
    about: 'how complete each part of the plan is, what the checks find, and its risks',
    full: true,
  },
  'further-steps': { title: 'Further steps', about: 'the steps that can wait', full: true },
  path: {
    title: 'The way to the next level',
    about: 'the steps that lead to the next level with the least effort',
    full: true,
  },
  agreement: { title: 'How closely people agree', about: 'statistics of agreement', full: true },
  provenance: {
    title: 'Where the figures come from',
    about: 'the questionnaire, its weights, and how each figure is worked out',
    full: true,
  },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly about: string; readonly full: boolean }>
>

/** Titles, and the sentences of sections that need few. */
export const sectionSentences = {
  'section-title': ({ section }: { section: keyof typeof sectionGuide }) =>
    sectionGuide[section].title,
  'remark-of-partner': ({ partner, words }: { partner: string; words: string }) =>
    `${partner}: “${words}”`,
} as const satisfies Catalogue
