/** Questionnaires to begin with, in questionnaires/starters/templates: an empty one, and scoring shapes without wording. */
export const templates = [
  'blank',
  'sum-and-bands',
  'rescaled-cut-offs',
  'factor-means',
  'maturity',
] as const
