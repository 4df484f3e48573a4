import { type Problem, problem } from '../problem.ts'

/**
 * The parser takes up to a tenth of a millisecond for each thing that it has to look at, so what it is given is bounded: a
 * plan of hundreds of pages is far below this.
 */
const most = { characters: 1024 * 1024, pieces: 12_000, marks: 20, column: 100 }

/** Why a Markdown text is too much to be read, or null. */
export function tooMuch(text: string, from: number): Problem | null {
  if (text.length - from > most.characters) {
    return limit(0, 'A Markdown plan of more than 1 MB is not read')
  }
  let pieces = 0
  line.lastIndex = from
  for (let found = line.exec(text); found !== null; found = line.exec(text)) {
    const [whole, indent = '', marks = '', rest = ''] = found
    const depth = marks.match(/\S+/g)?.length ?? 0
    if (depth > most.marks || (depth > 0 && indent.length > most.column)) {
      return limit(found.index, `Lists stand more than ${most.marks} deep inside each other`)
    }
    pieces += 1 + depth + Math.min(indent.length >> 1, most.column) + count(rest) / 2
    if (pieces > most.pieces) {
      return limit(found.index, 'The plan holds more lines, lists and table cells than are read')
    }
    if (whole.length === 0) line.lastIndex++
    if (line.lastIndex >= text.length) break
  }
  return null
}

/** A line: its indentation, its marks of lists, the rest. */
const line = /([ \t]*)((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)([^\r\n]*)(?:\r\n?|\n|$)/g

function count(text: string): number {
  let pipes = 0
  for (let at = text.indexOf('|'); at !== -1; at = text.indexOf('|', at + 1)) pipes++
  return pipes
}

function limit(start: number, message: string): Problem {
  return problem({
    id: 'yaml.limit',
    start,
    end: start,
    message,
    fix: 'Make it flatter or shorter',
  })
}
