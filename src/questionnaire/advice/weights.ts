import type { Question } from '../../model/questionnaire.ts'
import type { Message } from '../../words/message.ts'
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
    name: { say: 'weighted-dimension', id: dimension.id } as const,
    weight: dimension.weight,
    origin: parts[questionnaire.dimensions.indexOf(dimension)]?.origin,
  }))
  return [
    ...checkDrowningWeights(whole, { say: 'weight-in-score' }),
    ...questionnaire.dimensions.flatMap(({ id, questions, checks }, index) => {
      const part = parts[index]
      return part === undefined
        ? []
        : [
            ...checkDrowningWeights(
              listWeightedParts(part, 'questions', questions, isScoredQuestion),
              { say: 'weighted-part', id },
            ),
            ...checkDrowningWeights(listWeightedParts(part, 'checks', checks, isAlwaysCounted), {
              say: 'weight-in-plan-score',
              id,
            }),
          ]
    }),
  ]
}

interface WeightedPart {
  readonly name: Message
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
            name: { say: 'weighted-part', id: entry.id },
            weight: entry.weight,
            origin: getEntryOrigin(part, section, index),
          },
        ]
      : [],
  )
}

function checkDrowningWeights(
  entries: readonly WeightedPart[],
  what: Message,
): readonly SourcedFinding[] {
  if (entries.length < 2) return []
  const total = entries.reduce((sum, { weight }) => sum + weight, 0)
  return entries.flatMap(({ name, weight, origin }) => {
    const share = weight / total
    if (share <= 0.5 + 1e-9 || origin === undefined) return []
    return [
      createAdvice(origin, ['weight'], {
        id: 'weight.drowns',
        message: { say: 'weight-drowns', part: name, share: Math.round(share * 100), whole: what },
        fix: { say: 'weight-drowns-fix', others: Number((total - weight).toPrecision(6)) },
      }),
    ]
  })
}
