import type { Dimension, Questionnaire } from '../model/questionnaire.ts'
import type { Statistic } from '../model/result.ts'
import { findAnswer, type Person } from './answer-counts.ts'
import { type Counts, computeMoments, computeVariance, countValues } from './counts.ts'
import { sum, tolerance } from './numbers.ts'
import { listScoredQuestions } from './partnership-scores.ts'
import { scoreAnswer } from './question-score.ts'

/** The scores of those who answered every question of a dimension that anybody answered, as counts. */
export interface CompleteScores {
  /** For each of these questions. */
  readonly items: readonly Counts[]
  /** Sums over a person's questions. */
  readonly totals: Counts
}

const minRespondents = 10

/**
 * Cronbach's alpha, one item a question: k / (k − 1) × (1 − Σ item variances / variance of the totals). At most 1, and may
 * be negative. Null, with the reason, for fewer than 10 people, one item, or totals without variance. Source: Cronbach 1951;
 * design section 3, rule 7.
 */
export function computeCronbachAlpha({ items, totals }: CompleteScores): Statistic {
  const moments = computeMoments(totals)
  if (moments === null || moments.n < minRespondents) return { value: null, reason: 'too-few' }
  if (items.length < 2) return { value: null, reason: 'one-item' }
  const variance = computeVariance(moments)
  if (variance === null || moments.max - moments.min <= tolerance) {
    return { value: null, reason: 'no-variance' }
  }
  const within = sum(items.map((item) => computeVariance(computeMoments(item)) ?? 0))
  return { value: (items.length / (items.length - 1)) * (1 - within / variance) }
}

/** Rows of scores, one row a person, one column an item. */
export function countScoreRows(rows: readonly (readonly number[])[]): CompleteScores {
  const items = rows[0]?.length ?? 0
  return {
    items: Array.from({ length: items }, (_, item) =>
      countValues(rows.map((row) => row[item] ?? 0)),
    ),
    totals: countValues(rows.map(sum)),
  }
}

export function countCompleteScores(
  dimension: Dimension,
  people: readonly Person[],
): CompleteScores {
  const questions = listScoredQuestions(dimension)
  const rows = people.map((person) =>
    questions.map((question) => {
      const answer = findAnswer(person, question.id)
      return answer?.state === 'answered' ? scoreAnswer(question, answer.value) : null
    }),
  )
  const used = questions.map((_, item) => rows.some((row) => isNumber(row[item])))
  const complete = rows
    .map((row) => row.filter((_, item) => used[item]))
    .filter((row): row is number[] => row.every(isNumber))
  return countScoreRows(complete)
}

/** Standard deviation (n − 1) of these respondents' mean scores in each dimension, on 0..100. */
export function computeDimensionDeviations(
  { dimensions }: Questionnaire,
  completeFor: (dimension: Dimension) => CompleteScores,
): ReadonlyMap<string, number> {
  return new Map(
    dimensions.flatMap((dimension) => {
      const { items, totals } = completeFor(dimension)
      if (items.length === 0) return []
      const means = [...totals].map(([total, count]) => [total / items.length, count] as const)
      const variance = computeVariance(computeMoments(new Map(means)))
      return variance === null ? [] : [[dimension.id, Math.sqrt(variance) * 100] as const]
    }),
  )
}

function isNumber(score: number | null | undefined): score is number {
  return typeof score === 'number'
}
