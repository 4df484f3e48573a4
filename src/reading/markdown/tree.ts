import type { Nodes, Outline, Place } from '../places.ts'
import type { Range } from '../value-builder.ts'

/** A plan while it is put together: every part knows where it stands. */
export type Node = ScalarNode | ListNode | MapNode | YamlNode

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly value: string | number | null
  readonly place: Range
  /** The text stands in the file as it is read. */
  readonly exact: boolean
  /** A name stands here that is looked up when all are known. */
  readonly pending?: true
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: Node[]
  readonly place: Range
  readonly front?: number
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: Map<string, Entry>
  readonly place: Range
  /** The number of the node where it comes from the front matter. */
  readonly front?: number
}

export interface Entry {
  readonly key: Range
  node: Node
  /** The number of the key's node where the entry comes from the front matter. */
  readonly front?: number
}

/** A value of the front matter, as it was read. */
export interface YamlNode {
  readonly kind: 'yaml'
  readonly value: unknown
  readonly node: number
}

export function aMap(place: Range): MapNode {
  return { kind: 'map', entries: new Map(), place }
}

export function aList(place: Range): ListNode {
  return { kind: 'list', items: [], place }
}

/** The front matter's map or list as one that can grow; its values stay as they are. */
export function grown(node: YamlNode, outline: Outline): MapNode | ListNode | YamlNode {
  const { value } = node
  if (typeof value !== 'object' || value === null) return node
  const place = outline.placeOf(node.node) ?? nowhere
  const nodes = outline.nodes.get(value)
  if (Array.isArray(value)) {
    const numbers = Array.isArray(nodes) ? (nodes as readonly number[]) : []
    const items = value.map((item, index): Node => yaml(item, numbers[index] ?? node.node))
    return { kind: 'list', items, place, front: node.node }
  }
  const map: MapNode = { ...aMap(place), front: node.node }
  if (!(nodes instanceof Map)) return map
  for (const [key, front] of nodes as ReadonlyMap<string, number>) {
    const inner = (value as Readonly<Record<string, unknown>>)[key]
    const keyPlace = outline.placeOf(front) ?? nowhere
    map.entries.set(key, { key: keyPlace, node: yaml(inner, front + 1), front })
  }
  return map
}

function yaml(value: unknown, node: number): YamlNode {
  return { kind: 'yaml', value, node }
}

const nowhere: Range = { start: 0, end: 0 }

/** The plan as an outline: plain values, and a numbered node for each part. The front matter's nodes keep their numbers. */
export function outlineOf(root: MapNode, front: Outline, firstFree: number): Outline {
  const nodes = new Map(front.nodes)
  const places: Place[] = []

  const add = (node: Node): unknown => {
    switch (node.kind) {
      case 'yaml':
        return node.value
      case 'scalar':
        return node.value
      case 'list': {
        const value = node.items.map(add)
        nodes.set(
          value,
          node.items.map((item) => frontNode(item) ?? number(item)),
        )
        return value
      }
      default: {
        const value: Record<string, unknown> = Object.create(null)
        const keys = new Map<string, number>()
        for (const [key, entry] of node.entries) {
          value[key] = add(entry.node)
          keys.set(key, entry.front ?? numberOfKey(entry))
        }
        nodes.set(value, keys)
        return value
      }
    }
  }
  const number = (node: Node): number => {
    places.push(placeOf(node))
    return firstFree + places.length - 1
  }
  const numberOfKey = ({ key, node }: Entry): number => {
    places.push({ ...key, exact: null, holds: false }, placeOf(node))
    return firstFree + places.length - 2
  }

  const value = add(root)
  const rootNode = root.front ?? number(root)
  return {
    text: front.text,
    root: value,
    rootNode,
    nodes: nodes as Nodes,
    placeOf: (wanted) =>
      wanted < firstFree ? front.placeOf(wanted) : (places[wanted - firstFree] ?? null),
  }
}

function frontNode(node: Node): number | null {
  if (node.kind === 'yaml') return node.node
  return node.kind === 'scalar' ? null : (node.front ?? null)
}

/** A list stands at its first item; a map where its heading or its row is. */
function placeOf(node: Node): Place {
  if (node.kind === 'yaml') return { ...nowhere, exact: null, holds: false }
  if (node.kind === 'scalar') {
    return { ...node.place, exact: node.exact ? node.place.start : null, holds: false }
  }
  const first = node.kind === 'list' ? node.items[0] : undefined
  if (first !== undefined && first.kind !== 'yaml') return { ...placeOf(first), exact: null }
  return { ...node.place, exact: null, holds: false }
}
