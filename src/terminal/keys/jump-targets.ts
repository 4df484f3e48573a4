import { type InterviewSection, listSections, type SectionItem } from '../../interview/progress.ts'
import type { Interview } from '../../interview/state.ts'

/** A line of the list to jump to: a section, or one of its questions. */
type JumpTarget =
  | { readonly to: string; readonly section: InterviewSection; readonly item: null }
  | { readonly to: string; readonly section: InterviewSection; readonly item: SectionItem }

/** Every section with its questions, in asking order. The profile's heading leads to its first question. */
export function listJumpTargets(interview: Interview): readonly JumpTarget[] {
  return listSections(interview).flatMap((section): readonly JumpTarget[] => [
    {
      to: section.dimension?.id ?? section.items[0]?.question.id ?? '',
      section,
      item: null,
    },
    ...section.items.map((item) => ({ to: item.question.id, section, item })),
  ])
}

/** The questions to review: the unanswered ones first, then all by section. */
export function getReviewTargets(interview: Interview): {
  readonly open: readonly SectionItem[]
  readonly bySection: readonly InterviewSection[]
  /** Ids in the order the cursor goes through them. */
  readonly order: readonly string[]
} {
  const bySection = listSections(interview)
  const items = bySection.flatMap((section) => section.items)
  const open = items.filter(({ entry }) => isOpenEntry(entry))
  return { open, bySection, order: [...open, ...items].map(({ question }) => question.id) }
}

/** Without an entry, skipped, or "don't know". */
function isOpenEntry(entry: SectionItem['entry']): boolean {
  return entry === null || entry.state === 'skipped' || entry.state === 'dont-know'
}
