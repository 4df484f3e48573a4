import type { Question } from '../../model/questionnaire.ts'
import {
  type DimensionPart,
  getEntryOrigin,
  type PartOrigin,
  type SourcedFinding,
} from '../sourced-finding.ts'
import { type AdviceInput, createAdvice } from './advice-input.ts'

/** A weight that drowns the others: one question over half of its dimension, one dimension over half of the score. */
export function checkWeights({ questionnaire, parts }: AdviceInput): readonly SourcedFinding[] {
  const scored = questionnaire.dimensions.filter(({ questions }) =>
    questions.some(isScoredQuestion),
  )
  const whole = scored.map((dimension) => ({
    name: `The dimension "${dimension.id}"`,
    weight: dimension.weight,
    origin: parts[questionnaire.dimensions.indexOf(dimension)]?.origin,
  }))
  return [
    ...checkDrowningWeights(whole, 'the score'),
    ...questionnaire.dimensions.flatMap(({ id, questions, checks }, index) => {
      const part = parts[index]
      return part === undefined
        ? []
        : [
            ...checkDrowningWeights(
              listWeightedParts(part, 'questions', questions, isScoredQuestion),
              `"${id}"`,
            ),
            ...checkDrowningWeights(
              listWeightedParts(part, 'checks', checks, isAlwaysCounted),
              `the plan's score for "${id}"`,
            ),
          ]
    }),
  ]
}

interface WeightedPart {
  readonly name: string
  readonly weight: number
  readonly origin: PartOrigin | undefined
}

function isScoredQuestion({ scored }: Question): boolean {
  return scored
}

function isAlwaysCounted(): boolean {
  return true
}

function listWeightedParts<T extends { readonly id: string; readonly weight: number }>(
  part: DimensionPart,
  section: 'questions' | 'checks',
  entries: readonly T[],
  isCounted: (entry: T) => boolean,
): readonly WeightedPart[] {
  return entries.flatMap((entry, index) =>
    isCounted(entry)
      ? [
          {
            name: `"${entry.id}"`,
            weight: entry.weight,
            origin: getEntryOrigin(part, section, index),
          },
        ]
      : [],
  )
}

function checkDrowningWeights(
  entries: readonly WeightedPart[],
  what: string,
): readonly SourcedFinding[] {
  if (entries.length < 2) return []
  const total = entries.reduce((sum, { weight }) => sum + weight, 0)
  return entries.flatMap(({ name, weight, origin }) => {
    const share = weight / total
    if (share <= 0.5 + 1e-9 || origin === undefined) return []
    return [
      createAdvice(origin, ['weight'], {
        id: 'weight.drowns',
        message: `${name} is ${Math.round(share * 100)} % of ${what}: the others hardly count`,
        fix: `Give it at most the weight of all others together, ${Number((total - weight).toPrecision(6))}`,
      }),
    ]
  })
}
