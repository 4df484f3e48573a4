import type { Block } from '../../../src/reading/markdown/blocks.ts'
import type { Inline } from '../../../src/reading/markdown/inline.ts'
import { readWordBlocks, type WordBlocks } from '../../../src/reading/word/word-blocks.late.ts'
import { say } from '../../../src/words/say-message.ts'
import { writeWord } from './write-word.ts'

export async function readWord(bytes: Uint8Array): Promise<WordBlocks> {
  const read = await readWordBlocks(bytes)
  if ('problem' in read) throw new Error(say(read.problem.message))
  return read
}

/** The sentence with which a file is refused; null where it is read. */
export async function refusalOf(bytes: Uint8Array): Promise<string | null> {
  const read = await readWordBlocks(bytes)
  return 'problem' in read ? say(read.problem.message) : null
}

/** All that is written in a block, piece by piece. */
export function listInlines(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(listInlines))
    case 'table':
      return [...block.header, ...block.rows.flatMap(({ cells }) => cells)]
    default:
      return 'text' in block ? [block.text] : []
  }
}

/** The blocks of these paragraphs and tables, each in one line or list. */
export async function outline(...body: readonly string[]): Promise<readonly unknown[]> {
  return sketch((await readWord(writeWord(body))).blocks)
}

/** Bold stands between stars, a line break is a slash. */
export function sketch(blocks: readonly Block[]): readonly unknown[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${show(block.text)}`
      case 'paragraph':
        return show(block.text)
      case 'list':
        return block.items.map(({ blocks: inside, checked }, at) => {
          const mark = block.from === null ? '-' : `${block.from + at}.`
          const box = checked === null ? '' : checked ? ' [x]' : ' [ ]'
          const [first, ...more] = sketch(inside)
          const line = `${mark}${box} ${first}`
          return more.length === 0 ? line : [line, ...more]
        })
      case 'table':
        return [block.header, ...block.rows.map(({ cells }) => cells)].map(
          (row) => `| ${row.map(show).join(' | ')} |`,
        )
      default:
        return block
    }
  })
}

function show({ text, style }: Inline): string {
  return Array.from({ length: text.length }, (_, at) => {
    const starts = style[at] === 'b' && style[at - 1] !== 'b'
    const ends = style[at] === 'b' && style[at + 1] !== 'b'
    return `${starts ? '*' : ''}${text[at]}${ends ? '*' : ''}`
  })
    .join('')
    .replaceAll('\n', '/')
}
