import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** As a code host reads it; the transforms would link addresses that are escaped, which no host does. */
export function parsed(text: string): Nodes {
  const mdastExtensions = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension)
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions })
}

/** The types of all nodes, in order; neighbouring texts count as one. */
export function shape(text: string): readonly string[] {
  const types: string[] = []
  const visit = (node: Nodes) => {
    if (node.type !== 'text' || types.at(-1) !== 'text') types.push(node.type)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(parsed(text))
  return types
}
