import type { Reason } from '../model/result.ts'
import { listed } from './names.ts'
import { reasonSentence } from './reason-sentence.ts'
import type { Telling } from './telling.ts'

type Weakest = Extract<Reason, { code: 'weakest' }>
type NotScored = Extract<Reason, { code: 'not-scored' }>

/**
 * One sentence for each thing that holds the level down. What several dimensions of a partner have in common is said
 * once, at the place of the first.
 */
export function heldBySentences(telling: Telling): readonly string[] {
  const reasons = telling.result.verdict.reasons.filter(({ code }) => code !== 'limit')
  return reasons.flatMap((reason) => {
    if (reason.code !== 'weakest' && reason.code !== 'not-scored')
      return [reasonSentence(reason, telling)]
    const same = reasons.filter((other): other is Weakest | NotScored => isAlike(other, reason))
    if (same[0] !== reason) return []
    if (same.length === 1) return [reasonSentence(reason, telling)]
    return [groupSentence(same, telling)]
  })
}

function isAlike(other: Reason, reason: Weakest | NotScored): boolean {
  return other.code === reason.code && 'partner' in other && other.partner === reason.partner
}

function groupSentence(same: readonly (Weakest | NotScored)[], telling: Telling): string {
  const weak = same.filter((reason) => reason.code === 'weakest')
  if (weak.length > 0) return weakSentence(weak, telling)
  return notScoredSentence(
    same.filter((reason) => reason.code === 'not-scored'),
    telling,
  )
}

function weakSentence(same: readonly Weakest[], telling: Telling): string {
  const { names, figures } = telling
  const [first] = same
  const where = whereOf(same, telling)
  const found = same.map(
    ({ dimension, value, needs }) =>
      `${names.dimension(dimension)} ${figures.against(value, needs)}`,
  )
  const needs = figures.limit(first?.needs ?? 0)
  return `The next level needs ${needs} in every dimension; ${same.length} are below${where}: ${listed(found)}`
}

function notScoredSentence(same: readonly NotScored[], telling: Telling): string {
  const { names, figures } = telling
  const found = same.map(
    ({ dimension, coverage, needs }) =>
      `${names.dimension(dimension)} ${figures.percentAgainst(coverage, needs)}`,
  )
  const needs = figures.percent(same[0]?.needs ?? 0)
  return `Too little is answered${whereOf(same, telling)} to score ${same.length} dimensions, as ${needs} is needed: ${listed(found)}`
}

function whereOf(
  [first]: readonly { readonly partner: string }[],
  { result, names }: Telling,
): string {
  const single = (result.partners ?? []).length === 1
  return single || first === undefined ? '' : ` at ${names.partner(first.partner)}`
}
