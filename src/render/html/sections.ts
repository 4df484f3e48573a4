import type { Element, ElementContent } from 'hast'
import { element } from './element.ts'

/** Headings and what stands under them as sections within sections, for page breaks and for readers who listen. */
export function sectioned(nodes: readonly ElementContent[], depth = 2): ElementContent[] {
  if (depth > deepest) return [...nodes]
  const starts = nodes.flatMap((node, index) => (isHeading(node, depth) ? [index] : []))
  const before = nodes.slice(0, starts[0] ?? nodes.length)
  return [
    ...sectioned(before, depth + 1),
    ...starts.map((start, index) => {
      const [head, ...rest] = nodes.slice(start, starts[index + 1])
      const children = [...(head === undefined ? [] : [head]), ...sectioned(rest, depth + 1)]
      return element('section', { className: [`depth-${depth}`] }, ...children)
    }),
  ]
}

const deepest = 4

export function isHeading(node: ElementContent, depth: number): node is Element {
  return node.type === 'element' && node.tagName === `h${depth}`
}
