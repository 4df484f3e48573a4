import { formatDecimal } from '../../model/decimals.ts'
import type { Dimension, Questionnaire } from '../../model/questionnaire.ts'
import type { PartnerResult, Score } from '../../model/result.ts'
import { formatQuantity } from '../display-names.ts'
import type { ReportContext } from '../report-context.ts'
import type { Explanation } from './explanation.ts'

export function explainDimension(
  dimension: Dimension,
  questionnaire: Questionnaire,
  context: ReportContext | null,
): Explanation {
  const weights = questionnaire.dimensions.reduce((sum, { weight }) => sum + weight, 0)
  const scored = dimension.questions.filter((question) => question.scored)
  return {
    title: `${dimension.id}: ${dimension.title}`,
    lines: [
      ...(dimension.why === null ? [] : [dimension.why.replaceAll(/\s+/g, ' ').trim()]),
      `Counts ${dimension.weight} of ${formatDecimal(weights, 3)} in the whole; ${formatQuantity(scored.length, 'scored question', 'scored questions')}`,
    ],
    parts: [
      ...buildIdList('Questions', dimension.questions, ({ ask }) => ask),
      ...buildIdList('Checks of the plan', dimension.checks, ({ title }) => title),
      ...(context === null ? [] : [explainArithmetic(dimension, questionnaire, context)]),
    ],
  }
}

function buildIdList<T extends { readonly id: string }>(
  title: string,
  all: readonly T[],
  text: (one: T) => string,
): readonly Explanation[] {
  if (all.length === 0) return []
  const lines = all.map((one) => `${one.id}  ${text(one).replaceAll(/\s+/g, ' ').trim()}`)
  return [{ title, lines, parts: [] }]
}

function explainArithmetic(
  dimension: Dimension,
  questionnaire: Questionnaire,
  context: ReportContext,
): Explanation {
  const { result, names, figures } = context
  const own = result.dimensions?.find(({ id }) => id === dimension.id)
  if (own === undefined)
    return {
      title: 'Arithmetic',
      lines: ['It may not be shown: too few people answered.'],
      parts: [],
    }
  const partners = result.partners ?? []
  const needs = figures.percent(questionnaire.coverage)
  const scores = partners.flatMap((partner) => {
    const score = findScore(partner, dimension.id)
    return score?.value === null || score === undefined ? [] : [score.value]
  })
  const mean = scores.map((value) => figures.score(value)).join(' + ')
  const sum = scores.length < 2 || own.score.value === null ? '' : `(${mean}) / ${scores.length} = `
  return {
    title: 'Arithmetic',
    lines: [
      `A partner is scored from ${needs} coverage`,
      `Partnership: ${sum}${own.score.reason === 'not-applicable' ? 'nothing in it applies' : figures.score(own.score.value)}${formatBounds(own.score, context)}`,
    ],
    parts: partners.map((partner) => ({
      title: names.partner(partner.id),
      lines: listPartnerLines(partner, dimension, context),
      parts: [],
    })),
  }
}

/** Each question as weight × score, then the weighted mean. */
function listPartnerLines(
  partner: PartnerResult,
  dimension: Dimension,
  context: ReportContext,
): readonly string[] {
  const { result, figures, questionnaire } = context
  const terms = dimension.questions.flatMap((question) => {
    const own = result.questions
      ?.find(({ id }) => id === question.id)
      ?.partners?.find(({ id }) => id === partner.id)
    return own === undefined || own.score === null
      ? []
      : [{ id: question.id, weight: question.weight, score: own.score }]
  })
  const score = findScore(partner, dimension.id)
  if (score === undefined) return []
  const rows = terms.map(
    ({ id, weight, score: value }) =>
      `${formatDecimal(weight, 3)} × ${figures.score(value)}  ${id}`,
  )
  const weight = terms.reduce((sum, term) => sum + term.weight, 0)
  const total = terms.reduce((sum, term) => sum + term.weight * figures.shown(term.score), 0)
  const quotient =
    terms.length === 0
      ? []
      : [`${formatDecimal(total)} / ${formatDecimal(weight, 3)} = ${formatDecimal(total / weight)}`]
  const coverage = figures.percentAgainst(score.coverage, questionnaire.coverage)
  if (score.reason === 'not-applicable') return ['Nothing in it applies']
  const verdict = score.value === null ? `not scored: coverage ${coverage}` : `coverage ${coverage}`
  return [...rows, ...quotient, `${verdict}${formatBounds(score, context)}`]
}

function findScore(partner: PartnerResult, dimension: string): Score | undefined {
  return partner.dimensions.find(({ id }) => id === dimension)?.score
}

function formatBounds(score: Score, { figures }: ReportContext): string {
  if (score.low === null || score.high === null) return ''
  return `; bounds ${figures.score(score.low)} to ${figures.score(score.high)}`
}
