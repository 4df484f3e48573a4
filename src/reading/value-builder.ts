import type { Path } from '../model/finding.ts'
import type { TextRange } from './lines.ts'
import type { ChildNodes } from './open-document.ts'
import { createTextProblem, type Refusal, refusals, type TextProblem } from './problem.ts'

/** What came of the nodes: the value, where its parts stand, and what was wrong with them. */
interface BuiltValue {
  readonly root: unknown
  readonly rootNode: number
  readonly nodes: ChildNodes
  readonly problems: readonly TextProblem[]
}

interface Anchor {
  readonly value: unknown
  /** Nodes and levels in all, aliases written out; null while it is still open, when an alias would go round. */
  readonly extent: Extent | null
}

interface Extent {
  readonly size: number
  readonly height: number
}

interface Frame {
  readonly node: number
  readonly range: TextRange
  readonly list: { readonly value: unknown[]; readonly nodes: number[] } | null
  readonly map: {
    readonly value: Record<string, unknown>
    readonly nodes: Map<string, number>
  } | null
  readonly anchor: string | null
  /** A map's key that waits for its value; null for a refused key, undefined while a key is due. */
  key: string | null | undefined
  /** A key that was written before: what stands under it is left out, and has this in its path. */
  repeated: string | null
  size: number
  height: number
}

const limits = { depth: 100, expanded: 10_000, keys: 20_000, problems: 1_000 }

/** Builds one document's value from its nodes, one at a time, and refuses what could be misunderstood or never end. */
export class ValueBuilder {
  readonly #frames: Frame[] = []
  readonly #anchors = new Map<string, Anchor>()
  readonly #aliased = new Set<string>()
  readonly #nodes = new Map<object, readonly number[] | ReadonlyMap<string, number>>()
  readonly #problems: TextProblem[] = []
  readonly #limitsMet = new Set<Refusal>()
  readonly #lineOf: (node: number) => number
  #expanded = 0
  #root: unknown = null
  #rootNode = 0

  constructor(lineOf: (node: number) => number) {
    this.#lineOf = lineOf
  }

  built(): BuiltValue {
    const root = this.#root
    return { root, rootNode: this.#rootNode, nodes: this.#nodes, problems: this.#problems }
  }

  get expectsKey(): boolean {
    const frame = this.#frames.at(-1)
    return frame !== undefined && frame.map !== null && frame.key === undefined
  }

  /** An error where the next value belongs, unless `more` says otherwise. */
  createProblem(refusal: Refusal, range: TextRange, more: Partial<TextProblem> = {}): TextProblem {
    return createTextProblem(refusal, range, { path: this.#path(), ...more })
  }

  refuse(refusal: Refusal, range: TextRange, more: Partial<TextProblem> = {}): void {
    if (this.#problems.length === limits.problems) return
    this.#problems.push(this.createProblem(refusal, range, more))
  }

  isAliased(name: string): boolean {
    return this.#aliased.has(name)
  }

  /** `text` as it is written; `plain` without quotes around. */
  key(node: number, text: string, range: TextRange, plain: boolean): void {
    const frame = this.#frames.at(-1)
    if (frame === undefined || frame.map === null) return
    const { nodes } = frame.map
    frame.key = null
    frame.repeated = null
    if (text === '') this.refuse(refusals.emptyKey, range)
    else if (plain && text === '<<') this.refuse(refusals.mergeKey, range)
    else if (nodes.has(text)) {
      this.#refuseDuplicate(text, nodes.get(text) ?? node, range)
      frame.repeated = text
    } else if (nodes.size === limits.keys) this.#refuseOnce(refusals.tooManyKeys, range)
    else {
      frame.key = text
      nodes.set(text, node)
    }
  }

  scalar(node: number, value: unknown, range: TextRange, anchor: string | null): void {
    if (anchor !== null) this.#anchors.set(anchor, { value, extent: leafExtent })
    this.#add(node, value, range, leafExtent)
  }

  open(kind: 'list' | 'map', node: number, range: TextRange, anchor: string | null): void {
    if (this.#frames.length === limits.depth) this.#refuseOnce(refusals.tooDeep, range)
    if (anchor !== null) this.#anchors.set(anchor, { value: null, extent: null })
    const list = kind === 'list' ? { value: [], nodes: [] } : null
    const map = kind === 'map' ? { value: Object.create(null), nodes: new Map() } : null
    const empty = { key: undefined, repeated: null, size: 1, height: 1 }
    this.#frames.push({ node, range, list, map, anchor, ...empty })
  }

  close(): void {
    const frame = this.#frames.pop()
    const holder = frame?.list ?? frame?.map
    if (frame === undefined || holder == null) return
    const { value, nodes } = holder
    this.#nodes.set(value, nodes)
    if (frame.anchor !== null) this.#anchors.set(frame.anchor, { value, extent: frame })
    this.#add(frame.node, value, frame.range, frame)
  }

  alias(node: number, name: string, range: TextRange): void {
    const anchor = this.#anchors.get(name)
    this.#aliased.add(name)
    const fits = this.expectsKey || this.#mayAlias(name, range, anchor)
    this.#add(node, fits ? anchor?.value : null, range, anchor?.extent ?? leafExtent)
  }

  #path(): Path {
    return this.#frames.flatMap(({ list, key, repeated }) =>
      list ? list.value.length : (key ?? repeated ?? []),
    )
  }

  #mayAlias(name: string, range: TextRange, anchor: Anchor | undefined): boolean {
    if (anchor === undefined) this.refuse(refusals.describeUnknownAlias(name), range)
    else if (anchor.extent === null) this.refuse(refusals.describeCircularAlias(name), range)
    else return this.#mayExpand(anchor.extent, range)
    return false
  }

  #mayExpand({ size, height }: Extent, range: TextRange): boolean {
    this.#expanded += size
    if (this.#expanded > limits.expanded) this.#refuseOnce(refusals.tooManyAliases, range)
    else if (this.#frames.length + height > limits.depth) this.#refuseOnce(refusals.tooDeep, range)
    else return true
    return false
  }

  #add(node: number, value: unknown, range: TextRange, extent: Extent): void {
    const frame = this.#frames.at(-1)
    if (frame === undefined) {
      this.#root = value
      this.#rootNode = node
      return
    }
    frame.size += extent.size
    frame.height = Math.max(frame.height, extent.height + 1)
    if (frame.list) {
      frame.list.value.push(value)
      frame.list.nodes.push(node)
    } else if (frame.key === undefined) {
      this.refuse(refusals.complexKey, range)
      frame.key = null
    } else {
      if (frame.map && frame.key !== null) frame.map.value[frame.key] = value
      frame.key = undefined
    }
  }

  #refuseDuplicate(key: string, first: number, range: TextRange): void {
    const path = [...this.#path(), key]
    this.refuse(refusals.describeDuplicateKey(key, this.#lineOf(first)), range, { path, at: 'key' })
  }

  /** Each limit is a problem once. */
  #refuseOnce(limit: Refusal, range: TextRange): void {
    if (this.#limitsMet.has(limit)) return
    this.#limitsMet.add(limit)
    this.refuse(limit, range)
  }
}

const leafExtent: Extent = { size: 1, height: 0 }
