import type { Reason } from '../model/result.ts'
import { describeReason } from './describe-reason.ts'
import { formatList } from './display-names.ts'
import type { ReportContext } from './report-context.ts'

type WeakestReason = Extract<Reason, { code: 'weakest' }>
type NotScoredReason = Extract<Reason, { code: 'not-scored' }>

/**
 * One sentence for each thing that holds the level down. What several dimensions of a partner have in common is said
 * once, at the place of the first.
 */
export function describeLevelReasons(context: ReportContext): readonly string[] {
  const reasons = context.result.verdict.reasons.filter(({ code }) => code !== 'limit')
  return reasons.flatMap((reason) => {
    if (reason.code !== 'weakest' && reason.code !== 'not-scored')
      return [describeReason(reason, context)]
    const same = reasons.filter((other): other is WeakestReason | NotScoredReason =>
      isAlike(other, reason),
    )
    if (same[0] !== reason) return []
    if (same.length === 1) return [describeReason(reason, context)]
    return [describeGroup(same, context)]
  })
}

function isAlike(other: Reason, reason: WeakestReason | NotScoredReason): boolean {
  return other.code === reason.code && 'partner' in other && other.partner === reason.partner
}

function describeGroup(
  same: readonly (WeakestReason | NotScoredReason)[],
  context: ReportContext,
): string {
  const weak = same.filter((reason) => reason.code === 'weakest')
  if (weak.length > 0) return describeWeakest(weak, context)
  return describeNotScored(
    same.filter((reason) => reason.code === 'not-scored'),
    context,
  )
}

function describeWeakest(same: readonly WeakestReason[], context: ReportContext): string {
  const { names, figures } = context
  const [first] = same
  const where = formatWhere(same, context)
  const found = same.map(
    ({ dimension, value, needs }) =>
      `${names.dimension(dimension)} ${figures.against(value, needs)}`,
  )
  const needs = figures.limit(first?.needs ?? 0)
  return `The next level needs ${needs} in every dimension; ${same.length} are below${where}: ${formatList(found)}`
}

function describeNotScored(same: readonly NotScoredReason[], context: ReportContext): string {
  const { names, figures } = context
  const found = same.map(
    ({ dimension, coverage, needs }) =>
      `${names.dimension(dimension)} ${figures.percentAgainst(coverage, needs)}`,
  )
  const needs = figures.percent(same[0]?.needs ?? 0)
  return `Too little is answered${formatWhere(same, context)} to score ${same.length} dimensions, as ${needs} is needed: ${formatList(found)}`
}

function formatWhere(
  [first]: readonly { readonly partner: string }[],
  { result, names }: ReportContext,
): string {
  const single = (result.partners ?? []).length === 1
  return single || first === undefined ? '' : ` at ${names.partner(first.partner)}`
}
