import type { Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'

/** GitHub-flavoured Markdown that also reads well as plain text; escaping is the serialiser's work. */
export function renderMarkdownTree(tree: Root, { aligned = true } = {}): string {
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '_',
    listItemIndent: 'one',
    tightDefinitions: true,
    extensions: [gfmToMarkdown({ stringLength: countColumns, tablePipeAlign: aligned })],
  })
}

/** Columns in a terminal or editor, near enough for tables to line up: wide characters take two. */
function countColumns(text: string): number {
  let count = 0
  for (const character of text) {
    if (/\p{M}|\u2060/u.test(character)) continue
    count +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u.test(
        character,
      )
        ? 2
        : 1
  }
  return count
}
