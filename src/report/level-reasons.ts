import type { Reason } from '../model/result.ts'
import type { ReportSentence } from '../words/message.ts'
import { describeReason, findPartnerName } from './describe-reason.ts'
import type { ReportContext } from './report-context.ts'

type DimensionReason = Extract<Reason, { code: 'weakest' | 'not-scored' }>

/**
 * One sentence for each thing that holds the level down. What several dimensions of a partner have in common is said
 * once, at the place of the first.
 */
export function describeLevelReasons(context: ReportContext): readonly ReportSentence[] {
  const reasons = context.result.verdict.reasons.filter(({ code }) => code !== 'limit')
  return reasons.flatMap((reason) => {
    if (!isOfDimension(reason)) return [describeReason(reason, context)]
    const same = reasons
      .filter(isOfDimension)
      .filter(({ code, partner }) => code === reason.code && partner === reason.partner)
    if (same[0] !== reason) return []
    return [
      same.length === 1 ? describeReason(reason, context) : describeGroup(reason, same, context),
    ]
  })
}

function isOfDimension(reason: Reason): reason is DimensionReason {
  return reason.code === 'weakest' || reason.code === 'not-scored'
}

function describeGroup(
  first: DimensionReason,
  same: readonly DimensionReason[],
  context: ReportContext,
): ReportSentence {
  const { names, figures } = context
  const isWeak = first.code === 'weakest'
  return {
    say: isWeak ? 'dimensions-below-level' : 'dimensions-not-scored',
    partner: findPartnerName(first.partner, context),
    needs: isWeak ? figures.limit(first.needs) : figures.percent(first.needs),
    found: same.map((reason) => ({
      say: 'dimension-figure',
      dimension: names.dimension(reason.dimension),
      figure:
        reason.code === 'weakest'
          ? figures.against(reason.value, reason.needs)
          : figures.percentAgainst(reason.coverage, reason.needs),
    })),
  }
}
