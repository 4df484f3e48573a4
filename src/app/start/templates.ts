/** Questionnaires to begin with, in questionnaires/starters/templates: an empty one, and scoring shapes without wording. */
export const templates = [
  'blank',
  'sum-and-bands',
  'rescaled-cut-offs',
  'factor-means',
  'maturity',
] as const

/** A plan to begin with is a file of keys, or a document that people read. */
export const planFormats = ['yaml', 'markdown'] as const
