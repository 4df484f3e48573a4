import type { Catalogue } from '../say.ts'

/** What a form for KoboToolbox, ODK and other servers says beside the questions. */
export const xlsFormTexts = {
  'about-you': 'About you',
  server:
    'Whoever runs the server on which you fill in this form can read everything that you write in it.',
  partner: 'Which partner do you answer for?',
  'partner-id':
    'For whom do you answer? Write a short name: small letters, digits and single hyphens, such as contoso.',
  'partner-wrong': 'Use small letters, digits and single hyphens, such as contoso.',
  code: 'Your code',
  'code-hint':
    'The code that you were given. If you were given none, make one up and keep it: letters, digits and hyphens, and not your name.',
  'code-wrong': 'Use letters, digits and single hyphens, at most 60, such as K7QX2M.',
  role: 'Your role, such as Sponsor (you may leave it empty)',
  'list-hint': 'Write one item a line.',
  'none-of-these': 'None of these',
  'dont-know': "I don't know",
  'not-applicable': 'Not applicable',
  'not-answered': 'If you leave the question above empty: why?',
  alone: 'This choice cannot be combined with another.',
  why: 'Why does this not apply?',
  note: 'Your note (you may leave it empty)',
  'file-head':
    'Made with the form, for what its server exports as CSV (with XML values and headers): accordant import EXPORT.csv --map THIS-FILE',
} as const satisfies Catalogue
