import { InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx'
import type { PhrasingContent, Root } from 'mdast'

/** What links lead to: the name of a bookmark, by the label of a link. */
export type Bookmarks = ReadonlyMap<string, string>

type RunLook = Pick<IRunOptions, 'bold' | 'italics' | 'size' | 'style'>

/** Names for the places that links of this document lead to. Word allows letters, digits and 40 characters. */
export function nameBookmarks(tree: Root): Bookmarks {
  const places = tree.children.filter((node) => node.type === 'definition')
  return new Map(places.map(({ identifier }, index) => [identifier, `place_${index + 1}`]))
}

/** A paragraph's texts. An address of the world outside follows its words; nothing in the file can be followed out of it. */
export function buildRuns(
  nodes: readonly PhrasingContent[],
  bookmarks: Bookmarks,
  look: RunLook = {},
): readonly ParagraphChild[] {
  return nodes.flatMap((node): readonly ParagraphChild[] => {
    switch (node.type) {
      case 'text':
        return [new TextRun({ ...look, text: toXmlText(node.value) })]
      case 'inlineCode':
        return [new TextRun({ ...look, style: 'Code', text: toXmlText(node.value) })]
      case 'break':
        return [new TextRun({ break: 1 })]
      case 'strong':
        return buildRuns(node.children, bookmarks, { ...look, bold: true })
      case 'emphasis':
        return buildRuns(node.children, bookmarks, { ...look, italics: true })
      case 'linkReference': {
        const anchor = bookmarks.get(node.identifier)
        const children = buildRuns(node.children, bookmarks, look)
        return anchor === undefined ? children : [new InternalHyperlink({ anchor, children })]
      }
      case 'link': {
        const isNew = node.url !== getPlainText(node.children)
        const address = isNew && /^(?:https?|mailto):/.test(node.url) ? ` (${node.url})` : ''
        const words = buildRuns(node.children, bookmarks, look)
        return [...words, ...(address === '' ? [] : [new TextRun(toXmlText(address))])]
      }
      case 'image':
        return [new TextRun({ ...look, text: toXmlText(node.alt ?? '') })]
      case 'html':
        return [new TextRun({ ...look, text: toXmlText(node.value) })]
      default:
        return 'children' in node ? buildRuns(node.children, bookmarks, look) : []
    }
  })
}

/** The words alone, to be measured or compared. */
export function getPlainText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) =>
      'value' in node ? node.value : 'children' in node ? getPlainText(node.children) : '',
    )
    .join('')
}

/**
 * XML can hold neither control characters nor half of a pair. A joiner of no width keeps code hosts from reading a mention;
 * Word reads none.
 */
export function toXmlText(text: string): string {
  return text
    .replaceAll('\u2060', '')
    .replaceAll(/[\t\r\n]+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
}
