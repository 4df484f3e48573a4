import type { Path } from '../../model/finding.ts'
import type { TextRange } from '../lines.ts'
import type { Inline } from '../markdown/inline.ts'
import type { ChildNodes, NodePlace, Outline } from '../open-document.ts'

/** A plan while it is put together: every part has its place. */
export type PlanNode = ScalarNode | ListNode | MapNode | YamlNode | UnreadNode

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly value: string | number | null
  readonly place: TextRange
  /** The text is in the file as it is read. */
  readonly exact: boolean
}

/** A text under a documented key that is not understood: the value is neither written nor missing. */
interface UnreadNode {
  readonly kind: 'unread'
  readonly place: TextRange
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: PlanNode[]
  readonly place: TextRange
  readonly front?: number
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: Map<string, MapEntry>
  readonly place: TextRange
  /** The number of the node where it comes from the front matter. */
  readonly front?: number
}

export interface MapEntry {
  readonly key: TextRange
  node: PlanNode
  /** The number of the key's node where the entry comes from the front matter. */
  readonly front?: number
}

/** A value of the front matter, as it was read. */
export interface YamlNode {
  readonly kind: 'yaml'
  readonly value: unknown
  readonly node: number
}

export function createMapNode(place: TextRange): MapNode {
  return { kind: 'map', entries: new Map(), place }
}

export function createScalarNode(inline: Inline, value: string | number): ScalarNode {
  const exact = inline.text === value && inline.range.end - inline.range.start === value.length
  return { kind: 'scalar', value, place: inline.range, exact: exact && !/[\r\n]/.test(inline.mask) }
}

/** The front matter's map or list as one that can grow; its values stay as they are. */
export function toGrowableNode(node: YamlNode, outline: Outline): MapNode | ListNode | YamlNode {
  const { value } = node
  if (typeof value !== 'object' || value === null) return node
  const place = outline.placeOf(node.node) ?? noRange
  const nodes = outline.nodes.get(value)
  if (Array.isArray(value)) {
    const numbers = Array.isArray(nodes) ? (nodes as readonly number[]) : []
    const items = value.map(
      (item, index): PlanNode => createYamlNode(item, numbers[index] ?? node.node),
    )
    return { kind: 'list', items, place, front: node.node }
  }
  const map: MapNode = { ...createMapNode(place), front: node.node }
  if (!(nodes instanceof Map)) return map
  for (const [key, front] of nodes as ReadonlyMap<string, number>) {
    const inner = (value as Readonly<Record<string, unknown>>)[key]
    const keyPlace = outline.placeOf(front) ?? noRange
    map.entries.set(key, { key: keyPlace, node: createYamlNode(inner, front + 1), front })
  }
  return map
}

function createYamlNode(value: unknown, node: number): YamlNode {
  return { kind: 'yaml', value, node }
}

const noRange: TextRange = { start: 0, end: 0 }

/**
 * The plan as an outline: plain values, and a numbered node for each part; with the paths of what is unread. The front matter's nodes
 * keep their numbers.
 */
export function buildPlanOutline(
  root: MapNode,
  front: Outline,
  firstFree: number,
): { readonly outline: Outline; readonly unread: readonly Path[] } {
  const nodes = new Map(front.nodes)
  const places: NodePlace[] = []
  const unread: Path[] = []

  const add = (node: PlanNode, path: Path): unknown => {
    switch (node.kind) {
      case 'yaml':
      case 'scalar':
        return node.value
      case 'unread':
        unread.push(path)
        return undefined
      case 'list': {
        const value = node.items.map((item, index) => add(item, [...path, index]))
        nodes.set(
          value,
          node.items.map((item) => getFrontMatterNode(item) ?? number(item)),
        )
        return value
      }
      default: {
        const value: Record<string, unknown> = Object.create(null)
        const keys = new Map<string, number>()
        for (const [key, entry] of node.entries) {
          const inner = add(entry.node, [...path, key])
          if (inner !== undefined) value[key] = inner
          keys.set(key, entry.front ?? numberOfKey(entry))
        }
        // A map in which nothing was understood is not written: its parts are unread.
        if (node.front === undefined && keys.size > 0 && Object.keys(value).length === 0) return
        nodes.set(value, keys)
        return value
      }
    }
  }
  const number = (node: PlanNode): number => {
    places.push(getNodePlace(node))
    return firstFree + places.length - 1
  }
  const numberOfKey = ({ key, node }: MapEntry): number => {
    places.push({ ...key, exact: null, isCollection: false }, getNodePlace(node))
    return firstFree + places.length - 2
  }

  const value = add(root, [])
  const rootNode = root.front ?? number(root)
  const outline: Outline = {
    text: front.text,
    root: value,
    rootNode,
    nodes: nodes as ChildNodes,
    placeOf: (wanted) =>
      wanted < firstFree ? front.placeOf(wanted) : (places[wanted - firstFree] ?? null),
  }
  return { outline, unread }
}

function getFrontMatterNode(node: PlanNode): number | null {
  if (node.kind === 'yaml') return node.node
  return node.kind === 'map' || node.kind === 'list' ? (node.front ?? null) : null
}

/** A list is at its first item; a map where its heading or its row is. */
function getNodePlace(node: PlanNode): NodePlace {
  if (node.kind === 'yaml') return { ...noRange, exact: null, isCollection: false }
  if (node.kind === 'scalar') {
    return { ...node.place, exact: node.exact ? node.place.start : null, isCollection: false }
  }
  if (node.kind === 'unread') return { ...node.place, exact: null, isCollection: false }
  const first = node.kind === 'list' ? node.items[0] : undefined
  if (first !== undefined && first.kind !== 'yaml') return { ...getNodePlace(first), exact: null }
  return { ...node.place, exact: null, isCollection: false }
}
