import type { ReportedFinding } from '../model/check-run.ts'
import type { Message } from '../words/message.ts'

/**
 * One finding for all entries that fail a check with `together`, at the first of them, with the places of all. What is waived or
 * known stays apart, and so does an entry that is alone: nothing is set aside, or found, for its neighbours.
 */
export function foldFindings<F extends ReportedFinding>(found: readonly F[]): readonly F[] {
  const groups = new Map<string, F[]>()
  for (const finding of found) {
    if (!isFoldable(finding)) continue
    const key = JSON.stringify([finding.file, finding.id])
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(finding)
  }
  const folded = new Map<F, F | null>()
  for (const group of groups.values()) {
    const [first] = group
    if (first === undefined || group.length === 1) continue
    for (const finding of group) folded.set(finding, null)
    folded.set(first, foldGroup(group))
  }
  return found.flatMap((finding) => {
    const one = folded.get(finding)
    return one === null ? [] : [one ?? finding]
  })
}

/** Is it one of those that are reported as one? */
export function isFoldable({ together, waived, baseline }: ReportedFinding): boolean {
  return together !== undefined && waived === null && !baseline
}

function foldGroup<F extends ReportedFinding>(group: readonly F[]): F {
  const inOrder = group.toSorted((a, b) => a.line - b.line || a.column - b.column)
  const [first] = inOrder as [F, ...F[]]
  const names = inOrder.map(({ together }) => together?.entry ?? '')
  const list: Message = {
    say: 'entry-list',
    names: names.slice(0, maxNames),
    more: Math.max(0, names.length - maxNames),
  }
  const parts = (first.together?.around ?? []).flatMap((text, index) =>
    index === 0 ? [text] : [list, text],
  )
  const places = inOrder.map(({ path, line, column, endLine, endColumn, message }) => {
    return { path, line, column, endLine, endColumn, message }
  })
  return { ...first, message: { say: 'check-message', parts }, places }
}

/** Who is named; the rest is counted. */
const maxNames = 5
