import { ownFile, type SourcedFinding } from '../sourced-finding.ts'
import {
  type AdviceInput,
  type AdvisedQuestion,
  createAdvice,
  listAdvisedQuestions,
  listAnchors,
} from './advice-input.ts'

/** The best anchor stands out: it has 1.6 times the words of a usual other one, and five words more than the longest of them. */
export function checkAnchorLength(question: AdvisedQuestion): readonly SourcedFinding[] {
  const lengths = measureAnchors(question)
  if (lengths === null || lengths.others.length < 2) return []
  const { value, best, others } = lengths
  if (best < 1.6 * getMedian(others) || best < Math.max(...others) + 5) return []
  return [
    createAdvice(question.origin, ['anchors', value], {
      id: adviceId,
      message: { say: 'anchor-length', words: best, longest: Math.max(...others) },
      fix: { say: 'anchor-length-fix' },
    }),
  ]
}

/** The best anchor is the longest most of the time, so that people need not read to find it. Few questions show nothing. */
export function checkAnchorLengths(advised: AdviceInput): readonly SourcedFinding[] {
  const measured = listAdvisedQuestions(advised)
    .filter(({ origin }) => advised.isOwn(origin, ['anchors']))
    .flatMap((question) => measureAnchors(question) ?? [])
  const longest = measured.filter(({ best, others }) => best > Math.max(...others)).length
  if (measured.length < 8 || longest * 2 <= measured.length) return []
  return [
    createAdvice(ownFile, ['dimensions'], {
      id: adviceId,
      at: 'key',
      message: { say: 'anchor-lengths', longest, count: measured.length },
      fix: { say: 'anchor-lengths-fix', most: Math.floor(measured.length / 2) },
    }),
  ]
}

const adviceId = 'question.anchor-length'

interface Lengths {
  /** The value of the best anchor. */
  readonly value: string
  /** Its words, and those of each other. */
  readonly best: number
  readonly others: readonly number[]
}

/** Null where no anchor is the best one, or only both ends have words. */
function measureAnchors({ file, question }: AdvisedQuestion): Lengths | null {
  if (question.dimension === null) return null
  const anchors = listAnchors(file)
  const best = question.reverse ? anchors[0] : anchors.at(-1)
  if (best === undefined || anchors.length < 3) return null
  const others = anchors.filter((one) => one !== best).map(([, text]) => countWords(text))
  return { value: best[0], best: countWords(best[1]), others }
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /\w/.test(word)).length
}

function getMedian(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const [lower = 0, upper = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (lower + upper) / 2
}
