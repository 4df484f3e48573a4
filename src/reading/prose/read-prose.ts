import type { Path } from '../../model/finding.ts'
import { toKindMark } from '../../model/kind-names.ts'
import type { Prose } from '../../model/prose.ts'
import type { Block } from '../markdown/blocks.ts'
import type { Outline } from '../open-document.ts'
import type { TextProblem } from '../problem.ts'
import { findPassages } from './find-passages.ts'
import { readOutline } from './outline.ts'
import { startReading } from './reading.ts'
import { resolveNames } from './resolve-names.ts'
import { readSections } from './sections.ts'
import { buildPlanOutline, createMapNode, type MapNode, type PlanNode } from './tree.ts'

/** A document in prose as it was understood. */
export interface ReadProse {
  readonly outline: Outline
  /** Where a text under a documented key was not understood. */
  readonly unread: readonly Path[]
  /** What is not filled in, and why a value under a documented key was not read; in no order. */
  readonly problems: readonly TextProblem[]
  readonly prose: Prose
}

/**
 * Reads what follows the documented form (docs/markdown-plans.md) into `root`, which may hold values already (front matter), and
 * keeps all other text for the topics of checks. Source: design section 2, Prose.
 */
export function readProse(
  blocks: readonly Block[],
  root: MapNode,
  front: Outline,
  nodeCount: number,
): ReadProse {
  const document = readOutline(blocks)
  const reading = startReading()
  readSections(reading, document, root)
  resolveNames(reading, root)
  removeEmpty(root)
  const { prose, blanks } = findPassages(front.text, document, reading.read)
  return {
    ...buildPlanOutline(root, front, nodeCount),
    problems: [...reading.problems, ...blanks],
    prose,
  }
}

/** Maps and lists that were made for values which then were none. */
function removeEmpty({ entries }: MapNode): void {
  for (const [key, { node, front }] of entries) {
    if (node.kind === 'map') removeEmpty(node)
    if (node.kind === 'list')
      for (const item of node.items) if (item.kind === 'map') removeEmpty(item)
    if (front === undefined && isEmpty(node)) entries.delete(key)
  }
}

function isEmpty(node: PlanNode): boolean {
  if (node.kind === 'map') return node.entries.size === 0
  return node.kind === 'list' && node.items.length === 0
}

/** A document without front matter of ours is a plan all the same. */
export function createPlanRoot(): MapNode {
  const place = { start: 0, end: 0 }
  const root = createMapNode(place)
  const node = { kind: 'scalar', value: toKindMark('plan'), place, exact: false } as const
  root.entries.set('accordant', { key: place, node })
  return root
}
