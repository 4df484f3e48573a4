import type { ReportSentence } from '../words/message.ts'
import { describeDivision } from './divided.ts'
import type { GapRow } from './gaps.ts'
import type { ReportContext, ScoredContext, ShownContext } from './report-context.ts'
import type { Strength } from './strengths.ts'

/** What the first page says of the answers: what is rated high, where views differ, what is not known. */
export function buildHighlights(
  context: ScoredContext,
  {
    strengths,
    gaps,
  }: { readonly strengths: readonly Strength[]; readonly gaps: readonly GapRow[] },
): readonly ReportSentence[] {
  const { result } = context
  const shown = result.hidden === undefined ? { ...context, result } : null
  return [
    describeStrengths(strengths, context),
    describeGap(gaps),
    shown === null ? null : describeDivision(shown),
    shown === null ? null : describeUnknown(shown),
  ].filter((sentence) => sentence !== null)
}

const maxStrengths = 2

function describeStrengths(
  strengths: readonly Strength[],
  { result }: ReportContext,
): ReportSentence | null {
  const isSplit = result.hidden === undefined && result.partners.length > 1
  // A question that does not apply at a partner is not rated by every one.
  const unrated = new Set(
    (isSplit ? result.questions : [])
      .filter(({ partners }) => partners.some(({ score }) => score === null))
      .map(({ id }) => id),
  )
  const best = strengths.filter(({ question }) => !unrated.has(question)).slice(0, maxStrengths)
  if (best.length === 0) return null
  return {
    say: 'highlight-strengths',
    byEach: isSplit,
    found: best.map(({ ask, score }) => ({ say: 'highlight-question', ask, score })),
  }
}

function describeGap([first]: readonly GapRow[]): ReportSentence | null {
  if (first === undefined) return null
  const { ask, isPartial, high, low } = first
  return {
    say: 'highlight-gap',
    ask,
    isPartial,
    sides: [...high, ...low].map(({ partner, score }) => ({ say: 'gap-mark', partner, score })),
  }
}

/** The question that the largest share of one partner's people do not know, where that is half of them or more. */
function describeUnknown({ result, names }: ShownContext): ReportSentence | null {
  const [most, ...more] = result.questions
    .flatMap(({ id, partners }) =>
      partners.flatMap((own) => {
        const { dontKnow } = own
        const of = (own.answered ?? 0) + (dontKnow ?? 0) + (own.skipped ?? 0)
        return dontKnow === null || dontKnow === 0 || dontKnow * 2 < of
          ? []
          : [{ question: id, partner: own.id, dontKnow, of, areAll: own.notApplicable === 0 }]
      }),
    )
    .toSorted((a, b) => b.dontKnow / b.of - a.dontKnow / a.of || b.dontKnow - a.dontKnow)
  if (most === undefined) return null
  const { question, partner, dontKnow, of, areAll } = most
  return {
    say: 'highlight-unknown',
    ask: names.ask(question),
    partner: names.partner(partner),
    dontKnow,
    of,
    areAll,
    more: new Set(more.map((own) => own.question).filter((id) => id !== question)).size,
  }
}
