import { toSlug } from '../../model/slug.ts'

import type { NameResolver, ResolvedName } from './reading.ts'
import type { MapEntry, MapNode, PlanNode } from './tree.ts'

/** What the names in a plan stand for. People and partners without an id get one, as do objectives that are named by their goal. */
export function buildNameResolver(root: MapNode): NameResolver {
  const people = addIds(listEntities(root, 'people'), 'name', 'person')
  const partners = addIds(listEntities(root, 'partners'), 'name', 'partner')
  const bodies = listEntities(root, 'governance').flatMap(({ map }) => {
    const id = map.entries.get('id')
    const text = getText(id?.node)
    return text === null ? [] : [{ id: text, name: text.replaceAll('-', ' ') }]
  })
  const person = createNameFinder(people)
  const body = createNameFinder(bodies)
  return {
    person: (name) => {
      const found = person(name)
      if (found.id !== null || found.reason === 'several') return found
      const steering = body(name)
      return steering.id === null ? found : steering
    },
    partner: createNameFinder(partners),
    objective: createObjectiveFinder(listEntities(root, 'objectives')),
  }
}

interface Entity {
  readonly map: MapNode
  readonly index: number
}

function listEntities(root: MapNode, key: string): readonly Entity[] {
  const node = root.entries.get(key)?.node
  const items: readonly PlanNode[] = node?.kind === 'list' ? node.items : []
  return items.flatMap((map, index) => (map.kind === 'map' ? [{ map, index }] : []))
}

function addIds(entities: readonly Entity[], nameKey: string, word: string) {
  const taken = new Set(entities.flatMap(({ map }) => getText(map.entries.get('id')?.node) ?? []))
  return entities.map(({ map, index }) => {
    const name = getText(map.entries.get(nameKey)?.node)
    const id =
      getText(map.entries.get('id')?.node) ?? addMissingId(map, nameKey, taken, index, word)
    return { id, name }
  })
}

function addMissingId(
  map: MapNode,
  nameKey: string,
  taken: Set<string>,
  index: number,
  word: string,
): string {
  const named = map.entries.get(nameKey)
  const base = (toSlug(getText(named?.node) ?? '') || `${word}-${index + 1}`)
    .slice(0, 70)
    .replace(/-$/, '')
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  setId(map, id, named)
  return id
}

/** Its place is that of the name. */
function setId({ entries, place }: MapNode, id: string, named: MapEntry | undefined): void {
  const at = named?.node.kind === 'scalar' ? named.node.place : place
  const rest = [...entries]
  entries.clear()
  entries.set('id', {
    key: named?.key ?? at,
    node: { kind: 'scalar', value: id, place: at, exact: false },
  })
  for (const [key, entry] of rest) if (key !== 'id') entries.set(key, entry)
}

function createObjectiveFinder(entities: readonly Entity[]): NameResolver['objective'] {
  const ids = entities.flatMap(({ map }) => getText(map.entries.get('id')?.node) ?? [])
  const known = entities.map(({ map, index }) => {
    const own = getText(map.entries.get('id')?.node)
    return {
      id: own ?? findFreeId(ids, index),
      name: getText(map.entries.get('goal')?.node),
      own,
      map,
    }
  })
  const find = createNameFinder(known)
  return (name) => {
    const found = find(name)
    const objective = known.find(({ id, own }) => own === null && id === found.id)
    if (objective !== undefined && !objective.map.entries.has('id')) {
      setId(objective.map, objective.id, objective.map.entries.get('goal'))
    }
    return found
  }
}

function findFreeId(ids: readonly string[], index: number): string {
  let id = `o${index + 1}`
  while (ids.includes(id)) id = `${id}-${index + 1}`
  return id
}

function getText(node: PlanNode | undefined): string | null {
  if (node?.kind !== 'scalar' && node?.kind !== 'yaml') return null
  return typeof node.value === 'string' && node.value !== '' ? node.value : null
}

/** Names that are the same no matter how they are written; a first or last word is enough where only one name has it. */
function createNameFinder(
  entries: readonly { readonly id: string; readonly name: string | null }[],
) {
  const byId = new Set(entries.map(({ id }) => id))
  const byName = new Map<string, string[]>()
  const byWord = new Map<string, string[]>()
  for (const { id, name } of entries) {
    if (name === null) continue
    const whole = normalizeName(name)
    addName(byName, whole, id)
    const words = whole.split(' ')
    for (const word of new Set([words[0], words.at(-1)]))
      if (word !== undefined) addName(byWord, word, id)
  }
  return (written: string): ResolvedName => {
    const text = written.trim()
    if (byId.has(text)) return { id: text }
    const bare = normalizeName(text)
    const found = byName.get(bare) ?? byName.get(normalizeName(text.replace(/\s*\([^()]*\)$/, '')))
    if (found?.length === 1 && found[0] !== undefined) return { id: found[0] }
    if (found !== undefined) return { id: null, reason: 'several' }
    if (byId.has(bare)) return { id: bare }
    const [only, ...others] = byWord.get(bare) ?? []
    return only === undefined || others.length > 0 ? { id: null, reason: 'unknown' } : { id: only }
  }
}

function addName(map: Map<string, string[]>, name: string, id: string): void {
  const known = map.get(name)
  if (known === undefined) map.set(name, [id])
  else known.push(id)
}

/** For finding out whether two names are the same: whatever the case, the space between and an article. */
function normalizeName(name: string): string {
  const plain = name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
  return plain.startsWith('the ') ? plain.slice('the '.length) : plain
}
