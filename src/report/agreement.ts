import { formatDecimal } from '../model/decimals.ts'
import { hasScore } from '../model/questionnaire.ts'
import type { Statistic } from '../model/result.ts'
import { listScoredDimensions } from './dimensions.ts'
import { formatList, formatQuantity } from './display-names.ts'
import type { ReportContext } from './report-context.ts'

/** How far people agree, and how far the questions of a dimension hang together, each with its statistic. */
export interface Agreement {
  /** Those of whom two people or more answered. */
  readonly partners: readonly string[]
  readonly rows: readonly {
    readonly dimension: string
    /** Within each partner: rwg(j). */
    readonly within: readonly string[]
    /** Cronbach's alpha; null where no dimension has one. */
    readonly alpha: string | null
  }[]
  /** What the statistics say, and why some cannot be given. */
  readonly notes: readonly string[]
}

/** Null where there is nobody to agree with, or where it may not be shown. */
export function buildAgreement(context: ReportContext): Agreement | null {
  const { result, names, respondentCount } = context
  const krippendorff = result.agreement?.krippendorff
  if (krippendorff === undefined || respondentCount < 2) return null
  if (!hasScore(context.questionnaire)) return null
  const partners = result.partners ?? []
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
      ...(within.length === 0
        ? []
        : [
            'Within a partner, rwg(j) is 1 where its people all answer alike and 0 where they answer as if at random; from 0.7 up is commonly called strong.',
          ]),
      ...(within.some((partner) => lacksAgreement(partner, dimensions))
        ? [
            'It is n/a where no two people of the partner answered the same rating, or where their answers lie further apart than chance would put them.',
          ]
        : []),
      describeKrippendorff(krippendorff, respondentCount),
      ...describeAlphas(dimensions.map(({ alpha }) => alpha)),
    ],
  }
}

type AgreementPartner = NonNullable<ReportContext['result']['partners']>[number]

/** Whether a dimension that is shown has no rwg(j) at a partner. */
function lacksAgreement(
  { dimensions }: AgreementPartner,
  shown: readonly { readonly id: string }[],
): boolean {
  return shown.some(({ id }) => (dimensions.find((own) => own.id === id)?.rwgj ?? null) === null)
}

function describeKrippendorff({ value, reason }: Statistic, people: number): string {
  if (value === null) {
    return `Krippendorff's alpha over everybody's answers is not given, ${describeMissingStatistic(reason)}.`
  }
  return `Krippendorff's alpha over the answers of ${formatQuantity(people, 'person', 'people')} is ${formatStatistic(value)}: 1 is full agreement, 0 what chance would give, and below 0 people differ more than by chance.`
}

function describeAlphas(alphas: readonly Statistic[]): readonly string[] {
  const without = alphas.filter(({ value }) => value === null)
  const about = "Cronbach's alpha says how far the questions of a dimension measure one thing"
  if (without.length === 0) return [`${about}.`]
  const why = formatList([
    ...new Set(without.map(({ reason }) => describeMissingStatistic(reason))),
  ])
  const what = without.length === alphas.length ? 'it is not given' : 'where it is missing'
  return [`${about}; ${what}, ${why}.`]
}

function describeMissingStatistic(reason: Statistic['reason']): string {
  switch (reason) {
    case 'too-few':
      return 'because too few people have answered'
    case 'one-item':
      return 'because there is only one question to compare'
    case 'no-variance':
      return 'because everybody answered alike'
    default:
      return 'because there is nothing to compare'
  }
}

function formatStatistic(value: number | null): string {
  return value === null ? 'n/a' : formatDecimal(value, 2).replace('-', '−')
}
