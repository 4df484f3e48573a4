import type { Reason } from '../model/result.ts'
import { listed } from './names.ts'
import { reasonSentence } from './reason-sentence.ts'
import type { Telling } from './telling.ts'

type Weakest = Extract<Reason, { code: 'weakest' }>

/**
 * One sentence for each thing that holds the level down. What several dimensions of a partner have in common is said
 * once, at the place of the first.
 */
export function heldBySentences(telling: Telling): readonly string[] {
  const reasons = telling.result.verdict.reasons.filter(({ code }) => code !== 'limit')
  const weak = reasons.filter((reason): reason is Weakest => reason.code === 'weakest')
  return reasons.flatMap((reason) => {
    if (reason.code !== 'weakest') return [reasonSentence(reason, telling)]
    const same = weak.filter(({ partner }) => partner === reason.partner)
    if (same[0] !== reason) return []
    return [same.length === 1 ? reasonSentence(reason, telling) : weakSentence(same, telling)]
  })
}

function weakSentence(same: readonly Weakest[], { result, names, figures }: Telling): string {
  const single = (result.partners ?? []).length === 1
  const [first] = same
  const where = single || first === undefined ? '' : ` at ${names.partner(first.partner)}`
  const found = same.map(
    ({ dimension, value, needs }) =>
      `${names.dimension(dimension)} ${figures.against(value, needs)}`,
  )
  const needs = figures.limit(first?.needs ?? 0)
  return `The next level needs ${needs} in every dimension; ${same.length} are below${where}: ${listed(found)}`
}
