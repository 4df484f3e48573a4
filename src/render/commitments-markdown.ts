import type { Commitment } from '../model/commitment.ts'
import { markdownText } from './markdown-text.ts'
import { heading, table } from './nodes.ts'

/** Commitments as a plan in Markdown has them, to be pasted into one. */
export function commitmentsMarkdown(commitments: readonly Commitment[]): string {
  const rows = commitments.map(({ what, owner = '', due, status, since }) => [
    what,
    owner,
    due,
    status,
    since,
  ])
  const columns = ['What', 'Owner', 'Due', 'Status', 'Since']
  return markdownText(
    { type: 'root', children: [heading(2, 'Commitments'), table(columns, rows)] },
    { aligned: false },
  )
}
