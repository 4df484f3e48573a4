import { formatDecimal } from '../../model/decimals.ts'
import type { Dimension, Questionnaire } from '../../model/questionnaire.ts'
import type { PartnerResult, Score } from '../../model/result.ts'
import { toOneLine } from '../../model/value.ts'
import { isAllHidden } from '../../model/verdict-states.ts'
import type { ReportSentence, ReportText } from '../../words/message.ts'
import type { ReportContext, ShownContext } from '../report-context.ts'
import { describeView } from '../who-answered.ts'
import type { Explanation } from './explanation.ts'

export function explainDimension(
  dimension: Dimension,
  questionnaire: Questionnaire,
  context: ReportContext | null,
): Explanation {
  const weights = questionnaire.dimensions.reduce((sum, { weight }) => sum + weight, 0)
  const scored = dimension.questions.filter((question) => question.scored)
  return {
    title: { say: 'explained-id', id: dimension.id, title: dimension.title },
    lines: [
      ...(dimension.why === null ? [] : [toOneLine(dimension.why)]),
      {
        say: 'explain-dimension-weight',
        weight: dimension.weight,
        of: formatDecimal(weights, 3),
        scored: scored.length,
      },
    ],
    parts: [
      ...buildIdList({ say: 'explain-questions' }, dimension.questions, ({ ask }) => ask),
      ...buildIdList({ say: 'explain-checks' }, dimension.checks, ({ title }) => title),
      ...buildIdList({ say: 'explain-sources' }, listSources(dimension), ({ source }) => source),
      ...(context === null ? [] : [explainArithmetic(dimension, questionnaire, context)]),
    ],
  }
}

/** The questions that say where their idea comes from. */
function listSources({ questions }: Dimension) {
  return questions.flatMap(({ id, source }) => (source === null ? [] : [{ id, source }]))
}

function buildIdList<T extends { readonly id: string }>(
  title: ReportSentence,
  all: readonly T[],
  text: (one: T) => string,
): readonly Explanation[] {
  if (all.length === 0) return []
  const lines = all.map((one): ReportSentence => {
    const title = toOneLine(text(one))
    return { say: 'explained-part', id: one.id, title }
  })
  return [{ title, lines, parts: [] }]
}

function explainArithmetic(
  dimension: Dimension,
  questionnaire: Questionnaire,
  context: ReportContext,
): Explanation {
  const { result, names, figures } = context
  const own = isAllHidden(result)
    ? undefined
    : result.dimensions.find(({ id }) => id === dimension.id)
  if (own === undefined)
    return { title: { say: 'explain-arithmetic' }, lines: [{ say: 'explain-hidden' }], parts: [] }
  const shown = result.hidden === undefined ? { ...context, result } : null
  const partners = shown?.result.partners ?? []
  const scores = partners.flatMap((partner) => {
    const score = findScore(partner, dimension.id)
    return score?.value === null || score === undefined ? [] : [figures.score(score.value)]
  })
  const isInapplicable = own.score.reason === 'not-applicable'
  return {
    title: { say: 'explain-arithmetic' },
    lines: [
      { say: 'explain-needed-coverage', needs: figures.percent(questionnaire.coverage) },
      {
        say: 'explain-dimension-whole',
        view: own.score.value === null ? null : describeView(context),
        scores: own.score.value === null ? [] : scores,
        score: isInapplicable ? { say: 'explain-nothing-applies' } : figures.score(own.score.value),
        bounds: describeBounds(own.score, context),
      },
    ],
    parts:
      shown === null
        ? []
        : partners.map((partner) => ({
            title: names.partner(partner.id),
            lines: listPartnerLines(partner, dimension, shown),
            parts: [],
          })),
  }
}

/** Each question as weight × score, then the weighted mean. */
function listPartnerLines(
  partner: PartnerResult,
  dimension: Dimension,
  context: ShownContext,
): readonly ReportText[] {
  const { result, figures, questionnaire } = context
  const terms = dimension.questions.flatMap((question) => {
    const own = result.questions
      .find(({ id }) => id === question.id)
      ?.partners.find(({ id }) => id === partner.id)
    return own === undefined || own.score === null
      ? []
      : [{ id: question.id, weight: question.weight, score: own.score }]
  })
  const score = findScore(partner, dimension.id)
  if (score === undefined) return []
  const rows = terms.map(
    ({ id, weight, score: value }) =>
      ({
        say: 'explain-term',
        weight: formatDecimal(weight, 3),
        score: figures.score(value),
        id,
      }) as const,
  )
  const weight = terms.reduce((sum, term) => sum + term.weight, 0)
  const total = terms.reduce((sum, term) => sum + term.weight * figures.shown(term.score), 0)
  const isWhole = dimension.questions.every(
    ({ id, scored }) => !scored || isKnown(id, partner.id, context),
  )
  const quotient =
    terms.length === 0 || !isWhole
      ? []
      : [`${formatDecimal(total)} / ${formatDecimal(weight, 3)} = ${formatDecimal(total / weight)}`]
  const coverage = figures.percentAgainst(score.coverage, questionnaire.coverage)
  if (score.reason === 'not-applicable') return [{ say: 'explain-nothing-applies-here' }]
  const bounds = describeBounds(score, context)
  const isScored = score.value !== null
  return [...rows, ...quotient, { say: 'explain-covered', isScored, coverage, bounds }]
}

/** May the partner's figures on a question be shown? */
function isKnown(question: string, partner: string, { result }: ShownContext): boolean {
  const own = result.questions.find(({ id }) => id === question)
  return own?.partners.find(({ id }) => id === partner)?.answered !== null
}

function findScore(partner: PartnerResult, dimension: string): Score | undefined {
  return partner.dimensions.find(({ id }) => id === dimension)?.score
}

function describeBounds(score: Score, { figures }: ReportContext): ReportSentence | null {
  if (score.low === null || score.high === null) return null
  return { say: 'explain-bounds', low: figures.score(score.low), high: figures.score(score.high) }
}
