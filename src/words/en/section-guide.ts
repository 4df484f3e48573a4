import type { Catalogue } from '../say.ts'

/**
 * The sections of a report after its first page, in their usual order, by the names that `accordant.yaml` may list: the title of each, and what
 * docs/house-style.md says about it.
 */
export const sectionGuide = {
  changes: { title: 'What has changed', about: 'what has changed since earlier points in time' },
  signs: {
    title: 'Signs to watch',
    about: 'signs to watch: interest that fades, a side that feels it does more, what is overdue',
  },
  gaps: {
    title: 'Where the partners see it differently',
    about: 'where the partners differ, and an agenda for talking about it',
  },
  mirrors: { title: 'How the partners see each other', about: 'how the partners see each other' },
  'say-and-do': {
    title: 'What is said and what is written',
    about: 'what people say and what the plan says',
  },
  plan: { title: 'The plan in writing', about: 'the plan’s own score, and what the checks find' },
  path: {
    title: 'The way to the next level',
    about:
      'the steps that lead to the next level with the least effort, and what the unanswered questions decide',
  },
  'next-steps': { title: 'Next steps', about: 'the steps of the five days' },
  strengths: { title: 'What already works', about: 'what already works' },
  open: { title: 'Still open', about: 'what is still unanswered' },
  'not-applicable': {
    title: 'Set aside as not applicable',
    about: 'the questions that do not apply, with the reasons that people gave',
  },
  notes: { title: 'Notes', about: 'the notes that people wrote' },
  'further-steps': { title: 'Further steps', about: 'the steps that can wait' },
  answers: { title: 'Every answer', about: 'every answer; the other sections link to it' },
  agreement: { title: 'How far the answers agree', about: 'how far the answers agree' },
  method: { title: 'Method and provenance', about: 'how the figures are worked out' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly about: string }>>

/** Titles, and the sentences of sections that need few. */
export const sectionSentences = {
  'section-title': ({ section }: { section: keyof typeof sectionGuide }) =>
    sectionGuide[section].title,
  'remark-of-partner': ({ partner, words }: { partner: string; words: string }) =>
    `${partner}: “${words}”`,
} as const satisfies Catalogue
