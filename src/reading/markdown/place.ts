import type { Path } from '../../model/finding.ts'
import type { Range } from '../value-builder.ts'
import type { Inline } from './inline.ts'
import { lineOf, type Reading, tell } from './reading.ts'
import type { Field } from './shapes.ts'
import { aList, aMap, type ListNode, type MapNode, type Node, type ScalarNode } from './tree.ts'

/** Where something is put: a map of the plan, and the path that leads to it. */
export interface Spot {
  readonly map: MapNode
  readonly path: Path
}

export function scalar(inline: Inline, value: string | number): ScalarNode {
  const exact = inline.text === value && inline.range.end - inline.range.start === value.length
  return { kind: 'scalar', value, place: inline.range, exact: exact && !/[\r\n]/.test(inline.mask) }
}

/** The list under a key, made where there is none. */
export function listAt(map: MapNode, field: Field, key: Range): ListNode {
  const known = map.entries.get(field.key)
  if (known?.node.kind === 'list') return known.node
  const list = aList(key)
  map.entries.set(field.key, { key: known?.key ?? key, node: list })
  return list
}

/** The map under a key, made where there is none. */
export function mapAt(map: MapNode, field: Field, key: Range): MapNode {
  const known = map.entries.get(field.key)
  if (known?.node.kind === 'map') return known.node
  const inner = aMap(key)
  map.entries.set(field.key, { key: known?.key ?? key, node: inner })
  return inner
}

/** Whether something stands under the key already: the first counts, and that is said. */
export function isTaken(
  reading: Reading,
  { map, path }: Spot,
  field: Field,
  key: Range,
  inline: Inline,
): boolean {
  const known = map.entries.get(field.key)
  if (known === undefined || isEmpty(known.node)) return false
  const line = lineOf(reading, known.key.start)
  const message = `"${field.key}" stands here twice, first on line ${line}; the first one counts`
  tell(reading, 'yaml.duplicate-key', message, key === inline.range ? inline.range : key, {
    path: [...path, field.key],
    fix: 'Keep one of the two',
  })
  return true
}

/** Holds the place of what is not there. */
export function isEmpty(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null && node.pending !== true
}
