import { kebab, sameName } from './names.ts'
import type { Named, Names } from './reading.ts'
import type { Entry, MapNode, Node } from './tree.ts'

/**
 * What the names in a plan stand for. People and partners without an id get one from their name; so do objectives that are
 * spoken of by their goal.
 */
export function namesIn(root: MapNode): Names {
  const people = withIds(mapsIn(root, 'people'), 'name', 'person')
  const partners = withIds(mapsIn(root, 'partners'), 'name', 'partner')
  const bodies = mapsIn(root, 'governance').flatMap(({ map }) => {
    const id = map.entries.get('id')
    const text = textOf(id?.node)
    return text === null ? [] : [{ id: text, name: text.replaceAll('-', ' ') }]
  })
  const person = finder(people)
  const body = finder(bodies)
  return {
    person: (name) => {
      const found = person(name)
      if (found.id !== null || found.reason === 'several') return found
      const steering = body(name)
      return steering.id === null ? found : steering
    },
    partner: finder(partners),
    objective: objectives(mapsIn(root, 'objectives')),
  }
}

interface Entity {
  readonly map: MapNode
  readonly index: number
}

function mapsIn(root: MapNode, key: string): readonly Entity[] {
  const node = root.entries.get(key)?.node
  const items: readonly Node[] = node?.kind === 'list' ? node.items : []
  return items.flatMap((map, index) => (map.kind === 'map' ? [{ map, index }] : []))
}

function withIds(entities: readonly Entity[], nameKey: string, word: string) {
  const taken = new Set(entities.flatMap(({ map }) => textOf(map.entries.get('id')?.node) ?? []))
  return entities.map(({ map, index }) => {
    const name = textOf(map.entries.get(nameKey)?.node)
    const id = textOf(map.entries.get('id')?.node) ?? give(map, nameKey, taken, index, word)
    return { id, name }
  })
}

function give(
  map: MapNode,
  nameKey: string,
  taken: Set<string>,
  index: number,
  word: string,
): string {
  const named = map.entries.get(nameKey)
  const base = (kebab(textOf(named?.node) ?? '') || `${word}-${index + 1}`)
    .slice(0, 70)
    .replace(/-$/, '')
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  putId(map, id, named)
  return id
}

/** It stands where the name stands. */
function putId({ entries, place }: MapNode, id: string, named: Entry | undefined): void {
  const at = named?.node.kind === 'scalar' ? named.node.place : place
  const rest = [...entries]
  entries.clear()
  entries.set('id', {
    key: named?.key ?? at,
    node: { kind: 'scalar', value: id, place: at, exact: false },
  })
  for (const [key, entry] of rest) if (key !== 'id') entries.set(key, entry)
}

function objectives(entities: readonly Entity[]): Names['objective'] {
  const ids = entities.flatMap(({ map }) => textOf(map.entries.get('id')?.node) ?? [])
  const known = entities.map(({ map, index }) => {
    const own = textOf(map.entries.get('id')?.node)
    return { id: own ?? free(ids, index), name: textOf(map.entries.get('goal')?.node), own, map }
  })
  const find = finder(known)
  return (name) => {
    const found = find(name)
    const objective = known.find(({ id, own }) => own === null && id === found.id)
    if (objective !== undefined && !objective.map.entries.has('id')) {
      putId(objective.map, objective.id, objective.map.entries.get('goal'))
    }
    return found
  }
}

function free(ids: readonly string[], index: number): string {
  let id = `o${index + 1}`
  while (ids.includes(id)) id = `${id}-${index + 1}`
  return id
}

function textOf(node: Node | undefined): string | null {
  if (node?.kind !== 'scalar' && node?.kind !== 'yaml') return null
  return typeof node.value === 'string' && node.value !== '' ? node.value : null
}

/** Names that are the same no matter how they are written; a first or last word is enough where only one name has it. */
function finder(entries: readonly { readonly id: string; readonly name: string | null }[]) {
  const byId = new Set(entries.map(({ id }) => id))
  const byName = new Map<string, string[]>()
  const byWord = new Map<string, string[]>()
  for (const { id, name } of entries) {
    if (name === null) continue
    const whole = sameName(name)
    add(byName, whole, id)
    const words = whole.split(' ')
    for (const word of new Set([words[0], words.at(-1)]))
      if (word !== undefined) add(byWord, word, id)
  }
  return (written: string): Named => {
    const text = written.trim()
    if (byId.has(text)) return { id: text }
    const bare = sameName(text)
    const found = byName.get(bare) ?? byName.get(sameName(text.replace(/\s*\([^()]*\)$/, '')))
    if (found?.length === 1 && found[0] !== undefined) return { id: found[0] }
    if (found !== undefined) return { id: null, reason: 'several' }
    if (byId.has(bare)) return { id: bare }
    const [only, ...others] = byWord.get(bare) ?? []
    return only === undefined || others.length > 0 ? { id: null, reason: 'unknown' } : { id: only }
  }
}

function add(map: Map<string, string[]>, name: string, id: string): void {
  const known = map.get(name)
  if (known === undefined) map.set(name, [id])
  else known.push(id)
}
