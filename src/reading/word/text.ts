import type { Inline } from '../markdown/inline.ts'
import type { WordNode } from './document.ts'
import { refuseWord } from './refusal.ts'
import type { Styles } from './styles.ts'

/** As for Markdown. */
const maxCharacters = 1024 * 1024
const maxLines = 12_000

/** The text of a document as it grows: a line for each paragraph that says something. */
export class WordText {
  readonly #lines: string[] = []
  readonly #styles: Styles
  #length = 0

  constructor(styles: Styles) {
    this.#styles = styles
  }

  get text(): string {
    return this.#lines.map((line) => `${line}\n`).join('')
  }

  /** Adds paragraphs, in order, as lines; they are one text, with line breaks between them. Null where nothing is written. */
  add(paragraphs: readonly WordNode[]): Inline | null {
    const start = this.#length
    const written = paragraphs.flatMap((node) => this.#write(node) ?? [])
    for (const { text } of written) {
      this.#lines.push(text.replaceAll('\n', ' '))
      this.#length += text.length + 1
    }
    if (this.#length > maxCharacters || this.#lines.length > maxLines) throw refuseWord('large')
    if (written.length === 0) return null
    const text = written.map((part) => part.text).join('\n')
    const style = written.map((part) => part.style).join(' ')
    return createInline(text, style, start)
  }

  #write(paragraph: WordNode): Piece | null {
    const { bold } = this.#styles.get(paragraph.styleId ?? null)
    const pieces: Piece[] = []
    this.#collect(paragraph, bold, pieces)
    const piece = tidy(pieces)
    return piece.text === '' ? null : piece
  }

  #collect(node: WordNode, bold: boolean, pieces: Piece[]): void {
    if (node.type === 'run') {
      this.#collectRun(node, bold, pieces)
      return
    }
    const text = getText(node)
    if (text !== '') pieces.push({ text, style: (bold ? 'b' : ' ').repeat(text.length) })
    for (const child of node.children ?? []) this.#collect(child, bold, pieces)
  }

  /** The prompt of an empty field ("Click here to enter text") is put in brackets, as blanks to be filled in are. */
  #collectRun(run: WordNode, bold: boolean, pieces: Piece[]): void {
    if (run.isStrikethrough === true) return
    const style = this.#styles.get(run.styleId ?? null)
    const prompt = style.name === 'placeholder text'
    const strong = bold || style.bold || run.isBold === true || run.isUnderline === true
    if (prompt) pieces.push({ text: '[', style: ' ' })
    for (const child of run.children ?? []) this.#collect(child, strong, pieces)
    if (prompt) pieces.push({ text: ']', style: ' ' })
  }
}

interface Piece {
  readonly text: string
  readonly style: string
}

/** A line break of the paragraph is a line feed here; one in the XML is a space. Words are found whatever hyphens they have. */
function getText({ type, value, breakType, checked }: WordNode): string {
  switch (type) {
    case 'text':
      return odd.test(value ?? '') ? cleanText(value ?? '') : (value ?? '')
    case 'tab':
      return '\t'
    case 'break':
      return breakType === 'line' ? '\n' : ' '
    case 'checkbox':
      return checked === true ? '☒' : '☐'
    default:
      return ''
  }
}

function cleanText(text: string): string {
  return text
    .replaceAll(/[\r\n]/g, ' ')
    .replaceAll('\u2011', '-')
    .replaceAll(/[\u00AD\u200B\uFEFF]/g, '')
    .replaceAll(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
}

/** Breaks in the XML, hyphens and spaces that nobody sees, and halves of signs. */
const odd = /[\r\n\u00AD\u200B\u2011\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/

/** Space after space, and around all of it, goes. */
function tidy(pieces: readonly Piece[]): Piece {
  const text = pieces.map((piece) => piece.text).join('')
  const style = pieces.map((piece) => piece.style).join('')
  const texts: string[] = []
  const styles: string[] = []
  let from = 0
  for (const { 0: space, index } of text.matchAll(spaces)) {
    texts.push(text.slice(from, index), space.includes('\n') ? '\n' : toBlank(space))
    styles.push(style.slice(from, index), style.charAt(index))
    from = index + space.length
  }
  texts.push(text.slice(from))
  styles.push(style.slice(from))
  const whole = texts.join('')
  const start = whole.length - whole.trimStart().length
  const end = whole.trimEnd().length
  return { text: whole.trim(), style: styles.join('').slice(start, end) }
}

function toBlank(space: string): string {
  return space.includes('\t') ? '\t' : ' '
}

/** All but a single plain one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const spaces = /[\s\0-\x1f\x7f-\x9f]{2,}|[^\S ]|[\0-\x1f\x7f-\x9f]/g

function createInline(text: string, style: string, start: number): Inline {
  const starts: number[] = []
  const ends: number[] = []
  for (let at = start; at < start + text.length; at++) {
    starts.push(at)
    ends.push(at + 1)
  }
  const mask = text.replaceAll('\n', '\r')
  return { text, mask, starts, ends, style, range: { start, end: start + text.length } }
}
