import type { Question } from '../../model/questionnaire.ts'
import { type DimensionPart, entryOrigin, type Origin, type SourcedFinding } from '../sourced.ts'
import { type Advised, advice } from './advised.ts'

/** A weight that drowns the others: one question over half of its dimension, one dimension over half of the score. */
export function weights({ questionnaire, parts }: Advised): readonly SourcedFinding[] {
  const scored = questionnaire.dimensions.filter(({ questions }) => questions.some(counts))
  const whole = scored.map((dimension) => ({
    name: `The dimension "${dimension.id}"`,
    weight: dimension.weight,
    origin: parts[questionnaire.dimensions.indexOf(dimension)]?.origin,
  }))
  return [
    ...drowning(whole, 'the score'),
    ...questionnaire.dimensions.flatMap(({ id, questions, checks }, index) => {
      const part = parts[index]
      return part === undefined
        ? []
        : [
            ...drowning(weighed(part, 'questions', questions, counts), `"${id}"`),
            ...drowning(weighed(part, 'checks', checks, always), `the plan's score for "${id}"`),
          ]
    }),
  ]
}

interface Weighed {
  readonly name: string
  readonly weight: number
  readonly origin: Origin | undefined
}

function counts({ scored }: Question): boolean {
  return scored
}

function always(): boolean {
  return true
}

function weighed<T extends { readonly id: string; readonly weight: number }>(
  part: DimensionPart,
  section: 'questions' | 'checks',
  entries: readonly T[],
  isCounted: (entry: T) => boolean,
): readonly Weighed[] {
  return entries.flatMap((entry, index) =>
    isCounted(entry)
      ? [{ name: `"${entry.id}"`, weight: entry.weight, origin: entryOrigin(part, section, index) }]
      : [],
  )
}

function drowning(entries: readonly Weighed[], what: string): readonly SourcedFinding[] {
  if (entries.length < 2) return []
  const total = entries.reduce((sum, { weight }) => sum + weight, 0)
  return entries.flatMap(({ name, weight, origin }) => {
    const share = weight / total
    if (share <= 0.5 + 1e-9 || origin === undefined) return []
    return [
      advice(origin, ['weight'], {
        id: 'weight.drowns',
        message: `${name} is ${Math.round(share * 100)} % of ${what}: the others hardly count`,
        fix: `Give it at most the weight of all others together, ${Number((total - weight).toPrecision(6))}`,
      }),
    ]
  })
}
