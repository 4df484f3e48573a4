import { rounded } from '../../model/decimals.ts'
import type { Dimension, Questionnaire } from '../../model/questionnaire.ts'
import type { PartnerResult, Score } from '../../model/result.ts'
import { counted } from '../names.ts'
import type { Telling } from '../telling.ts'
import type { Explanation } from './explanation.ts'

export function explainDimension(
  dimension: Dimension,
  questionnaire: Questionnaire,
  telling: Telling | null,
): Explanation {
  const weights = questionnaire.dimensions.reduce((sum, { weight }) => sum + weight, 0)
  const scored = dimension.questions.filter((question) => question.scored)
  return {
    title: `${dimension.id}: ${dimension.title}`,
    lines: [
      ...(dimension.why === null ? [] : [dimension.why.replaceAll(/\s+/g, ' ').trim()]),
      `Counts ${dimension.weight} of ${rounded(weights, 3)} in the whole; ${counted(scored.length, 'scored question', 'scored questions')}`,
    ],
    parts: [
      ...idsOf('Questions', dimension.questions, ({ ask }) => ask),
      ...idsOf('Checks of the plan', dimension.checks, ({ title }) => title),
      ...(telling === null ? [] : [arithmetic(dimension, questionnaire, telling)]),
    ],
  }
}

function idsOf<T extends { readonly id: string }>(
  title: string,
  all: readonly T[],
  text: (one: T) => string,
): readonly Explanation[] {
  if (all.length === 0) return []
  const lines = all.map((one) => `${one.id}  ${text(one).replaceAll(/\s+/g, ' ').trim()}`)
  return [{ title, lines, parts: [] }]
}

function arithmetic(
  dimension: Dimension,
  questionnaire: Questionnaire,
  telling: Telling,
): Explanation {
  const { result, names, figures } = telling
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
    const score = scoreOf(partner, dimension.id)
    return score?.value === null || score === undefined ? [] : [score.value]
  })
  const mean = scores.map((value) => figures.score(value)).join(' + ')
  const sum = scores.length < 2 || own.score.value === null ? '' : `(${mean}) / ${scores.length} = `
  return {
    title: 'Arithmetic',
    lines: [
      `A partner is scored from ${needs} coverage`,
      `Partnership: ${sum}${own.score.reason === 'not-applicable' ? 'nothing in it applies' : figures.score(own.score.value)}${bounds(own.score, telling)}`,
    ],
    parts: partners.map((partner) => ({
      title: names.partner(partner.id),
      lines: partnerLines(partner, dimension, telling),
      parts: [],
    })),
  }
}

/** Each question as weight × score, then the weighted mean. */
function partnerLines(
  partner: PartnerResult,
  dimension: Dimension,
  telling: Telling,
): readonly string[] {
  const { result, figures, questionnaire } = telling
  const terms = dimension.questions.flatMap((question) => {
    const own = result.questions
      ?.find(({ id }) => id === question.id)
      ?.partners?.find(({ id }) => id === partner.id)
    return own === undefined || own.score === null
      ? []
      : [{ id: question.id, weight: question.weight, score: own.score }]
  })
  const score = scoreOf(partner, dimension.id)
  if (score === undefined) return []
  const rows = terms.map(
    ({ id, weight, score: value }) => `${rounded(weight, 3)} × ${figures.score(value)}  ${id}`,
  )
  const weight = terms.reduce((sum, term) => sum + term.weight, 0)
  const total = terms.reduce((sum, term) => sum + term.weight * figures.shown(term.score), 0)
  const quotient =
    terms.length === 0
      ? []
      : [`${rounded(total)} / ${rounded(weight, 3)} = ${rounded(total / weight)}`]
  const coverage = figures.percentAgainst(score.coverage, questionnaire.coverage)
  if (score.reason === 'not-applicable') return ['Nothing in it applies']
  const verdict = score.value === null ? `not scored: coverage ${coverage}` : `coverage ${coverage}`
  return [...rows, ...quotient, `${verdict}${bounds(score, telling)}`]
}

function scoreOf(partner: PartnerResult, dimension: string): Score | undefined {
  return partner.dimensions.find(({ id }) => id === dimension)?.score
}

function bounds(score: Score, { figures }: Telling): string {
  if (score.low === null || score.high === null) return ''
  return `; bounds ${figures.score(score.low)} to ${figures.score(score.high)}`
}
