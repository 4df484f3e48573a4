import type { Commitment } from '../model/commitment.ts'
import { renderMarkdownTree } from './markdown-text.ts'
import { heading, table } from './nodes.ts'

/** Commitments as a plan in Markdown has them, to be pasted into one. */
export function renderCommitmentsMarkdown(commitments: readonly Commitment[]): string {
  const rows = commitments.map(({ what, owner = '', due, status, since }) => [
    what,
    owner,
    due,
    status,
    since,
  ])
  const columns = ['What', 'Owner', 'Due', 'Status', 'Since']
  return renderMarkdownTree(
    { type: 'root', children: [heading(2, 'Commitments'), table(columns, rows)] },
    { aligned: false },
  )
}
