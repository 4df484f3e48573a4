import { findNearestWords } from './gaps.ts'
import type { ReportContext } from './report-context.ts'

/** A question that a partner answered about itself, and the others about it. */
export interface MirrorRow {
  readonly question: string
  readonly ask: string
  /** What the partner says of itself, and what is said of it: `Northwind of itself: They tell us within a day (90)`. */
  readonly own: string
  readonly others: string
  /** Which way it differs, in a sentence. */
  readonly gap: string
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
      const better = gap > 0 ? 'better' : 'worse'
      const seen = findOthersWords(mirror, partner, context)
      return {
        question,
        ask: names.ask(question),
        own: `${name} of itself: ${formatWordsAndScore(findPartnerWords(question, partner, context), figures.score(own))}`,
        others: `${seen.who} of ${name}: ${formatWordsAndScore(seen.words, figures.score(others))}`,
        gap: `${name} sees itself ${figures.difference(Math.abs(gap))} points ${better} than it is seen`,
      }
    })
}

function formatWordsAndScore(words: string | null, score: string): string {
  return words === null ? score : `${words} (${score})`
}

/** The words nearest to a partner's mean answer. */
function findPartnerWords(
  id: string,
  partner: string,
  { names, result }: ReportContext,
): string | null {
  const question = names.question(id)
  const answers = (result.questions ?? []).find((candidate) => candidate.id === id)?.partners ?? []
  const mean = answers.find((candidate) => candidate.id === partner)?.mean ?? null
  return question === null || mean === null ? null : findNearestWords(question, mean)
}

/** One other partner has words of its own; several have only their mean. */
function findOthersWords(mirror: string, partner: string, context: ReportContext) {
  const others = (context.result.partners ?? []).filter(({ id }) => id !== partner)
  const [only, ...more] = others
  if (only === undefined || more.length > 0) return { who: 'The others', words: null }
  return { who: context.names.partner(only.id), words: findPartnerWords(mirror, only.id, context) }
}
