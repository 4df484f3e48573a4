/** Every kind of file; the schemas stand in `kinds.ts`, which costs time to load. */
export const kinds = [
  'questionnaire',
  'dimension',
  'response',
  'plan',
  'config',
  'result',
  'findings',
  'map',
  'baseline',
] as const

export type Kind = (typeof kinds)[number]
