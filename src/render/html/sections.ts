import type { Element, ElementContent } from 'hast'
import { pageElement } from './element.ts'

/** Headings and what stands under them as sections within sections, for page breaks and for readers who listen. */
export function nestSections(nodes: readonly ElementContent[], depth = 2): ElementContent[] {
  if (depth > maxSectionDepth) return [...nodes]
  const starts = nodes.flatMap((node, index) => (isHeading(node, depth) ? [index] : []))
  const before = nodes.slice(0, starts[0] ?? nodes.length)
  return [
    ...nestSections(before, depth + 1),
    ...starts.map((start, index) => {
      const [head, ...rest] = nodes.slice(start, starts[index + 1])
      const children = [...(head === undefined ? [] : [head]), ...nestSections(rest, depth + 1)]
      return pageElement('section', { className: [`depth-${depth}`] }, ...children)
    }),
  ]
}

const maxSectionDepth = 4

export function isHeading(node: ElementContent, depth: number): node is Element {
  return node.type === 'element' && node.tagName === `h${depth}`
}
