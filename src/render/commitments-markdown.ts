import type { Commitment } from '../model/commitment.ts'
import { renderMarkdownTree } from './markdown-text.ts'
import { heading, table } from './nodes.ts'

/** Commitments as a plan in Markdown has them, to be pasted into one. */
export function renderCommitmentsMarkdown(commitments: readonly Commitment[]): string {
  const rows = commitments.map(({ what, owner = '', start, due, status, since }) => [
    what,
    owner,
    start,
    due,
    status,
    since,
  ])
  const columns = (['what', 'owner', 'start', 'due', 'status', 'since'] as const).map(
    (column) => ({ say: `commitments-${column}` }) as const,
  )
  return renderMarkdownTree(
    { type: 'root', children: [heading(2, { say: 'commitments-title' }), table(columns, rows)] },
    { aligned: false },
  )
}
