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

const maxMirrorRows = 3
const minMirrorGap = 10

/**
 * Where a partner, or that one alone, sees itself otherwise than it is seen, the widest first. Only where two are at the table: of more, nobody was asked
 * about one partner alone.
 */
export function buildMirrorSummary(context: ShownContext, of: string | null = null): MirrorSummary {
  const { names, figures, result } = context
  const rows = result.directed
    .flatMap(({ gap, own, others: seen, ...row }) => {
      const others = nameOthers(row.partner, context)
      return others === null ||
        (of !== null && row.partner !== of) ||
        gap === null ||
        own === null ||
        seen === null ||
        Math.abs(gap) < minMirrorGap
        ? []
        : [{ ...row, gap, own, others, seen }]
    })
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
    .slice(0, maxMirrorRows)
    .map(({ question, partner, own, others, seen }) => ({
      question,
      ask: names.ask(question),
      sentence: {
        say: 'mirror',
        partner: names.partner(partner),
        own: figures.score(own),
        others,
        seen: figures.score(seen),
      } as const,
    }))
  return { subjects: listSubjects(context, of), rows }
}

function listSubjects(context: ShownContext, of: string | null): readonly ReportSentence[] {
  const { names, figures, result } = context
  return result.subjects.flatMap(({ partner, own, others: seen, pairs }) => {
    const others = nameOthers(partner, context)
    return others === null || own === null || seen === null || (of !== null && partner !== of)
      ? []
      : [
          {
            say: 'subject',
            partner: names.partner(partner),
            own: figures.score(own),
            others,
            seen: figures.score(seen),
            pairs,
          } as const,
        ]
  })
}

/** The one other partner at the table, whether or not it has answered; null where there are several, so that answers about them are about all. */
export function nameOthers(partner: string, { result, names }: ShownContext): string | null {
  const all = [...result.partners.map(({ id }) => id), ...result.missing]
  const [only, ...more] = all.filter((id) => id !== partner)
  return only === undefined || more.length > 0 ? null : names.partner(only)
}
