import { formatMeanAgainst } from '../model/figures.ts'
import type { Reason } from '../model/result.ts'
import type { ReportSentence } from '../words/message.ts'
import type { ReportContext } from './report-context.ts'

/** One sentence for a condition of the next level that is not met, or for a limit that is missed. */
export function describeReason(reason: Reason, context: ReportContext): ReportSentence {
  const { names, figures } = context
  switch (reason.code) {
    case 'score':
      return {
        say: 'score-below-level',
        score: figures.against(reason.value, reason.needs),
        needs: figures.limit(reason.needs),
      }
    case 'weakest':
      return {
        say: 'dimension-below-level',
        dimension: names.dimension(reason.dimension),
        partner: findPartnerName(reason.partner, context),
        score: figures.against(reason.value, reason.needs),
        needs: figures.limit(reason.needs),
      }
    case 'must':
      return {
        say: 'must-broken',
        ask: names.ask(reason.question),
        partner: findPartnerName(reason.partner, context),
        why: describeMustValue(reason, names),
      }
    case 'not-scored':
      return {
        say: 'dimension-not-scored',
        dimension: names.dimension(reason.dimension),
        partner: findPartnerName(reason.partner, context),
        coverage: figures.percentAgainst(reason.coverage, reason.needs),
        needs: figures.percent(reason.needs),
      }
    case 'limit':
      return reason.option === 'noWorseThan'
        ? describeNoWorseLimit(reason, context)
        : describeLimit(reason, context)
    default:
      return reason satisfies never
  }
}

/** Null where there is one partner, who need not be named. */
export function findPartnerName(partner: string, { result, names }: ReportContext): string | null {
  return result.partners?.length === 1 ? null : names.partner(partner)
}

type LimitReason = Extract<Reason, { code: 'limit' }>

function describeLimit(
  { option, dimension, value, needs }: LimitReason,
  { names, figures }: ReportContext,
): ReportSentence {
  if (option === 'minLevel') {
    const level = typeof value === 'string' ? names.level(value) : null
    return { say: 'level-limit-missed', level, limit: names.level(String(needs)) }
  }
  const limit = figures.limit(Number(needs))
  const score = typeof value === 'number' ? figures.against(value, Number(needs)) : null
  if (dimension !== undefined) {
    return {
      say: 'dimension-limit-missed',
      dimension: names.dimension(dimension),
      score: score ?? { say: 'not-scored' },
      limit,
    }
  }
  return score === null
    ? { say: 'no-score-for-limit', limit }
    : { say: 'score-limit-missed', score, limit }
}

function describeNoWorseLimit(
  { value, needs }: LimitReason,
  { names, figures }: ReportContext,
): ReportSentence {
  if (typeof needs === 'number') {
    const score = typeof value === 'number' ? figures.against(value, needs) : null
    return { say: 'score-worse', score, before: figures.limit(needs) }
  }
  if (names.findLevel(needs) === null) return { say: 'worse-hidden' }
  const level = typeof value === 'string' ? names.level(value) : null
  return { say: 'level-worse', level, before: names.level(needs) }
}

function describeMustValue(
  { question, value, needs }: Extract<Reason, { code: 'must' }>,
  names: ReportContext['names'],
): ReportSentence {
  if (value === null) return { say: 'must-unanswered' }
  if (names.question(question)?.form.type === 'yes-no') return { say: 'must-not-yes' }
  return { say: 'must-mean', mean: formatMeanAgainst(value, needs), least: needs }
}
