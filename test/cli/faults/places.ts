import { type Emitted, markOf } from './emit.ts'
import { at, type Steps, type Tree } from './tree.ts'

/**
 * Where a finding has to stand, told from the tree and the writer's marks alone: a map at its first key, a list at its first
 * item, an empty value at its key, what is missing at the key of the nearest parent that is there (an item's first key, or
 * the first key of all).
 */
export function expectedOffset(
  { marks }: Emitted,
  tree: Tree,
  path: Steps,
  part: 'key' | 'value',
): number {
  const there = path.findIndex((_, index) => at(tree, path.slice(0, index + 1)) === undefined)
  if (there === -1) return part === 'key' ? atKey(path) : atValue(path)
  return atKey(path.slice(0, there))

  function atKey(own: Steps): number {
    const isKey = typeof own.at(-1) === 'string'
    return (isKey ? marks.get(markOf('key', own)) : undefined) ?? atValue(own)
  }

  function atValue(own: Steps): number {
    const value = at(tree, own)
    const first =
      value?.kind === 'map'
        ? value.entries[0]?.key
        : value?.kind === 'list' && value.items.length > 0
          ? 0
          : undefined
    if (first === undefined) {
      return marks.get(markOf('value', own)) ?? marks.get(markOf('key', own)) ?? 0
    }
    return value?.kind === 'map' ? atKey([...own, first]) : atValue([...own, first])
  }
}

/** From 1, in UTF-16 units; a line feed ends a line, with a carriage return before it or without. */
export function lineAndColumn(text: string, offset: number): readonly [number, number] {
  const before = text.slice(0, offset)
  return [before.split('\n').length, offset - (before.lastIndexOf('\n') + 1) + 1]
}
