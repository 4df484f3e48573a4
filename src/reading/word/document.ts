import mammoth from 'mammoth'
import { refuseWord } from './refusal.ts'
import { namespace, slimXml } from './slim.ts'
import type { Styles } from './styles.ts'
import type { WordParts } from './unpack.ts'

/** A node of the tree that mammoth makes of a document, as far as it is read here. */
export interface WordNode {
  readonly type: string
  readonly children?: readonly WordNode[]
  /** Of a text. */
  readonly value?: string
  readonly styleId?: string | null
  /** Of a paragraph; the level is a number from "0", as a text. */
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null
  /** Of a paragraph: its own outline level, see `slim.ts`. */
  readonly alignment?: string | null
  /** Of a run. */
  readonly isBold?: boolean
  readonly isUnderline?: boolean
  readonly isStrikethrough?: boolean
  readonly breakType?: string
  readonly checked?: boolean
  /** Of a cell. */
  readonly colSpan?: number
  readonly rowSpan?: number
}

const main = 'word/document.xml'

/** The body of a document. What mammoth throws is never shown: whatever it cannot read is a damaged file. */
export async function readWordTree(parts: WordParts, styles: Styles): Promise<WordNode> {
  const document = slimXml(parts.document)
  const numbering = parts.numbering === null ? null : slimXml(parts.numbering)
  const files = new Map([[main, document]])
  if (numbering !== null) files.set('word/numbering.xml', numbering)
  files.set('word/styles.xml', listUsedStyles(document + (numbering ?? ''), styles))
  let tree: WordNode = { type: 'document' }
  try {
    await mammoth.convertToHtml(asInput(files), {
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      // There is nothing left to turn into HTML.
      transformDocument: (found: WordNode) => {
        tree = found
        return { ...found, children: [] }
      },
    })
  } catch {
    throw refuseWord('damaged')
  }
  return tree
}

/** mammoth reads from this as from a ZIP file; its types do not say so. */
function asInput(files: ReadonlyMap<string, string>): { path: string } {
  const file = {
    exists: (name: string) => files.has(name),
    read: async (name: string) => files.get(name) ?? '',
  }
  return { file } as unknown as { path: string }
}

/** Styles, symbols and kinds of breaks that differ: mammoth may warn of each, and looks through all warnings for each. */
const maxKinds = 1_000

/** The styles that are used, so that mammoth warns of none. */
function listUsedStyles(xml: string, styles: Styles): string {
  const kinds = new Set(xml.match(/<w:(?:sym|br) [^>]*>/g))
  const used = new Set<string>()
  for (const [, value = ''] of xml.matchAll(usedStyles)) used.add(value)
  if (kinds.size + used.size > maxKinds) throw refuseWord('large')
  const listed = Array.from(used, (value) => {
    const numId = styles.findNumId(value.slice(1, -1))
    const numbering =
      numId === null ? '' : `<w:pPr><w:numPr><w:numId w:val="${Number(numId)}"/></w:numPr></w:pPr>`
    return ['paragraph', 'character', 'numbering']
      .map((type) => `<w:style w:type="${type}" w:styleId=${value}>${numbering}</w:style>`)
      .join('')
  })
  return `<w:styles xmlns:w="${namespace}">${listed.join('')}</w:styles>`
}

const usedStyles = /<w:(?:[pr]Style|numStyleLink) w:val=("[^"]*"|'[^']*')/g
