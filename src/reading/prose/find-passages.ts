import type { Passage, Prose, ProseSection } from '../../model/prose.ts'
import { type TextRange, toSpan } from '../lines.ts'
import type { Block, TableBlock } from '../markdown/blocks.ts'
import type { Inline } from '../markdown/inline.ts'
import { createTextProblem, type TextProblem } from '../problem.ts'
import { countWords, isNothing, isUnfilled } from './looks.ts'
import { findSectionRoute } from './names.ts'
import { isDocumentTitle, isSentence, type Section } from './outline.ts'
import type { ReadRange } from './reading.ts'

/** A document as the topics of checks look through it, and what nobody has filled in. */
export interface Passages {
  readonly prose: Prose
  readonly blanks: readonly TextProblem[]
}

/** What of a document was not read as values, section by section. `read` is what was. */
export function findPassages(
  text: string,
  document: Section,
  read: readonly ReadRange[],
): Passages {
  const finder = new PassageFinder(text, read)
  const [first, ...others] = document.sections
  const isTitled = others.length > 0 || (first?.sections.length ?? 0) > 0
  finder.add(document, [], isTitled)
  return { prose: { sections: finder.sections }, blanks: finder.blanks }
}

/** Of a recital, what was not read need not be. */
function countReadOnly(passage: Passage): Passage {
  return { ...passage, words: passage.wordsRead }
}

const marks = { running: 1, value: 2 }

class PassageFinder {
  readonly sections: ProseSection[] = []
  readonly blanks: TextProblem[] = []
  readonly #text: string
  /** For each sign of the text: was a value read from it, and is it running text all the same? */
  readonly #marks: Uint8Array
  #passages: Passage[] = []
  #unfilled: TextRange[] = []

  constructor(text: string, read: readonly ReadRange[]) {
    this.#text = text
    this.#marks = new Uint8Array(text.length)
    for (const { start, end, isRunning } of read.toSorted(
      (a, b) => Number(b.isRunning) - Number(a.isRunning),
    )) {
      this.#marks.fill(isRunning ? marks.running : marks.value, start, end)
    }
  }

  /** `isRecital` is what stands before the first title, and under that of the document. */
  add(section: Section, around: readonly string[], isRecital: boolean): void {
    const { title, blocks, sections } = section
    const titles = title === null ? around : [...around, title.text]
    this.#passages = []
    this.#unfilled = []
    if (title !== null && isSentence(section)) this.#addText(title, '')
    for (const block of blocks) this.#addBlock(block)
    const line = title === null ? (this.#passages[0]?.line ?? 1) : this.#lineOf(title.range.start)
    const isSigned = titles.some((each) => findSectionRoute(each)?.field.key === 'signatures')
    const passages = isRecital ? this.#passages.map(countReadOnly) : this.#passages
    this.sections.push({ titles, line, counted: !isSigned, passages })
    this.#addBlanks(title)
    for (const [index, inner] of sections.entries()) {
      this.add(inner, titles, isRecital && index === 0 && title === null && isDocumentTitle(inner))
    }
  }

  #addBlock(block: Block): void {
    if (block.kind === 'paragraph') this.#addText(block.text, '')
    else if (block.kind === 'list') {
      for (const { blocks } of block.items) for (const inner of blocks) this.#addBlock(inner)
    } else if (block.kind === 'table') this.#addTable(block)
    else if (block.kind === 'other') this.#addCode(block.range)
  }

  /** A cell says what it says under the name of its column. */
  #addTable({ header, rows }: TableBlock): void {
    for (const { cells } of rows) {
      for (const [index, cell] of cells.entries()) {
        const head = header[index]?.text ?? ''
        this.#addText(cell, head === '' ? '' : `${head}: `)
      }
    }
  }

  #addText(inline: Inline, label: string): void {
    const { text, starts } = inline
    if (text === '' || isNothing(text)) return
    const kept = this.#findUnread(inline)
    const isBlank = isUnfilled(kept.unread)
    if (isBlank) this.#unfilled.push(inline.range)
    const unreadWords = countWords(kept.unread)
    const wordsRead = countWords(text) - unreadWords
    if (isBlank && wordsRead <= 0) return
    this.#passages.push({
      line: this.#lineOf(starts[0] ?? inline.range.start),
      unread: kept.searched === '' || isBlank ? '' : label + kept.searched,
      words: isBlank ? wordsRead : wordsRead + unreadWords,
      wordsRead,
    })
  }

  /** What no value was read from, and that with the running text in which more may be said. */
  #findUnread({ text, mask, starts }: Inline): {
    readonly unread: string
    readonly searched: string
  } {
    let unread = ''
    let searched = ''
    for (let at = 0; at < text.length; at++) {
      const mark = this.#marks[starts[at] ?? 0] ?? 0
      const sign = mask.charAt(at) === '\n' ? '\n' : text.charAt(at)
      unread += mark === 0 ? sign : ' '
      searched += mark === marks.value && sign !== '\n' ? ' ' : sign
    }
    return { unread, searched: /[\p{L}\p{N}]/u.test(searched) ? searched.trimEnd() : '' }
  }

  #addCode({ start, end }: TextRange): void {
    const first = this.#lineOf(start)
    for (const [index, line] of this.#text
      .slice(start, end)
      .split(/\r\n?|\n/)
      .entries()) {
      const words = countWords(line)
      if (words > 0) this.#passages.push({ line: first + index, unread: line, words, wordsRead: 0 })
    }
  }

  #addBlanks(title: Inline | null): void {
    const [first] = this.#unfilled
    if (first === undefined) return
    const count = this.#unfilled.length
    this.blanks.push(
      createTextProblem(
        {
          id: 'schema.missing',
          message: { say: 'not-filled-in', count, title: title?.text ?? '' },
          fix: { say: 'not-filled-in-fix' },
        },
        first,
        { severity: 'warning' },
      ),
    )
  }

  #lineOf(offset: number): number {
    return toSpan(this.#text, offset, offset).line
  }
}
