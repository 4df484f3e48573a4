import type { Block } from '../markdown/blocks.ts'
import type { TextProblem } from '../problem.ts'
import { readWordTree, type WordNode } from './document.ts'
import { findListEntry, type ListEntry, nestLists } from './lists.ts'
import { WordRefusal } from './refusal.ts'
import { Styles } from './styles.ts'
import { getBoxContent, readWordTable } from './tables.ts'
import { WordText } from './text.ts'
import { unpackWord } from './unpack.ts'

/** A Word document as its text, and as the blocks that the same text in Markdown would give. */
export interface WordBlocks {
  /** Line n is the n-th paragraph that says something, one in a cell of a table too; the blocks' offsets count in it. */
  readonly text: string
  readonly blocks: readonly Block[]
}

/**
 * Reads the bytes of a whole `.docx`. Changes that were tracked count as accepted; comments, notes, pictures, headers and footers,
 * a table of contents, and text that is hidden or struck out are left out. Nothing in the file is run, and nothing is thrown.
 */
export async function readWordBlocks(
  bytes: Uint8Array,
): Promise<WordBlocks | { readonly problem: TextProblem }> {
  try {
    const parts = unpackWord(bytes)
    const styles = new Styles(parts.styles)
    const tree = await readWordTree(parts, styles)
    const reader = new BlockReader(styles)
    reader.read(tree.children ?? [])
    return reader.end()
  } catch (error) {
    if (error instanceof WordRefusal) return { problem: error.problem }
    throw error
  }
}

class BlockReader {
  readonly #styles: Styles
  readonly #text: WordText
  readonly #blocks: Block[] = []
  /** The items that the list has so far. */
  #entries: ListEntry[] = []

  constructor(styles: Styles) {
    this.#styles = styles
    this.#text = new WordText(styles)
  }

  read(nodes: readonly WordNode[]): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.#paragraph(node)
      else if (node.type === 'table') this.#table(node)
    }
  }

  end(): WordBlocks {
    this.#endList()
    return { text: this.#text.text, blocks: toMarkdownLevels(this.#blocks) }
  }

  #paragraph(node: WordNode): void {
    const text = this.#text.add([node])
    if (text === null) return
    const { name, heading: styled } = this.#styles.get(node.styleId ?? null)
    if (/^(?:toc|table of)\b/.test(name)) return
    const heading = styled ?? readOutlineLevel(node)
    const entry = heading === null ? findListEntry(node, name, text) : null
    if (entry !== null) {
      this.#entries.push(entry)
      return
    }
    this.#endList()
    if (heading === null) this.#blocks.push({ kind: 'paragraph', text })
    else this.#blocks.push({ kind: 'heading', level: heading, text })
  }

  #table(node: WordNode): void {
    const content = getBoxContent(node)
    if (content !== null) this.read(content)
    else {
      this.#endList()
      const table = readWordTable(node, this.#text)
      if (table !== null) this.#blocks.push(table)
    }
  }

  #endList(): void {
    this.#blocks.push(...nestLists(this.#entries))
    this.#entries = []
  }
}

/** Of the paragraph itself; level 9 is plain text. */
function readOutlineLevel({ alignment }: WordNode): number | null {
  return /^[0-8]$/.test(alignment ?? '') ? Number(alignment) + 1 : null
}

/** The title is the heading around all others, and there are six levels, as in Markdown. */
function toMarkdownLevels(blocks: readonly Block[]): readonly Block[] {
  const titled = blocks.some((block) => block.kind === 'heading' && block.level === 0)
  return blocks.map((block) =>
    block.kind === 'heading'
      ? { ...block, level: Math.min(block.level + (titled ? 1 : 0), 6) }
      : block,
  )
}
