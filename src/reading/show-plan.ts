import { Document, isMap, isNode, isScalar, isSeq } from 'yaml'
import { type Path, toInterimText } from '../model/finding.ts'
import { makeVisibleLine } from '../model/visible.ts'
import type { Message } from '../words/message.ts'
import { findComments } from './comments.ts'
import { writeInHouseStyle } from './house-style.ts'
import type { SourceDocument } from './open-document.ts'
import { readYamlText } from './yaml.ts'

/** Something that a file says and its value does not hold. */
export interface UnreadText {
  readonly line: number
  readonly message: Message | string
}

/**
 * What was understood of a file, as YAML that reads back equal: each value with the line that it was read from in a comment
 * behind it, and what was left over in comments below.
 */
export function renderPlanAsRead(source: SourceDocument, leftOver: readonly UnreadText[]): string {
  const understood = source.value === undefined ? '' : alignComments(addLineComments(source))
  const head = `# What was understood of ${makeVisibleLine(source.name)}\n`
  return [head, understood, formatUnread(leftOver)].filter((piece) => piece !== '').join('\n')
}

function addLineComments(source: SourceDocument): string {
  const document = new Document(source.value, { aliasDuplicateObjects: false })
  const visit = (node: unknown, path: Path) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) visit(value, [...path, getKey(key)])
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) visit(item, [...path, index])
    } else if (isNode(node)) node.comment = ` line ${source.span(path, 'value').line}`
  }
  visit(document.contents, [])
  return writeInHouseStyle(document, lineWidth)
}

const lineWidth = 78

function getKey(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}

/** Comments begin here, and two spaces behind the text where that is longer. */
const commentColumn = 66

/** What our reader takes for comments is moved, so what only looks like one inside a text stays as it is. */
function alignComments(yaml: string): string {
  const lines = yaml.split('\n')
  for (const { line, column: at, text } of findComments(
    yaml,
    readYamlText(yaml).outline.scalars(),
  )) {
    const value = lines[line - 1]?.slice(0, at - 1).trimEnd() ?? ''
    lines[line - 1] = `${value.padEnd(commentColumn)}  # ${text}`
  }
  return lines.join('\n')
}

function formatUnread(leftOver: readonly UnreadText[]): string {
  if (leftOver.length === 0) return ''
  const lines = leftOver.map(
    ({ line, message }) => `#   line ${line}: ${makeVisibleLine(toInterimText(message))}\n`,
  )
  return `# Left over:\n${lines.join('')}`
}
