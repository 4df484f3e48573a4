import { isWide, measureText, splitAtWidth, splitGraphemes } from './text-width.ts'

/**
 * Lines of at most `width` columns, broken at spaces and between wide characters; a word longer than a line is cut. The
 * line breaks of the text are kept.
 */
export function wrapText(text: string, width: number): readonly string[] {
  return text
    .trim()
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph.replaceAll('\t', ' '), width))
}

/** Like `wrapText`, after a lead such as a number: further lines are indented under the first one's text. */
export function wrapUnderLead(lead: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(measureText(lead))
  return wrapText(text, Math.max(width - indent.length, 8)).map(
    (line, index) => `${index === 0 ? lead : indent}${line}`,
  )
}

function wrapParagraph(paragraph: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (let piece of splitPieces(paragraph)) {
    if (line !== '' && measureText(line) + measureText(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
      piece = piece.trimStart()
    }
    while (measureText(piece) > width) {
      const [head, rest] = splitAtWidth(piece, width)
      if (rest.trim() === '') break
      lines.push(head)
      piece = rest
    }
    line += piece
  }
  return [...lines, line.trimEnd()]
}

/** Pieces that are not broken: a word with the spaces after it, or one wide character. */
function splitPieces(text: string): readonly string[] {
  return text
    .split(/(?<= )(?=[^ ])/)
    .flatMap((word) => (isPlain(word) ? [word] : splitAtWide(word)))
}

function isPlain(word: string): boolean {
  return !splitGraphemes(word).some(isWide)
}

function splitAtWide(word: string): readonly string[] {
  const parts: string[] = []
  let joined = false
  for (const grapheme of splitGraphemes(word)) {
    const alone = isWide(grapheme)
    if (joined && !alone) parts.push(`${parts.pop() ?? ''}${grapheme}`)
    else parts.push(grapheme)
    joined = !alone
  }
  return parts
}
