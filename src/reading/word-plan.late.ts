import { openDocument, type SourceDocument } from './open-document.ts'
import { createTextProblem, refusals, type TextProblem } from './problem.ts'
import { createPlanRoot, readProse } from './prose/read-prose.ts'
import { readWordBlocks } from './word/word-blocks.late.ts'

/** Reads a plan in Word as one in Markdown is read. Its lines are the paragraphs, from 1; nothing is thrown. */
export async function readWordPlan(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const read = await readWordBlocks(bytes)
  const refuse = (problem: TextProblem) =>
    openDocument({ name, text: '', problems: [problem], outline: null })
  if ('problem' in read) return refuse(read.problem)
  const { text, blocks } = read
  if (text.trim() === '') {
    return refuse(createTextProblem(refusals.emptyDocument, { start: 0, end: 0 }))
  }
  const nothing = { text, root: null, rootNode: 0, nodes: new Map(), placeOf: () => null }
  const { outline, problems, prose, unread } = readProse(blocks, createPlanRoot(), nothing, 0)
  return openDocument({
    name,
    text,
    problems,
    outline: { ...outline, comments: () => [] },
    unit: 'paragraph',
    isAssumed: true,
    prose,
    unread,
  })
}
