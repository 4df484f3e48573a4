import { type Document, isNode, type Pair, Scalar, type ToStringOptions, visit } from 'yaml'
import { controlCharacters } from '../model/visible.ts'

/** Writes a document in our style; nodes that a person wrote keep theirs. Lines longer than `width` are broken where they can be. */
export function writeInHouseStyle(document: Document, width = 100): string {
  const root = document.contents
  visit(document, {
    Pair: (_, pair) => {
      setValueNode(document, pair)
    },
    Scalar: (key, scalar) => {
      scalar.type =
        chooseStyle(scalar, key === 'key' || scalar === root, width) ?? scalar.type ?? Scalar.PLAIN
    },
  })
  return document
    .toString({ ...layoutOptions, lineWidth: width })
    .replaceAll(unsafeCharacters, escapeCharacter)
}

const layoutOptions: ToStringOptions = {
  minContentWidth: 40,
  flowCollectionPadding: false,
  verifyAliasOrder: false,
}

/** A text is plain as long as it leaves this much of a line for its key and what is around it. */
const minRoomForKey = 30

/** An edit may leave bare values where nodes belong. */
function setValueNode(document: Document, pair: Pair): void {
  if (!isNode(pair.value)) pair.value = document.createNode(pair.value)
}

function chooseStyle({ value, range }: Scalar, single: boolean, width: number): Scalar.Type | null {
  if (typeof value !== 'string') return null
  if (needsEscapes(value) || (single && (value.includes('\n') || value === '<<'))) {
    return Scalar.QUOTE_DOUBLE
  }
  if (single || range != null) return null
  if (value.includes('\n')) return isBlockText(value) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE
  return value.length > width - minRoomForKey && /^\S+(?: \S+)+$/.test(value)
    ? Scalar.BLOCK_FOLDED
    : null
}

/** What a text file may not hold as it is, or what acts instead of showing; a line feed is neither. */
const unsafeCharacters = new RegExp(`(?!\\n)[${controlCharacters}\\uFFFE\\uFFFF]`, 'gu')

function needsEscapes(text: string): boolean {
  return text.search(unsafeCharacters) !== -1
}

/** All of them stand in double quotes by now. */
function escapeCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
}

/** Lines that begin and end with something to see; one line break at the end, or none. */
function isBlockText(text: string): boolean {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  if (lines[0] === '' || lines.at(-1) === '' || lines[0]?.startsWith(' ')) return false
  return lines.every((line) => !/\s$/.test(line))
}
