import type { Message } from '../words/message.ts'
import { clipWord } from './problem.ts'
import { findNoteLine, isResponseText, writeLineInstead } from './syntax-answers.ts'
import {
  type CauseFinder,
  countIndent,
  findLineAbove,
  findLineBelow,
  hasKey,
  isItem,
  listLinesAbove,
  type SourceLine,
} from './syntax-context.ts'

/** Keys and items in one column. */
const findMixedKinds: CauseFinder = ({ text, start, line, before }) => {
  if (before.trim() !== '' && !hasKey(line)) return null
  const indent = countIndent(line)
  const above = findLineAbove(text, start, indent)
  if (above?.indent !== indent || isItem(above.text) === isItem(line)) return null
  const message: Message = { say: isItem(line) ? 'item-beside-keys' : 'key-beside-items' }
  return { ...getLineRange(start, line), message, fix: { say: 'kinds-mixed-fix' } }
}

/** Where this line stands in one column with its neighbours, the line above it is the one that does not. */
const findWrongIndentAbove: CauseFinder = ({ text, start, line }) => {
  const [wrong, owner] = listLinesAbove(text, start)
  const indent = countIndent(line)
  if (wrong === undefined || owner === undefined || wrong.indent === indent) return null
  if (isItem(line) || ![line, wrong.text].every(hasKey)) return null
  const opens = /:[ \t]*(?:#.*)?$/.test(owner.text) && owner.indent < indent
  const isOutOfLine = opens && (wrong.indent > indent || wrong.indent === owner.indent)
  const isAnswer = owner.indent === indent && wrong.indent < indent && keyHasPoint.test(wrong.text)
  if (!isAnswer && !(isOutOfLine && findLineBelow(text, start)?.indent === indent)) return null
  const message: Message = { say: 'indent-unlike-below', spaces: wrong.indent, expected: indent }
  return { ...getLineRange(wrong.start, wrong.text), message, fix: { say: 'indent-wrong-fix' } }
}

/** Only ids of questions have one. */
const keyHasPoint = /^ *[\p{L}\p{N}_-]+\.[\p{L}\p{N}_-]+:/u

/** A note below an answer that stands on the line of its question. */
const findNoteUnderAnswer: CauseFinder = ({ text, start, line }) => {
  const [owner] = listLinesAbove(text, start)
  const better = owner === undefined ? null : findNoteLine(owner, line)
  if (owner === undefined || better === null || !isResponseText(text)) return null
  if (countIndent(line) <= owner.indent) return null
  const [key = '', value = ''] = owner.text.trim().split(/:[ \t]+/)
  return {
    ...getLineRange(start, line),
    message: { say: 'key-under-value', key: clipWord(key), value: clipWord(value) },
    fix: writeLineInstead(better),
  }
}

/** Where everything around it is a key, the dash of one line is too many. */
const findDashBeforeKey: CauseFinder = ({ text, start, line }) => {
  const here: SourceLine = { start, text: line, indent: countIndent(line) }
  const [above, first] = listLinesAbove(text, start)
  const [item, owner] = isItem(line) ? [here, above] : [above, first]
  if (item === undefined || owner === undefined || !isResponseText(text)) return null
  const bare = item.text.replace(/^( *)- +/, '$1')
  if (!isItem(item.text) || isItem(owner.text) || !hasKey(bare) || item.indent !== here.indent)
    return null
  return {
    ...getLineRange(item.start, item.text),
    message: { say: 'item-beside-keys' },
    fix: writeLineInstead(bare.trim()),
  }
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
  findDashBeforeKey,
  findMixedKinds,
  findWrongIndentAbove,
  findNoteUnderAnswer,
  findWrongIndent,
]

function getLineRange(start: number, line: string) {
  return { start: start + countIndent(line), end: start + line.trimEnd().length }
}
