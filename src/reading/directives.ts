import { findLineEnd, findNextLine, type TextRange } from './lines.ts'
import { createTextProblem, refusals, type TextProblem } from './problem.ts'

/** Refuses all directives but `%YAML 1.2`; the text that is read on has comments in their place. */
export function readDirectives(text: string): {
  readonly text: string
  readonly problems: readonly TextProblem[]
} {
  const problems: TextProblem[] = []
  let readable = text
  for (const { start, end } of listDirectiveLines(text)) {
    const line = text.slice(start, end)
    if (/^%YAML[ \t]+1\.2[ \t]*(?:$|[ \t]#)/.test(line)) continue
    problems.push(createTextProblem(refusals.describeDirective(line), { start, end }))
    readable = `${readable.slice(0, start)}#${readable.slice(start + 1)}`
    if (problems.length === maxDirectiveProblems) break
  }
  return { text: readable, problems }
}

const maxDirectiveProblems = 20

/** Directives stand at the top, among nothing but comments and empty lines. */
function* listDirectiveLines(text: string): Generator<TextRange> {
  let start = 0
  while (start < text.length) {
    const first = text.charAt(start)
    const end = findLineEnd(text, start)
    if (first === '%') yield { start, end }
    else if (!/^[ \t]*(?:#|$)/.test(text.slice(start, end))) return
    start = findNextLine(text, end)
  }
}

/** Where a second document begins: at its `---`, or behind the `...` that ends the first. */
export function findSecondDocument(text: string): TextRange {
  const marker = /(?:^|[\r\n])(---|\.\.\.)(?=[ \t\r\n]|$)/g
  const content = findFirstContent(text)
  marker.lastIndex = content
  const found = marker.exec(text)
  if (found === null) return { start: 0, end: 0 }
  const start = marker.lastIndex - 3
  if (found[1] === '---') return { start, end: start + 3 }
  const rest = /[^\s]/g
  rest.lastIndex = findLineEnd(text, start)
  const next = rest.exec(text)?.index ?? start
  return { start: next, end: findLineEnd(text, next) }
}

/** Behind the first `---`, if the first document has one. */
function findFirstContent(text: string): number {
  let start = 0
  while (start < text.length) {
    const end = findLineEnd(text, start)
    const line = text.slice(start, end)
    if (/^---(?:[ \t]|$)/.test(line)) return end
    if (!/^[ \t]*(?:[#%]|$)/.test(line)) return Math.max(0, start - 1)
    start = findNextLine(text, end)
  }
  return 0
}
