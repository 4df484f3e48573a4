import type { BlockContent, Blockquote, PhrasingContent } from 'mdast'
import type { CommentBlock, CommentedPart, CommentRun } from '../model/commentary.ts'
import type { Report } from '../report/report.ts'
import { blockQuote, list, paragraph, strong, table, textNode } from './nodes.ts'

/** What somebody wrote for this part, marked as theirs; nothing where nobody did. */
export function buildCommentBlocks(
  { commentary }: Report,
  part: CommentedPart,
): readonly Blockquote[] {
  const blocks = commentary.get(part) ?? []
  if (blocks.length === 0) return []
  const mark = paragraph(strong({ say: 'commentary-mark' }))
  const quote = blockQuote(mark, ...blocks.flatMap(drawBlock))
  return [{ ...quote, data: { comment: true } }]
}

function drawBlock(block: CommentBlock): readonly BlockContent[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(...block.runs.map(drawRun))]
    case 'list':
      return [
        list(
          block.items.map((item) => item.flatMap(drawBlock)),
          block.ordered,
        ),
      ]
    case 'table': {
      const [head = [], ...rows] = block.rows
      const words = (runs: readonly CommentRun[]) => runs.map(({ text }) => text).join('')
      return [
        table(
          head.map(words),
          rows.map((row) => row.map(words)),
        ),
      ]
    }
    default:
      return block satisfies never
  }
}

function drawRun({ text, strong: isStrong, emphasis, url }: CommentRun): PhrasingContent {
  const words: PhrasingContent = isStrong ? strong(text) : textNode(text)
  const shown: PhrasingContent = emphasis ? { type: 'emphasis', children: [words] } : words
  return url === null ? shown : { type: 'link', url, children: [shown] }
}
