import { Document, isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Path } from '../model/finding.ts'
import { clip } from '../model/value.ts'
import { makeVisibleLine } from '../model/visible.ts'
import type { DraftText } from '../words/message.ts'
import { findComments } from './comments.ts'
import { writeInHouseStyle } from './house-style.ts'
import type { SourceDocument } from './open-document.ts'
import { readYamlText } from './yaml.ts'

type Say = (text: DraftText) => string

/** Something in a file that is not in its value. */
interface UnreadText {
  readonly line: number
  /** Why it is not. */
  readonly text: string
}

/**
 * What a file was read as, in YAML: behind each value the line it was read from; what was not read in comments below, and of
 * a document all text that was not read, section by section.
 */
export function renderPlanAsRead(
  source: SourceDocument,
  unread: readonly UnreadText[],
  say: Say,
): string {
  const head = `# ${say({ say: 'plan-as-read', file: makeVisibleLine(source.name) })}\n`
  const value = source.value === undefined ? '' : alignComments(addLineComments(source, say))
  return [head, value, formatUnread(source, unread, say), formatUnreadText(source, say)]
    .filter((piece) => piece !== '')
    .join('\n')
}

function addLineComments(source: SourceDocument, say: Say): string {
  const document = new Document(source.value, { aliasDuplicateObjects: false })
  const visit = (node: unknown, path: Path) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) visit(value, [...path, getKey(key)])
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) visit(item, [...path, index])
    } else if (isNode(node) && !(source.isAssumed && path[0] === 'accordant')) {
      const { line } = source.span(path, 'value')
      node.comment = ` ${say({ say: 'plan-as-read-line', unit: source.unit, line })}`
    }
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

/** Only what our reader takes for comments is moved; what looks like one inside a text is left as it is. */
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

function formatUnread({ unit }: SourceDocument, unread: readonly UnreadText[], say: Say): string {
  if (unread.length === 0) return ''
  const lines = unread.map(({ line, text: why }) => {
    const text = makeVisibleLine(why)
    return `#   ${say({ say: 'plan-unread-line', unit, line, text })}\n`
  })
  return `# ${say({ say: 'plan-unread' })}\n${lines.join('')}`
}

function formatUnreadText({ prose, unit }: SourceDocument, say: Say): string {
  const lines = (prose?.sections ?? []).flatMap(({ titles, passages }) => {
    const byLine = new Map<number, string>()
    for (const { line, unread } of passages) {
      const before = byLine.get(line) ?? ''
      if (unread.trim() !== '') byLine.set(line, before === '' ? unread : `${before}; ${unread}`)
    }
    if (byLine.size === 0) return []
    const title = showStart(titles.at(-1) ?? '').replace(/:$/, '')
    return [
      `#   ${say({ say: 'plan-unread-section', title })}\n`,
      ...[...byLine].map(([line, unread]) => {
        const text = showStart(unread)
        return `#     ${say({ say: 'plan-unread-line', unit, line, text })}\n`
      }),
    ]
  })
  return lines.length === 0 ? '' : `# ${say({ say: 'plan-unread-text' })}\n${lines.join('')}`
}

/** The first words of a text, which may be of any length. */
function showStart(text: string): string {
  return makeVisibleLine(clip(text.slice(0, 10 * shownCharacters).trim(), shownCharacters))
}

const shownCharacters = 60
