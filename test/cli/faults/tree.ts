/** A plan as it is going to be written. Maps are lists of entries, so that a key can stand there twice. */
export type Tree = Scalar | ListTree | MapTree

export interface Scalar {
  readonly kind: 'scalar'
  readonly value: string | number | null
  /** Written as it is, whatever it means to YAML. */
  readonly raw?: boolean
}

export interface ListTree {
  readonly kind: 'list'
  readonly items: Tree[]
}

export interface MapTree {
  readonly kind: 'map'
  readonly entries: Entry[]
}

export interface Entry {
  key: string
  value: Tree
}

export type Steps = readonly (string | number)[]

export function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(treeOf) }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, own]) => ({ key, value: treeOf(own) }))
    return { kind: 'map', entries }
  }
  return { kind: 'scalar', value: value as string | number | null }
}

/** Undefined where there is nothing. Of a key that is there twice, the last. */
export function at(tree: Tree, path: Steps): Tree | undefined {
  let here: Tree | undefined = tree
  for (const step of path) {
    if (here?.kind === 'list') here = here.items[Number(step)]
    else if (here?.kind === 'map') here = here.entries.findLast(({ key }) => key === step)?.value
    else return undefined
  }
  return here
}

export function mapAt(tree: Tree, path: Steps): MapTree {
  const found = at(tree, path)
  if (found?.kind !== 'map') throw new Error(`There is no map at ${path.join('.')}`)
  return found
}

export function listAt(tree: Tree, path: Steps): ListTree {
  const found = at(tree, path)
  if (found?.kind !== 'list') throw new Error(`There is no list at ${path.join('.')}`)
  return found
}

/** Replaces a value that is there, or adds a key. */
export function put(tree: Tree, path: Steps, value: unknown): void {
  const last = path.at(-1) ?? ''
  const parent = at(tree, path.slice(0, -1))
  if (parent?.kind === 'list') parent.items[Number(last)] = treeOf(value)
  else if (parent?.kind === 'map') {
    const entry = parent.entries.find(({ key }) => key === last)
    if (entry === undefined) parent.entries.push({ key: String(last), value: treeOf(value) })
    else entry.value = treeOf(value)
  } else throw new Error(`There is nothing at ${path.join('.')}`)
}

export function take(tree: Tree, path: Steps): void {
  const { entries } = mapAt(tree, path.slice(0, -1))
  const index = entries.findIndex(({ key }) => key === path.at(-1))
  if (index === -1) throw new Error(`There is nothing at ${path.join('.')}`)
  entries.splice(index, 1)
}

/** Every path to something, from the top down. */
export function pathsIn(tree: Tree, from: Steps = []): readonly Steps[] {
  const inside =
    tree.kind === 'list'
      ? tree.items.flatMap((item, index) => pathsIn(item, [...from, index]))
      : tree.kind === 'map'
        ? tree.entries.flatMap(({ key, value }) => pathsIn(value, [...from, key]))
        : []
  return [from, ...inside]
}
