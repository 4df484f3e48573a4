import { nearestWords } from './gaps.ts'
import type { Telling } from './telling.ts'

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

const mostRows = 5
const leastGap = 10

/** Where a partner sees itself otherwise than it is seen, the widest first. */
export function mirrorRows(telling: Telling): readonly MirrorRow[] {
  const { names, figures, result } = telling
  return (result.directed ?? [])
    .flatMap(({ gap, own, others, ...row }) =>
      gap === null || own === null || others === null || Math.abs(gap) < leastGap
        ? []
        : [{ ...row, gap, own, others }],
    )
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
    .slice(0, mostRows)
    .map(({ question, mirror, partner, own, others, gap }) => {
      const name = names.partner(partner)
      const better = gap > 0 ? 'better' : 'worse'
      const seen = othersSay(mirror, partner, telling)
      return {
        question,
        ask: names.ask(question),
        own: `${name} of itself: ${told(saidBy(question, partner, telling), figures.score(own))}`,
        others: `${seen.who} of ${name}: ${told(seen.words, figures.score(others))}`,
        gap: `${name} sees itself ${figures.difference(Math.abs(gap))} points ${better} than it is seen`,
      }
    })
}

function told(words: string | null, score: string): string {
  return words === null ? score : `${words} (${score})`
}

/** The words nearest to a partner's mean answer. */
function saidBy(id: string, partner: string, { names, result }: Telling): string | null {
  const question = names.question(id)
  const answers = (result.questions ?? []).find((candidate) => candidate.id === id)?.partners ?? []
  const mean = answers.find((candidate) => candidate.id === partner)?.mean ?? null
  return question === null || mean === null ? null : nearestWords(question, mean)
}

/** One other partner has words of its own; several have only their mean. */
function othersSay(mirror: string, partner: string, telling: Telling) {
  const others = (telling.result.partners ?? []).filter(({ id }) => id !== partner)
  const [only, ...more] = others
  if (only === undefined || more.length > 0) return { who: 'The others', words: null }
  return { who: telling.names.partner(only.id), words: saidBy(mirror, only.id, telling) }
}
