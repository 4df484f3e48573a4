import { lineEnd } from './lines.ts'
import { type Problem, problem } from './problem.ts'
import { directive } from './refusals.ts'
import type { Range } from './value-builder.ts'

/** Refuses all directives but `%YAML 1.2`; the text that is read on has comments in their place. */
export function readDirectives(text: string): {
  readonly text: string
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  let readable = text
  for (const { start, end } of directiveLines(text)) {
    const line = text.slice(start, end)
    if (/^%YAML[ \t]+1\.2[ \t]*(?:$|[ \t]#)/.test(line)) continue
    problems.push(problem({ ...directive(line), start, end }))
    readable = `${readable.slice(0, start)}#${readable.slice(start + 1)}`
    if (problems.length === mostTold) break
  }
  return { text: readable, problems }
}

const mostTold = 20

/** Directives stand at the top, among nothing but comments and empty lines. */
function* directiveLines(text: string): Generator<Range> {
  let start = 0
  while (start < text.length) {
    const first = text.charAt(start)
    const end = lineEnd(text, start)
    if (first === '%') yield { start, end }
    else if (!/^[ \t]*(?:#|$)/.test(text.slice(start, end))) return
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
}

/** Where a second document begins: at its `---`, or behind the `...` that ends the first. */
export function secondDocument(text: string): Range {
  const marker = /(?:^|[\r\n])(---|\.\.\.)(?=[ \t\r\n]|$)/g
  const content = firstContent(text)
  marker.lastIndex = content
  const found = marker.exec(text)
  if (found === null) return { start: 0, end: 0 }
  const start = marker.lastIndex - 3
  if (found[1] === '---') return { start, end: start + 3 }
  const rest = /[^\s]/g
  rest.lastIndex = lineEnd(text, start)
  const next = rest.exec(text)?.index ?? start
  return { start: next, end: lineEnd(text, next) }
}

/** Behind the first `---`, if the first document has one. */
function firstContent(text: string): number {
  let start = 0
  while (start < text.length) {
    const end = lineEnd(text, start)
    const line = text.slice(start, end)
    if (/^---(?:[ \t]|$)/.test(line)) return end
    if (!/^[ \t]*(?:[#%]|$)/.test(line)) return Math.max(0, start - 1)
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  return 0
}
