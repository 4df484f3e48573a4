import { createTopicFinder } from '../../../src/checks/topics.ts'
import type { MarkedDocument } from './marked-document.ts'

/** What the search makes of one check in one document. */
export interface Verdict {
  readonly check: string
  /** Lines pointed to, and those of them that are about the check. */
  readonly lines: readonly number[]
  readonly right: readonly number[]
  /** Does the document settle the point, only deal with it, or neither? */
  readonly state: 'written' | 'about' | 'lacking'
}

export function judgeTopics(
  { prose, about, written }: MarkedDocument,
  topics: ReadonlyMap<string, readonly string[]>,
): readonly Verdict[] {
  const finder = createTopicFinder(prose)
  return [...topics].map(([check, topic]) => {
    const lines = finder.findLines(topic)
    const marked = about.get(check)
    const right = lines.filter((line) => marked?.has(line) === true)
    const state = written.has(check) ? 'written' : marked === undefined ? 'lacking' : 'about'
    return { check, lines, right, state }
  })
}

/** The figures of design section 2, Prose, as shares of 1. */
export function measureTopics(verdicts: readonly Verdict[]) {
  const settled = verdicts.filter(({ state }) => state === 'written')
  const lacking = verdicts.filter(({ state }) => state === 'lacking')
  const silent = verdicts.filter(({ lines }) => lines.length === 0)
  const share = (part: number, whole: number) => part / whole
  return {
    pointedTo: share(settled.filter(({ right }) => right.length > 0).length, settled.length),
    aboutIt: share(
      verdicts.flatMap(({ right }) => right).length,
      verdicts.flatMap(({ lines }) => lines).length,
    ),
    lackingTold: share(lacking.filter(({ lines }) => lines.length === 0).length, lacking.length),
    wronglyMissing: share(silent.filter(({ state }) => state === 'written').length, silent.length),
  }
}
