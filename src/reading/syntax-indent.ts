import type { Message } from '../words/message.ts'
import { clipWord } from './problem.ts'
import {
  type CauseFinder,
  countIndent,
  findLineAbove,
  findValueStart,
  hasKey,
  listLinesAbove,
  type SourceLine,
  type SyntaxCause,
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
  return {
    start: at,
    end: at + comment.length,
    message: { say: 'text-after-comment', comment: clipWord(comment) },
    fix: { say: 'quote-text' },
  }
}

/** A line that is neither key nor item shows only on the line behind it, since a text could have continued there. */
const findMissingKey: CauseFinder = ({ text, reason, sign, start, line }) => {
  if (sign !== ':' && !/multiline key|expected ':'/.test(reason)) return null
  const here: SourceLine = { start, text: line, indent: countIndent(line) }
  const isHere = sign !== ':' && /^\s*[^\s#]/.test(line) && !hasKey(line)
  const found = isHere ? here : listLinesAbove(text, start).next().value
  if (found === undefined || hasKey(found.text)) return null
  const culprit = findFirstLine(text, found)
  // The text continues from a key above: the line with the next key is the wrong one.
  if (culprit === null) return null
  return findMissingSpace(culprit) ?? findStrayText(culprit)
}

/** The first line of a text; null where the text belongs to a key. */
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
  const better = clipWord(`${found} ${text.slice(indent + found.length)}`)
  return {
    start: end - 1,
    end,
    message: { say: 'space-missing', sign: clipWord(found) },
    fix: { say: 'write-instead', text: { say: 'value-quoted', text: better } },
    ...(key === undefined ? {} : { repair: { start: end, end: end + 1, by: ' ' } }),
  }
}

function findStrayText({ start, text, indent }: SourceLine): SyntaxCause | null {
  const word = text.trim()
  if (word.startsWith('- ') || word === '-') return null
  return {
    start: start + indent,
    end: start + text.trimEnd().length,
    message: { say: 'text-stray', text: clipWord(word) },
    fix: { say: 'text-stray-fix' },
  }
}

/** Keys and items in one column. */
const findMixedKinds: CauseFinder = ({ text, start, line, before }) => {
  if (before.trim() !== '' && !hasKey(line)) return null
  const indent = countIndent(line)
  const above = findLineAbove(text, start, indent)
  if (above?.indent !== indent || isItem(above.text) === isItem(line)) return null
  const message: Message = { say: isItem(line) ? 'item-beside-keys' : 'key-beside-items' }
  return { ...getLineRange(start, line), message, fix: { say: 'kinds-mixed-fix' } }
}

const findWrongIndent: CauseFinder = ({ text, start, line }) => {
  const indent = countIndent(line)
  const [above] = listLinesAbove(text, start)
  if (above === undefined) return null
  const expected = [...new Set(listIndentsAbove(text, start))].toSorted((a, b) => a - b)
  if (expected.includes(indent)) return null
  const message: Message = { say: 'indent-wrong', spaces: indent, expected }
  return { ...getLineRange(start, line), message, fix: { say: 'indent-wrong-fix' } }
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

/** Where the line's key begins, behind its dashes: its text continues only further in. */
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

function getLineRange(start: number, line: string) {
  return { start: start + countIndent(line), end: start + line.trimEnd().length }
}
