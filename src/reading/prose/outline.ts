import type { Block, ListBlock, ListItem, TableBlock } from '../markdown/blocks.ts'
import { type Inline, sliceInline, splitInline } from '../markdown/inline.ts'
import { looksKeyed } from './looks.ts'
import { findField, findSectionRoute } from './names.ts'
import { planShape } from './vocabulary.ts'

/** A title with what is written under it, and the sections inside. The whole document is one without a title. */
export interface Section {
  readonly title: Inline | null
  /** 1 to 6 for a heading; more for the titles that are none, which are inside headings and each other. */
  readonly level: number
  readonly blocks: Block[]
  readonly sections: Section[]
}

/** A title that is no heading: a numbered clause, bold text in a line of its own, a line that leads to a list, a row of a table of titles. */
const levels = { clause: 8, numbered: 9, bold: 10, item: 11, lead: 12, row: 13 }

/**
 * The sections of a document. A title is a heading, or a bold text alone in its line, at the head of a numbered item, or before
 * a list; a line that ends in a colon before a list or a table is one too, since it says what follows.
 */
export function readOutline(blocks: readonly Block[]): Section {
  const root: Section = { title: null, level: 0, blocks: [], sections: [] }
  new OutlineReader(root).add(blocks)
  return root
}

/** Is it, as the first title of a document, that of the document itself? */
export function isDocumentTitle({ title, level, sections }: Section): boolean {
  const isSection = title === null || findSectionRoute(title.text) !== null
  return !isSection && (level === 1 || sections.length > 0)
}

/** Does a title say something itself? A line that leads to a list may. */
export function isSentence({ title, level }: Section): boolean {
  return level === levels.lead && title !== null && title.text.split(' ').length > 3
}

class OutlineReader {
  readonly #open: Section[]

  constructor(root: Section) {
    this.#open = [root]
  }

  add(blocks: readonly Block[]): void {
    for (const [index, block] of blocks.entries()) this.#addBlock(block, blocks[index + 1])
  }

  #addBlock(block: Block, next: Block | undefined): void {
    if (block.kind === 'heading') this.#openSection(block.text, block.level)
    else if (block.kind === 'paragraph') this.#addParagraph(block.text, next)
    else if (block.kind === 'list') this.#addList(block)
    else if (block.kind === 'table' && isTableOfTitles(block)) this.#addRows(block)
    else this.#addContent(block)
  }

  get #here(): Section {
    return this.#open.at(-1) as Section
  }

  #addContent(block: Block): void {
    // What follows the list that a line led to is under the title before again.
    if (this.#here.level === levels.lead && this.#here.blocks.length > 0) this.#open.pop()
    this.#here.blocks.push(block)
  }

  #openSection(title: Inline, level: number): void {
    while (this.#open.length > 1 && this.#here.level >= level) this.#open.pop()
    const section: Section = { title, level, blocks: [], sections: [] }
    this.#here.sections.push(section)
    this.#open.push(section)
  }

  /** A section whose whole content is known, so that nothing after it belongs to it. */
  #addWhole(title: Inline, level: number, blocks: readonly Block[]): void {
    this.#openSection(title, level)
    const section = this.#open.pop() as Section
    new OutlineReader(section).add(blocks)
  }

  #addParagraph(text: Inline, next: Block | undefined): void {
    const lines = splitLines(text)
    for (const [index, line] of lines.entries()) {
      const isLast = index === lines.length - 1
      const leads = isLast && (next?.kind === 'list' || next?.kind === 'table')
      if (leads && /:$/.test(line.text)) this.#openSection(line, levels.lead)
      else if (isBoldLine(line)) {
        this.#openSection(line, isNumbered(line) ? levels.numbered : levels.bold)
      } else this.#addContent({ kind: 'paragraph', text: line })
    }
  }

  #addList(list: ListBlock): void {
    const titled = list.items.map((item) => readItemTitle(item, list.from !== null))
    if (titled.every((title) => title === null)) {
      this.#addContent(list)
      return
    }
    for (const [index, item] of list.items.entries()) {
      const found = titled[index] ?? null
      if (found === null) {
        this.#addContent({
          kind: 'list',
          from: list.from === null ? null : list.from + index,
          items: [item],
        })
      } else if (found.rest.length > 0 || index < list.items.length - 1) {
        this.#addWhole(found.title, found.level, found.rest)
      } else this.#openSection(found.title, found.level)
    }
  }

  #addRows({ header, rows }: TableBlock): void {
    for (const cells of [header, ...rows.map((row) => row.cells)]) {
      const [title, text] = cells
      if (title === undefined || title.text === '') continue
      this.#addWhole(
        title,
        levels.row,
        text === undefined || text.text === '' ? [] : splitCell(text),
      )
    }
  }
}

/** A cell with several lines may hold a list. */
function splitCell(text: Inline): readonly Block[] {
  return splitInline(text, /\r/g).map((line) => ({ kind: 'paragraph', text: line }))
}

/** The lines of a paragraph that begin with a key or a bold title, each with what follows it. */
function splitLines(text: Inline): readonly Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const { index } of text.mask.matchAll(/[\n\r]/g)) {
    const next = sliceInline(text, index)
    const before = sliceInline(text, from, index)
    if (!next.style.startsWith('b') && !isBoldLine(before) && !looksKeyed(next.mask)) continue
    parts.push(before)
    from = index
  }
  parts.push(sliceInline(text, from))
  return parts.filter((part) => part.text !== '')
}

const maxTitleWords = 12

/** Nothing in it but bold text and its number. */
function isBoldLine({ text, style }: Inline): boolean {
  const from = /^(?:\(?[\p{L}\d]{1,4}[.)](?:\d+\.?)*\s+)?/u.exec(text)?.[0].length ?? 0
  const end = text.length - (/[\s:.]{0,4}$/.exec(text)?.[0].length ?? 0)
  if (from >= end || !isTitleLength(text) || /^\W*(?:and|or|with)\W*$/i.test(text)) return false
  for (let at = from; at < end; at++) {
    if (style[at] !== 'b' && /\S/.test(text.charAt(at))) return false
  }
  return true
}

function isTitleLength(text: string): boolean {
  return text.split(/\s+/).length <= maxTitleWords && !/[?]$/.test(text)
}

function isNumbered({ text }: Inline): boolean {
  return /^(?:\(?\d|article|section|clause|part|schedule|annex|appendix)/i.test(text)
}

interface TitledItem {
  readonly title: Inline
  readonly level: number
  readonly rest: readonly Block[]
}

/** The bold head of a numbered item, or an item that is all bold and leads to more. */
function readItemTitle({ blocks }: ListItem, isOrdered: boolean): TitledItem | null {
  const [first, ...more] = blocks
  if (first?.kind !== 'paragraph') return null
  const { text } = first
  if (isBoldLine(text) && (more.length > 0 || isOrdered)) {
    return { title: text, level: isOrdered ? levels.clause : levels.item, rest: more }
  }
  const bold = text.style.length - text.style.replace(/^b+/, '').length
  const title = sliceInline(text, 0, bold)
  if (!isOrdered || bold === 0 || !isTitleLength(title.text)) return null
  const mark = /^\s*[.:–—-]?\s*/.exec(text.mask.slice(bold))?.[0] ?? ''
  const ends =
    /[.:]$/.test(title.text) ||
    mark.trim() !== '' ||
    text.mask.slice(bold, bold + 1) === '\n' ||
    text.mask.slice(bold, bold + 1) === '\r'
  if (!ends) return null
  const rest = sliceInline(text, bold + mark.length)
  return {
    title,
    level: levels.clause,
    rest: [...(rest.text === '' ? [] : [{ kind: 'paragraph', text: rest } as const]), ...more],
  }
}

/** A table of two columns whose first holds titles of a plan: a whole document in one table. */
function isTableOfTitles({ header, rows }: TableBlock): boolean {
  if (header.length !== 2) return false
  const first = [header[0], ...rows.map(({ cells }) => cells[0])].filter(
    (cell) => cell !== undefined && cell.text !== '',
  )
  const known = first.filter((cell) => cell !== undefined && isTitleOfPlan(cell.text))
  return known.length >= 2 && known.length * 2 >= first.length
}

function isTitleOfPlan(text: string): boolean {
  return findSectionRoute(text) !== null || findField(planShape, text) !== null
}
