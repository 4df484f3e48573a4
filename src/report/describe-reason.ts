import type { Reason } from '../model/result.ts'
import { formatMeanAgainst } from './figures.ts'
import type { ReportContext } from './report-context.ts'

/** One sentence for a condition of the next level that is not met, or for a limit that is missed. */
export function describeReason(reason: Reason, { names, figures, result }: ReportContext): string {
  const single = (result.partners ?? []).length === 1
  const at = (partner: string) => (single ? '' : ` at ${names.partner(partner)}`)
  switch (reason.code) {
    case 'score':
      return `The score is ${figures.against(reason.value, reason.needs)}; the next level needs ${figures.limit(reason.needs)}`
    case 'weakest':
      return `${names.dimension(reason.dimension)}${at(reason.partner)} stands at ${figures.against(reason.value, reason.needs)}; the next level needs ${figures.limit(reason.needs)} in every dimension`
    case 'must':
      return `A must is not met${at(reason.partner)}: “${names.ask(reason.question)}” (${describeMustValue(reason, names)})`
    case 'not-scored':
      return `${names.dimension(reason.dimension)}${at(reason.partner)} is not scored: ${figures.percentAgainst(reason.coverage, reason.needs)} of it is answered; ${figures.percent(reason.needs)} is needed`
    case 'limit':
      return describeLimit(reason, names, figures)
    default:
      return reason satisfies never
  }
}

function describeLimit(
  reason: Extract<Reason, { code: 'limit' }>,
  names: ReportContext['names'],
  figures: ReportContext['figures'],
): string {
  if (reason.option === 'noWorseThan') return describeNoWorseLimit(reason, names, figures)
  if (reason.option === 'minLevel') {
    const found =
      typeof reason.value === 'string'
        ? `The level is “${names.level(reason.value)}”`
        : 'There is no level'
    return `${found}; the limit is “${names.level(String(reason.needs))}”`
  }
  const value = typeof reason.value === 'number' ? reason.value : null
  const needs = Number(reason.needs)
  if (value === null && reason.dimension === undefined)
    return `There is no score; the limit is ${figures.limit(needs)}`
  const what = reason.dimension === undefined ? 'The score' : names.dimension(reason.dimension)
  const found = value === null ? 'is not scored' : `is ${figures.against(value, needs)}`
  return `${what} ${found}; the limit is ${figures.limit(needs)}`
}

function describeNoWorseLimit(
  { value, needs }: Extract<Reason, { code: 'limit' }>,
  names: ReportContext['names'],
  figures: ReportContext['figures'],
): string {
  if (typeof needs === 'number') {
    const found = typeof value === 'number' ? `is ${figures.against(value, needs)}` : 'is missing'
    return `The score ${found}; it was ${figures.limit(needs)} before`
  }
  if (names.findLevel(needs) !== null) {
    const found = typeof value === 'string' ? `is “${names.level(value)}”` : 'is missing'
    return `The level ${found}; it was “${names.level(needs)}” before`
  }
  return 'Whether it is worse than before may not be shown: a group is too small, or too few people changed'
}

function describeMustValue(
  { question, value, needs }: Extract<Reason, { code: 'must' }>,
  names: ReportContext['names'],
): string {
  if (value === null) return 'nobody has answered it'
  if (names.question(question)?.form.type === 'yes-no') return 'not everybody answers yes'
  return `the mean is ${formatMeanAgainst(value, needs)}, the least is ${needs}`
}
