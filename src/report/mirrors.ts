import type { ReportSentence, ReportText } from '../words/message.ts'
import { findPartnerAnswer } from './gaps.ts'
import type { ReportContext } from './report-context.ts'

/** A question that a partner answered about itself, and the others about it. */
interface MirrorRow {
  readonly question: string
  readonly ask: string
  /** What the partner says of itself, and what is said of it: `Northwind of itself: They tell us within a day (90)`. */
  readonly own: ReportSentence
  readonly others: ReportSentence
  /** Which way it differs, in a sentence. */
  readonly gap: ReportSentence
}

const maxMirrorRows = 5
const minMirrorGap = 10

/** Where a partner sees itself otherwise than it is seen, the widest first. */
export function buildMirrorRows(context: ReportContext): readonly MirrorRow[] {
  const { names, figures, result } = context
  return (result.directed ?? [])
    .flatMap(({ gap, own, others, ...row }) =>
      gap === null || own === null || others === null || Math.abs(gap) < minMirrorGap
        ? []
        : [{ ...row, gap, own, others }],
    )
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
    .slice(0, maxMirrorRows)
    .map(({ question, mirror, partner, own, others, gap }) => {
      const name = names.partner(partner)
      const { words } = findPartnerAnswer(question, partner, context)
      const seen = findOthersWords(mirror, partner, context)
      return {
        question,
        ask: names.ask(question),
        own: {
          say: 'mirror-own',
          partner: name,
          answer: { say: 'mirror-answer', words, score: figures.score(own) },
        },
        others: {
          say: 'mirror-others',
          who: seen.who,
          partner: name,
          answer: { say: 'mirror-answer', words: seen.words, score: figures.score(others) },
        },
        gap: {
          say: gap > 0 ? 'mirror-better' : 'mirror-worse',
          partner: name,
          gap: figures.difference(Math.abs(gap)),
        },
      }
    })
}

/** One other partner has words of its own; several have only their mean. */
function findOthersWords(
  mirror: string,
  partner: string,
  context: ReportContext,
): { readonly who: ReportText; readonly words: ReportText | null } {
  const others = (context.result.partners ?? []).filter(({ id }) => id !== partner)
  const [only, ...more] = others
  if (only === undefined || more.length > 0)
    return { who: { say: 'mirror-everybody-else' }, words: null }
  return {
    who: context.names.partner(only.id),
    words: findPartnerAnswer(mirror, only.id, context).words,
  }
}
