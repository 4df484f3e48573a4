import type { Reason } from '../model/result.ts'
import type { ReportSentence } from '../words/message.ts'
import { isSpreadShown, listPartnerAnswers } from './chosen.ts'
import type { ReportContext, ShownContext } from './report-context.ts'

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

/** Which levels the open answers leave; null where they leave one or none. */
export function describeLevelRange({
  questionnaire,
  result,
  names,
}: ReportContext): ReportSentence | null {
  const { levelLow, levelHigh } = result.verdict
  if (levelLow === null || levelHigh === null || levelLow === levelHigh) return null
  const findRank = (level: string) => questionnaire.levels.findIndex(({ id }) => id === level)
  const isWide = findRank(levelLow) - findRank(levelHigh) > 1
  return {
    say: isWide ? 'any-level-between' : 'either-level',
    low: names.level(levelLow),
    high: names.level(levelHigh),
  }
}

/** One sentence for a condition of the next level that is not met, or for a limit that is missed. */
export function describeReason(reason: Reason, context: ReportContext): ReportSentence {
  const { names, figures } = context
  switch (reason.code) {
    case 'partners':
      return { say: 'too-few-partners', value: reason.value, needs: reason.needs }
    case 'hidden':
      return { say: 'reason-hidden' }
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
        found: describeMust(reason, context),
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
function findPartnerName(partner: string, { result, names }: ReportContext): string | null {
  const isOnly = result.hidden === undefined && result.partners.length === 1
  return isOnly ? null : names.partner(partner)
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
  { names, figures, result }: ReportContext,
): ReportSentence {
  if (typeof needs === 'number') {
    const score = typeof value === 'number' ? figures.score(value) : null
    const before = figures.score(needs)
    return score === before
      ? { say: 'score-slightly-worse', score }
      : { say: 'score-worse', score, before }
  }
  if (names.findLevel(needs) === null) {
    const isQuorum = result.verdict.reasons.some(({ code }) => code === 'partners')
    return { say: isQuorum ? 'worse-unknown' : 'worse-hidden' }
  }
  const level = typeof value === 'string' ? names.level(value) : null
  return { say: 'level-worse', level, before: names.level(needs) }
}

type MustReason = Extract<Reason, { code: 'must' }>

/** Every partner that is below the minimum, since the reason names one of them alone; that one where the answers are not at hand. */
function describeMust(reason: MustReason, context: ReportContext): readonly ReportSentence[] {
  return listBelow(reason, context).map((own) => describeBelow(own, context))
}

/** The names of the partners at which this essential question, which holds the level back, is not met; none where it does not, or may not be told. */
export function listUnmetAt(question: string, context: ReportContext): readonly string[] {
  return context.result.verdict.reasons.flatMap((reason) =>
    reason.code === 'must' && reason.question === question
      ? listBelow(reason, context).map(({ partner }) => context.names.partner(partner))
      : [],
  )
}

function listBelow(reason: MustReason, context: ReportContext): readonly MustReason[] {
  const { result } = context
  const shown = result.hidden === undefined ? { ...context, result } : null
  const all =
    shown === null ? [] : shown.result.partners.flatMap(({ id }) => countBelow(reason, id, shown))
  return all.length === 0 ? [reason] : all
}

/** Null, as an empty list, where the partner meets it, or its figures may not be told. */
function countBelow(
  reason: MustReason,
  partner: string,
  context: ShownContext,
): readonly MustReason[] {
  const row = context.result.questions.find(({ id }) => id === reason.question)
  const own = row?.partners.find(({ id }) => id === partner)
  const { all, values } = listPartnerAnswers(reason.question, partner, context)
  if (own === undefined || own.answered === null || all.length === 0) return []
  if (!isSpreadShown(own.answered, context.minGroup)) return []
  const below = values.filter((value) => value < reason.needs - 1e-9).length
  const isOpen = (own.dontKnow ?? 0) + (own.skipped ?? 0) > 0
  const isBroken = values.length === 0 ? isOpen : below * 2 >= values.length
  return isBroken ? [{ ...reason, partner, below, of: values.length }] : []
}

function describeBelow(
  { question, partner, below, of, needs }: MustReason,
  context: ReportContext,
): ReportSentence {
  const name = findPartnerName(partner, context)
  if (of === 0) return { say: 'must-unanswered', partner: name }
  return context.names.question(question)?.form.type === 'yes-no'
    ? { say: 'must-not-yes', partner: name, below, of }
    : { say: 'must-below', partner: name, below, of, least: needs }
}
