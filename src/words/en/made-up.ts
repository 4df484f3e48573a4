/** Answers of nobody, for a preview. Nobody should take one of them for what somebody said. */
export const madeUpWords = {
  /** By their ids. */
  partners: new Map([
    ['partner-a', 'Partner A'],
    ['partner-b', 'Partner B'],
  ]),
  roles: ['Sponsor', 'Manager', 'Team member'],
  texts: [
    'Made up: what we agreed in spring',
    'Made up: what the two teams need first',
    'Made up: less waiting at the handover',
    'Made up: one joint team with a day a week',
    'Made up: to be told before it is in the papers',
  ],
  note: 'Made up: it was better last year',
  notApplicable: 'Made up: does not arise with us',
} as const
