import type { Element, ElementContent, Properties } from 'hast'
import { makeVisibleLine } from '../../model/visible.ts'
import type { ReportText } from '../../words/message.ts'
import { sayReport } from '../../words/say-report.ts'

/**
 * An element of the page. Words become text nodes in which what would act is made visible; escaping is the serialiser's work.
 */
export function pageElement(
  tagName: string,
  properties: Properties,
  ...children: readonly (ElementContent | ReportText)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' || 'say' in child
        ? { type: 'text', value: toVisibleText(child) }
        : child,
    ),
  }
}

/** What a reader of the page sees of a text. */
export function toVisibleText(text: ReportText): string {
  return makeVisibleLine(sayReport(text))
}

/** The text of a node and all within it. */
export function getElementText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(getElementText).join('') : ''
}
