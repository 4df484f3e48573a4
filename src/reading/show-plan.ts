import { Document, isMap, isNode, isScalar, isSeq, type Node } from 'yaml'
import type { Path } from '../model/finding.ts'
import { inHouseStyle } from './house-style.ts'
import type { SourceDocument } from './source-document.ts'

/** The value of a file as YAML, with the line that each value was read from in a comment behind it. */
export function showUnderstood(source: SourceDocument): string {
  const document = new Document(source.value, { aliasDuplicateObjects: false })
  const visit = (node: unknown, path: Path) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) visit(value, [...path, keyOf(key)])
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) visit(item, [...path, index])
    } else if (isNode(node)) tellLine(node, source, path)
  }
  visit(document.contents, [])
  return inHouseStyle(document)
}

function tellLine(node: Node, source: SourceDocument, path: Path): void {
  node.comment = ` line ${source.span(path, 'value').line}`
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}
