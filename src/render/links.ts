import type { Definition, InlineCode, LinkReference, Nodes, Root } from 'mdast'

/**
 * The tree, with every mention of a question that has a heading of its own linked to it. The links' targets stand at the
 * end of the document, so that plain text reads on undisturbed.
 */
export function withLinks(root: Root, ids: ReadonlySet<string>): Root {
  const used = new Set<string>()
  const link = (node: Nodes): void => {
    if (node.type === 'heading' || !('children' in node)) return
    for (const [index, child] of node.children.entries()) {
      if (child.type === 'inlineCode' && ids.has(child.value)) {
        used.add(child.value)
        Object.assign(node.children, { [index]: linkTo(child) })
      } else link(child)
    }
  }
  link(root)
  return { ...root, children: [...root.children, ...[...used].sort().map(definitionOf)] }
}

/** What code hosts and browsers make of a heading that holds only this id: its letters, digits and hyphens. */
export function anchorOf(id: string): string {
  return id.replaceAll(/[^a-z0-9-]/g, '')
}

function linkTo(node: InlineCode): LinkReference {
  return {
    type: 'linkReference',
    referenceType: 'shortcut',
    ...labelOf(node.value),
    children: [node],
  }
}

function definitionOf(id: string): Definition {
  return { type: 'definition', ...labelOf(id), url: `#${anchorOf(id)}` }
}

function labelOf(id: string): { readonly identifier: string; readonly label: string } {
  return { identifier: `\`${id}\``, label: `\`${id}\`` }
}
