import type { Path } from '../../model/finding.ts'
import type { TextRange } from '../lines.ts'
import type { Inline } from './inline.ts'

import type { PlanField } from './shapes.ts'
import {
  createMapNode,
  type ListNode,
  type MapNode,
  type PlanNode,
  type ScalarNode,
} from './tree.ts'

/** Where something is put: a map of the plan, and the path that leads to it. */
export interface MapLocation {
  readonly map: MapNode
  readonly path: Path
}

export function createScalarNode(inline: Inline, value: string | number): ScalarNode {
  const exact = inline.text === value && inline.range.end - inline.range.start === value.length
  return { kind: 'scalar', value, place: inline.range, exact: exact && !/[\r\n]/.test(inline.mask) }
}

/** The list under a key, made where there is none. */
export function getOrCreateList(map: MapNode, field: PlanField, key: TextRange): ListNode {
  const known = map.entries.get(field.key)
  if (known?.node.kind === 'list') return known.node
  const list = createListNode(key)
  map.entries.set(field.key, { key: known?.key ?? key, node: list })
  return list
}

/** The map under a key, made where there is none. */
export function getOrCreateMap(map: MapNode, field: PlanField, key: TextRange): MapNode {
  const known = map.entries.get(field.key)
  if (known?.node.kind === 'map') return known.node
  const inner = createMapNode(key)
  map.entries.set(field.key, { key: known?.key ?? key, node: inner })
  return inner
}

/** Holds the place of what is not there. */
export function isEmptyNode(node: PlanNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.pending !== true
}

function createListNode(place: TextRange): ListNode {
  return { kind: 'list', items: [], place }
}
