import { quoteWord } from './problem.ts'
import {
  type CauseFinder,
  countIndent,
  findLineAbove,
  findValueStart,
  hasKey,
  listLinesAbove,
  type SourceLine,
  type SyntaxCause,
  type SyntaxContext,
} from './syntax-context.ts'

/** `ask: Say # this` and more text on the line below. */
const findTextAfterComment: CauseFinder = ({ text, start, line, before }) => {
  const [above] = listLinesAbove(text, start)
  if (above === undefined || before.trim() !== '' || countIndent(line) <= getKeyColumn(above))
    return null
  // A key begins something new, whatever column it stands in.
  if (isPlainKey(line)) return null
  const hash = above.text.search(/[ \t]#/)
  if (hash === -1 || !/\S[ \t]+\S/.test(above.text.slice(0, hash))) return null
  const at = above.start + hash + 1
  const comment = above.text.slice(hash + 1)
  const message = `The text ends before ${quoteWord(comment)}, which is read as a comment, so it can't go on below`
  const fix = 'Put the text in quotes, or start it on the next line after `>-`'
  return { start: at, end: at + comment.length, message, fix }
}

/** A line that is no key and no item is seen only behind it, since a text could have gone on there. */
const findMissingKey: CauseFinder = (spot) => {
  const { text, reason, sign, start, line } = spot
  if (sign !== ':' && !/multiline key|expected ':'/.test(reason)) return null
  const here: SourceLine = { start, text: line, indent: countIndent(line) }
  const isHere = sign !== ':' && /^\s*[^\s#]/.test(line) && !hasKey(line)
  const found = isHere ? here : listLinesAbove(text, start).next().value
  if (found === undefined || hasKey(found.text)) return null
  const culprit = findFirstLine(text, found)
  // The text goes on from a key above: it is the line with the next key that stands wrong.
  if (culprit === null) return null
  return findMissingSpace(culprit) ?? findStrayText(culprit)
}

/** Of the lines of one text the first; null where that is a key's own text. */
function findFirstLine(text: string, line: SourceLine): SourceLine | null {
  let first = line
  for (const above of listLinesAbove(text, line.start)) {
    if (hasKey(above.text)) {
      return getKeyColumn(above) < first.indent && hasText(above.text) ? null : first
    }
    if (isItem(above.text)) break
    if (above.indent < first.indent) first = above
  }
  return first
}

/** Does a text begin behind the key? Not one in block style, whose lines may look like anything. */
function hasText(line: string): boolean {
  return !/^(?:$|#|[|>&!])/.test(line.slice(findValueStart(line)).trim()) && !/:[ \t]*$/.test(line)
}

function findMissingSpace({ start, text, indent }: SourceLine): SyntaxCause | null {
  const key = /^(?:- +)*[^\s:"'#]+:(?=[^\s/])/.exec(text.slice(indent))?.[0]
  const dash = /^-(?=[^\s-])/.exec(text.slice(indent))?.[0]
  const found = key ?? dash
  if (found === undefined) return null
  const end = start + indent + found.length
  const message = `A space is missing after ${quoteWord(found)}`
  const fix = `Write ${quoteWord(`${found} ${text.slice(indent + found.length)}`)}`
  const mend = key === undefined ? {} : { mend: { start: end, end: end + 1, by: ' ' } as const }
  return { start: end - 1, end, message, fix, ...mend }
}

function findStrayText({ start, text, indent }: SourceLine): SyntaxCause | null {
  const word = text.trim()
  if (word.startsWith('- ') || word === '-') return null
  const message = `${quoteWord(word)} is neither a key with a ":" nor a list's item with a "-"`
  const fix = 'Write a key in front, or indent the line if it goes on with the text above'
  return { start: start + indent, end: start + text.trimEnd().length, message, fix }
}

/** Keys and items in one column. */
const findMixedKinds: CauseFinder = ({ text, start, line, before }) => {
  if (before.trim() !== '' && !hasKey(line)) return null
  const indent = countIndent(line)
  const above = findLineAbove(text, start, indent)
  if (above?.indent !== indent || isItem(above.text) === isItem(line)) return null
  const [here, there] = isItem(line) ? ['A list item', 'map keys'] : ['A map key', 'list items']
  const message = `${here} stands beside ${there}; expected only one kind`
  const fix = 'Indent what belongs under a key by two spaces more than the key'
  return { ...getLineRange(start, line), message, fix }
}

const findWrongIndent: CauseFinder = ({ text, start, line }) => {
  const indent = countIndent(line)
  const [above] = listLinesAbove(text, start)
  if (above === undefined) return null
  const levels = [...new Set(listIndentsAbove(text, start))].toSorted((a, b) => a - b)
  if (levels.includes(indent)) return null
  const message = `The line is indented by ${formatSpaces(indent)}; expected ${levels.join(' or ')}, like a line above`
  const fix = 'Line it up with the keys or items that it belongs to'
  return { ...getLineRange(start, line), message, fix }
}

/** The columns in which something above is still open: from the nearest line outwards, behind dashes too. */
function* listIndentsAbove(text: string, start: number): Generator<number> {
  let least = Infinity
  for (const { indent, text: line } of listLinesAbove(text, start)) {
    if (indent >= least) continue
    for (let column = indent; column < least; ) {
      yield column
      const item = /^- +(?=\S)/.exec(line.slice(column))?.[0]
      column = item === undefined ? Infinity : column + item.length
    }
    least = indent
  }
}

export const indentCauseFinders: readonly CauseFinder[] = [
  findTextAfterComment,
  findMissingKey,
  findMixedKinds,
  findWrongIndent,
]

/** Where the line's key begins, behind its dashes: its text goes on only further in. */
function getKeyColumn({ text, indent }: SourceLine): number {
  return indent + (/^(?:- +)*/.exec(text.slice(indent))?.[0].length ?? 0)
}

/** A key of one word. */
function isPlainKey(line: string): boolean {
  return /^[ \t]*(["']?)[\p{L}\p{N}_-]+\1:(?:[ \t]|$)/u.test(line)
}

function isItem(line: string): boolean {
  return /^ *-(?:[ \t]|$)/.test(line)
}

function formatSpaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`
}

function getLineRange(start: SyntaxContext['start'], line: string) {
  return { start: start + countIndent(line), end: start + line.trimEnd().length }
}
