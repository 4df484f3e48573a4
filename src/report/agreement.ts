import { formatDecimal } from '../model/decimals.ts'
import { hasScore } from '../model/questionnaire.ts'
import type { PartnerResult, Statistic } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { listScoredDimensions } from './dimensions.ts'
import type { ScoredContext } from './report-context.ts'

/** How far people agree, and how far the questions of a dimension hang together, each with its statistic. */
interface Agreement {
  /** Those of whom two people or more answered. */
  readonly partners: readonly string[]
  readonly rows: readonly {
    readonly dimension: string
    /** Within each partner: rwg(j). */
    readonly within: readonly ReportText[]
    /** Cronbach's alpha; null where no dimension has one. */
    readonly alpha: ReportText | null
  }[]
  /** What the statistics say, and why some cannot be given. */
  readonly notes: readonly ReportSentence[]
}

/** Null where there is nobody to agree with, or where it may not be shown. */
export function buildAgreement(context: ScoredContext): Agreement | null {
  const { result, names, respondentCount } = context
  const { krippendorff } = result.agreement
  if (respondentCount < 2) return null
  if (!hasScore(context.questionnaire)) return null
  const partners = result.hidden === undefined ? result.partners : []
  const dimensions = listScoredDimensions(context)
  const hasAlpha = dimensions.some(({ alpha }) => alpha.value !== null)
  const within = partners.filter(({ dimensions }) => dimensions.some(({ rwgj }) => rwgj !== null))
  return {
    partners: within.map(({ id }) => names.partner(id)),
    rows: dimensions.map((dimension) => ({
      dimension: names.dimension(dimension.id),
      within: within.map((partner) => {
        const own = partner.dimensions.find(({ id }) => id === dimension.id)
        return formatStatistic(own?.rwgj ?? null)
      }),
      alpha: hasAlpha ? formatStatistic(dimension.alpha.value) : null,
    })),
    notes: [
      ...(within.length === 0 ? [] : [{ say: 'agreement-within' } as const]),
      ...(within.some((partner) => lacksAgreement(partner, dimensions))
        ? [{ say: 'agreement-within-missing' } as const]
        : []),
      describeKrippendorff(krippendorff, respondentCount),
      ...describeAlphas(dimensions.map(({ alpha }) => alpha)),
    ],
  }
}

/** Whether a dimension that is shown has no rwg(j) at a partner. */
function lacksAgreement(
  { dimensions }: PartnerResult,
  shown: readonly { readonly id: string }[],
): boolean {
  return shown.some(({ id }) => (dimensions.find((own) => own.id === id)?.rwgj ?? null) === null)
}

function describeKrippendorff({ value, reason }: Statistic, people: number): ReportSentence {
  return value === null
    ? { say: 'krippendorff-missing', why: describeMissingStatistic(reason) }
    : { say: 'krippendorff', people, alpha: formatStatistic(value) }
}

function describeAlphas(alphas: readonly Statistic[]): readonly ReportSentence[] {
  const without = alphas.filter(({ value }) => value === null)
  if (without.length === 0) return [{ say: 'cronbach' }]
  const reasons = new Set(without.map(({ reason }) => reason))
  const why = [...reasons].map(describeMissingAlpha)
  return [{ say: 'cronbach-missing', isAll: without.length === alphas.length, why }]
}

function describeMissingStatistic(reason: Statistic['reason']): ReportSentence {
  return { say: `statistic-${reason ?? 'nothing'}` }
}

/** Only those count who answered every question; their totals can be the same although their answers are not. */
function describeMissingAlpha(reason: Statistic['reason']): ReportSentence {
  return reason === 'too-few' || reason === 'no-variance'
    ? { say: `cronbach-${reason}` }
    : describeMissingStatistic(reason)
}

function formatStatistic(value: number | null): ReportText {
  return value === null ? { say: 'no-figure' } : formatDecimal(value, 2).replace('-', '−')
}
