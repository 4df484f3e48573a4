import type { Dimension, Questionnaire } from '../model/questionnaire.ts'
import type { Statistic } from '../model/result.ts'
import { countOf, momentsOf, varianceOf } from './counts.ts'
import { sum, tolerance } from './numbers.ts'
import { scoreOf } from './question-score.ts'
import { scoredQuestions } from './standing.ts'
import { answerOf, type Person } from './tally.ts'

const leastRespondents = 10

/**
 * Cronbach's alpha of rows of scores, one row a respondent, one column an item: k / (k − 1) × (1 − Σ item variances /
 * variance of the totals). At most 1, and may be negative. Null, with the reason, for fewer than 10 rows, one item, or totals
 * without variance. Source: Cronbach 1951; design section 3, rule 7.
 */
export function cronbachAlpha(rows: readonly (readonly number[])[]): Statistic {
  if (rows.length < leastRespondents) return { value: null, reason: 'too-few' }
  const items = rows[0]?.length ?? 0
  if (items < 2) return { value: null, reason: 'one-item' }
  const totals = momentsOf(countOf(rows.map(sum)))
  const variance = varianceOf(totals)
  if (totals === null || variance === null || totals.most - totals.least <= tolerance) {
    return { value: null, reason: 'no-variance' }
  }
  const columns = Array.from({ length: items }, (_, item) => rows.map((row) => row[item] ?? 0))
  const within = sum(columns.map((column) => varianceOf(momentsOf(countOf(column))) ?? 0))
  return { value: (items / (items - 1)) * (1 - within / variance) }
}

/** Scores of those who answered every scored question of the dimension that anybody answered. */
export function completeRows(
  dimension: Dimension,
  people: readonly Person[],
): readonly (readonly number[])[] {
  const questions = scoredQuestions(dimension)
  const rows = people.map((person) =>
    questions.map((question) => {
      const answer = answerOf(person, question.id)
      return answer?.state === 'answered' ? scoreOf(question, answer.value) : null
    }),
  )
  const used = questions.map((_, item) => rows.some((row) => isNumber(row[item])))
  return rows
    .map((row) => row.filter((_, item) => used[item]))
    .filter((row): row is number[] => row.every(isNumber))
}

/** Standard deviation (n − 1) of these respondents' mean scores in each dimension, on 0..100. */
export function spreadsOf(
  { dimensions }: Questionnaire,
  people: readonly Person[],
): ReadonlyMap<string, number> {
  return new Map(
    dimensions.flatMap((dimension) => {
      const rows = completeRows(dimension, people)
      const means = rows.flatMap((row) => (row.length === 0 ? [] : [sum(row) / row.length]))
      const variance = varianceOf(momentsOf(countOf(means)))
      return variance === null ? [] : [[dimension.id, Math.sqrt(variance) * 100] as const]
    }),
  )
}

function isNumber(score: number | null | undefined): score is number {
  return typeof score === 'number'
}
