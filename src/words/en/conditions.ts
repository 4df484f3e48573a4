import type { Catalogue } from '../say.ts'

/** A question's condition, after "only when". */
export const conditionPhrases = {
  'condition-cel': ({ text }: { text: string }) => text,
  'condition-answer': ({ question, bounds }: { question: string; bounds: readonly string[] }) =>
    `"${question}" is ${bounds.join(' and ')}`,
  'condition-least': ({ least }: { least: number }) => `at least ${least}`,
  'condition-most': ({ most }: { most: number }) => `at most ${most}`,
  'condition-values': ({ values }: { values: readonly string[] }) => values.join(' or '),
  'condition-not': ({ values }: { values: readonly string[] }) =>
    values.length === 1 ? `not ${values[0]}` : `neither ${values.join(' nor ')}`,
} as const satisfies Catalogue
