import {
  Bookmark,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type {
  Blockquote,
  Heading,
  List,
  ListItem,
  Paragraph as ParagraphNode,
  Root,
  RootContent,
  Table as TableNode,
} from 'mdast'
import { type Bookmarks, buildRuns, getPlainText, nameBookmarks, toXmlText } from './runs.ts'
import { getListIndent, maxListLevel, verdictStyle } from './styles.ts'
import { buildBox, buildTable } from './tables.ts'

type WordBlock = Paragraph | Table

/** The document tree as Word's paragraphs and tables, in the order of the document. */
export function buildWordBlocks(tree: Root, accent: string): readonly WordBlock[] {
  const bookmarks = nameBookmarks(tree)
  let lists = 0
  const startList = () => ++lists
  return tree.children.flatMap((block, index) => {
    const place = { before: tree.children[index - 1], after: tree.children[index + 1] }
    const alike = block.type === 'table' ? listAlike(tree.children, index) : undefined
    return buildBlock(block, { accent, bookmarks, startList, alike, ...place })
  })
}

/** The table and those next to it with as many columns, which are drawn as one. */
function listAlike(blocks: readonly RootContent[], index: number): readonly TableNode[] {
  const countColumns = (at: number) => {
    const block = blocks[at]
    return block?.type === 'table' ? (block.children[0]?.children.length ?? 0) : null
  }
  const isAlike = (at: number) => countColumns(at) === countColumns(index)
  let [from, to] = [index, index]
  while (isAlike(from - 1)) from--
  while (isAlike(to + 1)) to++
  return blocks.slice(from, to + 1).flatMap((block) => (block.type === 'table' ? [block] : []))
}

interface BlockSetting {
  readonly accent: string
  readonly bookmarks: Bookmarks
  /** The number of a new list, in which the items' own numbers begin again. */
  readonly startList: () => number
  /** A table's neighbours that have its columns. */
  readonly alike?: readonly TableNode[] | undefined
  /** What stands before and after it. */
  readonly before?: RootContent | undefined
  readonly after?: RootContent | undefined
}

function buildBlock(
  block: RootContent,
  setting: BlockSetting,
  style?: string,
): readonly WordBlock[] {
  const { bookmarks } = setting
  switch (block.type) {
    case 'heading':
      return [buildHeading(block, bookmarks)]
    case 'paragraph':
      return [buildParagraph(block, setting, style)]
    case 'blockquote':
      return block.data?.comment === true
        ? [
            buildBox(block.children.flatMap((child) => buildBlock(child, setting, 'Comment'))),
            endTable(),
          ]
        : buildVerdict(block, setting)
    case 'list':
      return buildList(block, { ...setting, instance: setting.startList() }, 0)
    case 'table': {
      const caption = block.data?.caption
      return [
        ...(caption === undefined
          ? []
          : [new Paragraph({ style: 'Caption', text: toXmlText(caption) })]),
        buildTable(block, setting.alike ?? [block], setting),
        endTable(),
      ]
    }
    case 'code':
    case 'html':
      return block.value
        .split('\n')
        .map(
          (line) =>
            new Paragraph({ children: [new TextRun({ style: 'Code', text: toXmlText(line) })] }),
        )
    default:
      return []
  }
}

/** Two tables without a paragraph between them would be one. */
function endTable(): Paragraph {
  return new Paragraph({ style: 'TableText', spacing: { line: 120, lineRule: 'exact' } })
}

/** What leads to a list, a table, or the first heading below its own stays with it. */
function buildParagraph(
  node: ParagraphNode,
  { before, after, bookmarks }: BlockSetting,
  style?: string,
): Paragraph {
  const isAlone =
    before?.type === 'heading' && after?.type === 'heading' && after.depth > before.depth
  return new Paragraph({
    ...(style === undefined ? {} : { style }),
    keepNext: after?.type === 'list' || after?.type === 'table' || isAlone,
    ...(before?.type === 'list' ? { spacing: { before: 100 } } : {}),
    children: buildRuns(node.children, bookmarks),
  })
}

const levels = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const

/** The title is the heading around all others; links of the document find the rest. */
function buildHeading({ depth, children }: Heading, bookmarks: Bookmarks): Paragraph {
  const words = buildRuns(children, bookmarks)
  const name = bookmarks.get(`\`${getPlainText(children)}\``)
  const marked = name === undefined ? words : [new Bookmark({ id: name, children: words })]
  return new Paragraph({ heading: levels[depth - 1] ?? HeadingLevel.TITLE, children: marked })
}

/** Any quotation that is no comment is the verdict: a shaded box, its first line larger. */
function buildVerdict({ children }: Blockquote, setting: BlockSetting): readonly WordBlock[] {
  return children.flatMap((child, index) => {
    if (child.type !== 'paragraph') return buildBlock(child, setting)
    const isLast = index === children.length - 1
    return [
      new Paragraph({
        style: verdictStyle,
        keepNext: !isLast,
        spacing: { after: isLast ? 160 : 60 },
        children: buildRuns(
          child.children,
          setting.bookmarks,
          index === 0 ? { style: 'Verdict' } : {},
        ),
      }),
    ]
  })
}

function buildList(
  { children, ordered }: List,
  setting: BlockSetting & { readonly instance: number },
  depth: number,
): readonly WordBlock[] {
  const level = Math.min(depth, maxListLevel)
  const numbering = {
    reference: ordered === true ? 'numbers' : 'bullets',
    level,
    instance: setting.instance,
  }
  return children.flatMap((item) => buildItem(item, { ...setting, numbering }, level))
}

interface ItemSetting extends BlockSetting {
  readonly instance: number
  readonly numbering: NonNullable<IParagraphOptions['numbering']>
}

/** The first block of an item has its sign, and stays with the second. */
function buildItem(
  { children }: ListItem,
  { numbering, ...setting }: ItemSetting,
  level: number,
): readonly WordBlock[] {
  return children.flatMap((child, index): readonly WordBlock[] => {
    if (child.type === 'list') return buildList(child, setting, level + 1)
    if (child.type !== 'paragraph') return buildBlock(child, setting)
    const place =
      index === 0
        ? { numbering, keepNext: children.length > 1 }
        : { style: 'ListParagraph', indent: { left: getListIndent(level) } }
    return [
      new Paragraph({
        ...place,
        keepLines: true,
        children: buildRuns(child.children, setting.bookmarks),
      }),
    ]
  })
}
