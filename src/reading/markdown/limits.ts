import type { Message } from '../../words/message.ts'
import { createTextProblem, type TextProblem } from '../problem.ts'

/**
 * The parser takes up to a tenth of a millisecond for each thing that it has to look at, so what it is given is bounded: a
 * plan of hundreds of pages is far below this.
 */
const limits = { characters: 1024 * 1024, pieces: 12_000, marks: 20, column: 100 }

/** Why a Markdown text is too much to be read, or null. */
export function findLimitProblem(text: string, from: number): TextProblem | null {
  if (text.length - from > limits.characters) {
    return createLimitProblem(0, { say: 'plan-over-1-mb' })
  }
  let pieces = 0
  linePattern.lastIndex = from
  for (let found = linePattern.exec(text); found !== null; found = linePattern.exec(text)) {
    const [whole, indent = '', marks = '', rest = ''] = found
    const depth = marks.match(/\S+/g)?.length ?? 0
    if (depth > limits.marks || (depth > 0 && indent.length > limits.column)) {
      return createLimitProblem(found.index, { say: 'lists-too-deep', most: limits.marks })
    }
    pieces += 1 + depth + Math.min(indent.length >> 1, limits.column) + countPipes(rest) / 2
    if (pieces > limits.pieces) {
      return createLimitProblem(found.index, { say: 'plan-too-long' })
    }
    if (whole.length === 0) linePattern.lastIndex++
    if (linePattern.lastIndex >= text.length) break
  }
  return null
}

/** A line: its indentation, its marks of lists, the rest. */
const linePattern = /([ \t]*)((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)([^\r\n]*)(?:\r\n?|\n|$)/g

function countPipes(text: string): number {
  let pipes = 0
  for (let at = text.indexOf('|'); at !== -1; at = text.indexOf('|', at + 1)) pipes++
  return pipes
}

function createLimitProblem(start: number, message: Message): TextProblem {
  const fix: Message = { say: 'make-plan-shorter' }
  return createTextProblem({ id: 'yaml.limit', message, fix }, { start, end: start })
}
