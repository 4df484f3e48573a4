import type { Message } from '../words/message.ts'
import { findLineStart, findNextLine } from './lines.ts'
import { clipWord } from './problem.ts'
import { writeLineInstead } from './syntax-answers.ts'
import {
  type CauseFinder,
  countIndent,
  findLineBelow,
  findValueStart,
  getKeyColumn,
  hasKey,
  isItem,
  isPlainKey,
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
const findMissingKey: CauseFinder = ({ text, reason, sign, before, start, line }) => {
  const beginsLine = before.trim() === '' && isPlainKey(line)
  if (sign !== ':' && !beginsLine && !/multiline key|expected ':'/.test(reason)) return null
  const here: SourceLine = { start, text: line, indent: countIndent(line) }
  const isHere = sign !== ':' && /^\s*[^\s#]/.test(line) && !hasKey(line)
  const found = isHere ? here : listLinesAbove(text, start).next().value
  if (found === undefined || hasKey(found.text)) return null
  const culprit = findFirstLine(text, found)
  // The text continues from a key above: the line with the next key is the wrong one.
  if (culprit === null) return null
  return (
    findMissingSpace(culprit) ??
    findMissingColon(culprit) ??
    findLostValue(text, culprit) ??
    findStrayText(text, culprit)
  )
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

/** `trust.bad-news = 4`, and without a sign where the key is the id of a question. */
function findMissingColon(line: SourceLine): SyntaxCause | null {
  const [, key, sign = '', value = ''] =
    /^([\p{L}\p{N}_.-]+)(?:[ \t]*([=;：])[ \t]*|[ \t]+|$)(.*)$/u.exec(line.text.trim()) ?? []
  const isKey = sign !== '' || /^[\p{L}\p{N}_-]+\.[\p{L}\p{N}_-]+$/u.test(key ?? '')
  if (key === undefined || !isKey || value.length > maxValueLength) return null
  return {
    ...getRange(line),
    message: { say: 'colon-missing', key: clipWord(key) },
    fix: writeLineInstead(`${key}: ${value}`.trim()),
    repair: { ...getRange(line), by: ' ' },
  }
}

const maxValueLength = 60

/** A value alone on the line below its key; of a form's option line, what stands before its meaning. */
function findLostValue(text: string, line: SourceLine): SyntaxCause | null {
  const word = line.text.trim()
  const [above] = listLinesAbove(text, line.start)
  const key = /^ *(?:- +)*([\p{L}\p{N}_.-]+):[ \t]*$/u.exec(above?.text ?? '')?.[1]
  const isNext = above !== undefined && findNextLine(text, above.start) === line.start
  if (key === undefined || !isNext || isItem(line.text) || word.length > maxValueLength) return null
  return {
    ...getRange(line),
    message: { say: 'text-stray', text: clipWord(word) },
    fix: writeLineInstead(`${key}: ${/^(\S+) {2,}\S/.exec(word)?.[1] ?? word}`),
    repair: { ...getRange(line), by: ' ' },
  }
}

function findStrayText(text: string, line: SourceLine): SyntaxCause | null {
  const word = line.text.trim()
  if (word.startsWith('- ') || word === '-') return null
  return {
    ...getRange(line),
    message: { say: 'text-stray', text: clipWord(word) },
    fix: findCommentFix(text, line) ?? { say: 'text-stray-fix' },
    repair: { ...getRange(line), by: ' ' },
  }
}

/** In a form the questions and their values are comments; one of them may have lost its `#`. */
function findCommentFix(text: string, { start, text: line }: SourceLine): Message | null {
  const above = text.slice(findLineStart(text, start - 1), start)
  const below = text.slice(findNextLine(text, start))
  if (![above, below].some((other) => /^[ \t]*#/.test(other))) return null
  const [, value] = /^ *(\S+) {2,}\S/.exec(line) ?? []
  const key = /^ *([\p{L}\p{N}_.-]+):[ \t]*$/u.exec(findLineBelow(text, start)?.text ?? '')?.[1]
  return value === undefined || key === undefined
    ? { say: 'comment-fix' }
    : { say: 'option-comment-fix', line: `${key}: ${value}` }
}

/** Without the blanks around, of which a line may consist alone. */
function getRange({ start, text, indent }: SourceLine) {
  return { start: start + indent, end: start + Math.max(indent, text.trimEnd().length) }
}

/** Quotes around a key and its value make one text of both. */
export const findQuotedLine: CauseFinder = ({ text, start, line }) => {
  const [above] = listLinesAbove(text, start)
  for (const each of [{ start, text: line, indent: countIndent(line) }, above]) {
    const inside = /^(["'])([\p{L}\p{N}_.-]+:[ \t].*)\1$/u.exec(each?.text.trim() ?? '')?.[2]
    if (each === undefined || inside === undefined) continue
    return {
      ...getRange(each),
      message: { say: 'key-in-quotes' },
      fix: writeLineInstead(inside),
      repair: { ...getRange(each), by: ' ' },
    }
  }
  return null
}

/** Lines that are neither a key nor an item. */
export const lineCauseFinders: readonly CauseFinder[] = [findTextAfterComment, findMissingKey]
