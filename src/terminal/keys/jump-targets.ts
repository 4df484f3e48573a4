import { type Item, type Section, sections } from '../../interview/progress.ts'
import type { Interview } from '../../interview/state.ts'

/** A line that can be chosen to go to: a section, or one of its questions. */
export type Target =
  | { readonly to: string; readonly section: Section; readonly item: null }
  | { readonly to: string; readonly section: Section; readonly item: Item }

/** Every section with its questions, in asking order. The profile's heading leads to its first question. */
export function jumpTargets(interview: Interview): readonly Target[] {
  return sections(interview).flatMap((section): readonly Target[] => [
    {
      to: section.dimension?.id ?? section.items[0]?.question.id ?? '',
      section,
      item: null,
    },
    ...section.items.map((item) => ({ to: item.question.id, section, item })),
  ])
}

/** Questions to look at again: what is open first, then all of them by section. */
export function reviewTargets(interview: Interview): {
  readonly open: readonly Item[]
  readonly bySection: readonly Section[]
  /** Ids in the order the cursor goes through them. */
  readonly order: readonly string[]
} {
  const bySection = sections(interview)
  const items = bySection.flatMap((section) => section.items)
  const open = items.filter(({ entry }) => isOpen(entry))
  return { open, bySection, order: [...open, ...items].map(({ question }) => question.id) }
}

/** Open answers count neither way: nothing said, skipped, or not known. */
function isOpen(entry: Item['entry']): boolean {
  return entry === null || entry.state === 'skipped' || entry.state === 'dont-know'
}
