/** The one place from where the Word reader takes the shapes of Markdown's. */
export type { Block, ListItem, TableBlock } from '../markdown/blocks.ts'
export { type Inline, sliceInline } from '../markdown/inline.ts'
