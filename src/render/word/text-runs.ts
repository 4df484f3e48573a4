import { type IRunOptions, TextRun } from 'docx'
import type { PhrasingContent } from 'mdast'

type Look = Pick<IRunOptions, 'bold' | 'italics' | 'style'>

/** The words of a paragraph. An address follows what it is linked to; a place inside the document needs none. */
export function buildRuns(nodes: readonly PhrasingContent[], look: Look = {}): readonly TextRun[] {
  return nodes.flatMap((node): readonly TextRun[] => {
    switch (node.type) {
      case 'text':
        return [new TextRun({ ...look, text: toXmlText(node.value) })]
      case 'inlineCode':
        return [new TextRun({ ...look, style: 'Code', text: toXmlText(node.value) })]
      case 'break':
        return [new TextRun({ break: 1 })]
      case 'strong':
        return buildRuns(node.children, { ...look, bold: true })
      case 'emphasis':
        return buildRuns(node.children, { ...look, italics: true })
      case 'link': {
        const address = /^(https?|mailto):/.test(node.url) ? ` (${node.url})` : ''
        return [
          ...buildRuns(node.children, look),
          ...(address === '' ? [] : [new TextRun({ ...look, text: toXmlText(address) })]),
        ]
      }
      default:
        return 'children' in node ? buildRuns(node.children, look) : []
    }
  })
}

/** XML has no way to write a control character or half of a pair. */
export function toXmlText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
}
