import type { Element, ElementContent, Root } from 'hast'

/** Every element of a page, in its order. */
export function elementsOf(node: Root | Element): readonly Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? [child, ...elementsOf(child)] : [],
  )
}

export function textIn(node: Root | ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node
    ? node.children.map((child) => textIn(child as ElementContent)).join('')
    : ''
}
