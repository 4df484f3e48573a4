import type { ReportSentence } from '../words/message.ts'
import type { ShownContext } from './report-context.ts'

/** How each partner sees itself, and how it is seen. */
interface MirrorSummary {
  /** Of each partner that three pairs of questions or more tell of. */
  readonly subjects: readonly ReportSentence[]
  readonly rows: readonly MirrorRow[]
}

/** A question that a partner answered about itself, and the others about it. */
interface MirrorRow {
  readonly question: string
  readonly ask: string
  /** `Contoso rates itself 83; Northwind rates it 33`. */
  readonly sentence: ReportSentence
}

const maxMirrorRows = 5
const minMirrorGap = 10

/**
 * Where a partner sees itself otherwise than it is seen, the widest first. Only where two are at the table: of more, nobody was asked
 * about one partner alone.
 */
export function buildMirrorSummary(context: ShownContext): MirrorSummary {
  const { names, figures, result } = context
  const isPair = result.partners.length === 2 && result.missing.length === 0
  const rows = (isPair ? result.directed : [])
    .flatMap(({ gap, own, others, ...row }) =>
      gap === null || own === null || others === null || Math.abs(gap) < minMirrorGap
        ? []
        : [{ ...row, gap, own, others }],
    )
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
    .slice(0, maxMirrorRows)
    .map(({ question, partner, own, others }) => ({
      question,
      ask: names.ask(question),
      sentence: {
        say: 'mirror',
        partner: names.partner(partner),
        own: figures.score(own),
        others: nameOthers(partner, context),
        seen: figures.score(others),
      } as const,
    }))
  return { subjects: listSubjects(context), rows }
}

function listSubjects(context: ShownContext): readonly ReportSentence[] {
  const { names, figures, result } = context
  return result.subjects.flatMap(({ partner, own, others, pairs }) =>
    own === null || others === null
      ? []
      : [
          {
            say: 'subject',
            partner: names.partner(partner),
            own: figures.score(own),
            others: nameOthers(partner, context),
            seen: figures.score(others),
            pairs,
          } as const,
        ],
  )
}

/** The one other partner; null where there are several. */
export function nameOthers(partner: string, { result, names }: ShownContext): string | null {
  const [only, ...more] = result.partners.filter(({ id }) => id !== partner)
  return only === undefined || more.length > 0 ? null : names.partner(only.id)
}
