import { isMap } from '../model/value.ts'
import { findComments } from './comments.ts'
import { decodeText } from './decode-text.ts'
import type { TextRange } from './lines.ts'
import { readBlocks } from './markdown/blocks.ts'
import { findFrontMatter } from './markdown/front-matter.ts'
import { listHtmlComments } from './markdown/html-comments.ts'
import { findLimitProblem } from './markdown/limits.ts'
import { buildNameResolver } from './markdown/name-resolver.ts'
import type { PlanReading } from './markdown/reading.ts'
import { readSections } from './markdown/sections.ts'
import {
  buildPlanOutline,
  createMapNode,
  type MapNode,
  type PlanNode,
  toGrowableNode,
  type YamlNode,
} from './markdown/tree.ts'
import { openDocument, type SourceDocument } from './open-document.ts'
import type { Outline } from './places.ts'
import { createTextProblem, type TextProblem } from './problem.ts'
import { readYamlText } from './yaml.ts'

/**
 * Reads a plan in Markdown: YAML between `---` lines first, then headings, lists and tables, by the names of
 * `markdown/vocabulary.ts`. What cannot be placed is said by findings; nothing is thrown. A file without the key
 * `accordant` in its front matter is none of ours, and is not looked into.
 */
export function readMarkdownPlan(bytes: Uint8Array, name: string): SourceDocument {
  const { text, problems } = decodeText(bytes)
  if (problems.length > 0) return openDocument({ name, text, problems, outline: null })
  const frontMatter = findFrontMatter(text)
  const { outline, problems: found } = readYamlText(text.slice(0, frontMatter?.end ?? 0))
  const front: Outline = { ...outline, text }
  const yamlComments = () => findComments(text.slice(0, frontMatter?.end ?? 0), outline.scalars())
  const refused = [...found, ...checkPlanFormat(front, text, frontMatter?.body ?? 0)]
  if (
    frontMatter === null ||
    !isOurs(front) ||
    refused.some(({ severity }) => severity === 'error')
  ) {
    return openDocument({
      name,
      text,
      problems: refused,
      outline: { ...front, comments: yamlComments },
    })
  }
  const body = readBody(text, frontMatter.body, front, outline.nodeCount)
  const comments = () => [...yamlComments(), ...listHtmlComments(text, body.comments)]
  return openDocument({
    name,
    text,
    problems: [...refused, ...body.problems],
    outline: { ...body.outline, comments },
  })
}

function isOurs({ root }: Outline): boolean {
  return isMap(root) && typeof root.accordant === 'string'
}

/** Only plans are read from Markdown, and none that would take too long. */
function checkPlanFormat(front: Outline, text: string, body: number): readonly TextProblem[] {
  if (!isMap(front.root) || typeof front.root.accordant !== 'string') return []
  if (!front.root.accordant.startsWith('plan/')) {
    return [
      createTextProblem(
        {
          id: 'schema.value',
          message: { say: 'markdown-not-plan' },
          fix: { say: 'markdown-not-plan-fix' },
        },
        { start: 0, end: 3 },
        { path: ['accordant'] },
      ),
    ]
  }
  const limit = findLimitProblem(text, body)
  return limit === null ? [] : [limit]
}

function readBody(text: string, from: number, front: Outline, nodeCount: number) {
  const comments: TextRange[] = []
  const reading: PlanReading = { text, problems: [], deferred: [] }
  const root = buildRoot(front)
  readSections(
    reading,
    root,
    readBlocks(text, from, (range) => comments.push(range)),
  )
  const names = buildNameResolver(root)
  for (const look of reading.deferred) look(names)
  return { comments, problems: reading.problems, outline: buildPlanOutline(root, front, nodeCount) }
}

/** What the front matter holds, as something that the rest can be added to: two levels down, where sections are. */
function buildRoot(front: Outline): MapNode {
  const root = toGrowableNode(createYamlNode(front.root, front.rootNode), front)
  if (root.kind !== 'map') return createMapNode({ start: 0, end: 0 })
  for (const entry of root.entries.values()) entry.node = expandNode(entry.node, front, 3)
  return root
}

function expandNode(node: PlanNode, front: Outline, depth: number): PlanNode {
  const open = node.kind === 'yaml' && depth > 0 ? toGrowableNode(node, front) : node
  if (open.kind === 'map') {
    for (const entry of open.entries.values()) entry.node = expandNode(entry.node, front, depth - 1)
  } else if (open.kind === 'list') {
    for (const [index, item] of open.items.entries())
      open.items[index] = expandNode(item, front, depth - 1)
  }
  return open
}

function createYamlNode(value: unknown, node: number): YamlNode {
  return { kind: 'yaml', value, node }
}
