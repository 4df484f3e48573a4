import type { Element, ElementContent, Properties } from 'hast'

/** An element of the page; strings become text nodes. Escaping is the serialiser's work. */
export function pageElement(
  tagName: string,
  properties: Properties,
  ...children: readonly (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  }
}

/** The text of a node and all within it. */
export function getElementText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(getElementText).join('') : ''
}
