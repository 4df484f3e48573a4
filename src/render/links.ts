import type { Definition, InlineCode, LinkReference, Nodes, Root } from 'mdast'

/**
 * The tree, with every mention of a question that has a heading of its own linked to it. The links' targets stand at the
 * end of the document, so that plain text reads on undisturbed.
 */
export function addLinks(root: Root, ids: ReadonlySet<string>): Root {
  const used = new Set<string>()
  const link = (node: Nodes): void => {
    if (node.type === 'heading' || !('children' in node)) return
    for (const [index, child] of node.children.entries()) {
      if (child.type === 'inlineCode' && ids.has(child.value)) {
        used.add(child.value)
        Object.assign(node.children, { [index]: createLink(child) })
      } else link(child)
    }
  }
  link(root)
  return { ...root, children: [...root.children, ...[...used].sort().map(createDefinition)] }
}

/** What code hosts and browsers make of a heading that holds only this id: its letters, digits and hyphens. */
function toQuestionAnchor(id: string): string {
  return id.replaceAll(/[^a-z0-9-]/g, '')
}

function createLink(node: InlineCode): LinkReference {
  return {
    type: 'linkReference',
    referenceType: 'shortcut',
    ...createLabel(node.value),
    children: [node],
  }
}

function createDefinition(id: string): Definition {
  return { type: 'definition', ...createLabel(id), url: `#${toQuestionAnchor(id)}` }
}

function createLabel(id: string): { readonly identifier: string; readonly label: string } {
  return { identifier: `\`${id}\``, label: `\`${id}\`` }
}
