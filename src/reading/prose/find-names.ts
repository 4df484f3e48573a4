import { toSlug } from '../../model/slug.ts'
import type { MapEntry, MapNode, PlanNode } from './tree.ts'

/** What the names in a plan are the names of. */
export interface NameFinder {
  person(name: string): FoundName
  partner(name: string): FoundName
  objective(name: string): FoundName
}

/** An id; or why there is none. */
type FoundName =
  | { readonly id: string }
  | { readonly id: null; readonly reason: 'several' | 'unknown' }

/** Finds ids by names. People and partners without an id get one, and so does an objective that is named by its goal. */
export function createNameFinder(root: MapNode): NameFinder {
  const people = giveIds(listEntries(root, 'people'), 'person')
  const partners = giveIds(listEntries(root, 'partners'), 'partner')
  const bodies = listEntries(root, 'governance').flatMap(({ entries }) => {
    const id = getText(entries.get('id'))
    return id === null ? [] : [{ id, name: id.replaceAll('-', ' ') }]
  })
  const person = createFinder(people)
  const body = createFinder(bodies)
  const findPerson = (name: string): FoundName => {
    const found = person(name)
    const other = found.id === null && found.reason === 'unknown' ? body(name) : found
    return other.id === null ? found : other
  }
  const objective = createObjectiveFinder(listEntries(root, 'objectives'))
  return { person: findPerson, partner: createFinder(partners), objective }
}

function listEntries(root: MapNode, key: string): readonly MapNode[] {
  const node = root.entries.get(key)?.node
  const items: readonly PlanNode[] = node?.kind === 'list' ? node.items : []
  return items.filter((item) => item.kind === 'map')
}

/** A name without a Latin letter gives no id: then its number does. */
function giveIds(maps: readonly MapNode[], kind: 'partner' | 'person') {
  const taken = new Set(maps.flatMap(({ entries }) => getText(entries.get('id')) ?? []))
  return maps.map((map, index) => {
    const name = getText(map.entries.get('name'))
    const own = getText(map.entries.get('id'))
    if (own !== null || name === null) return { id: own ?? '', name }
    const base = toSlug(name, 70) || `${kind}-${index + 1}`
    let id = base
    for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
    taken.add(id)
    setId(map, id, map.entries.get('name'))
    return { id, name }
  })
}

/** Its place is that of the name. */
function setId({ entries, place }: MapNode, id: string, named: MapEntry | undefined): void {
  const at = named?.node.kind === 'scalar' ? named.node.place : place
  const rest = [...entries].filter(([key]) => key !== 'id')
  const node = { kind: 'scalar', value: id, place: at, exact: false } as const
  entries.clear()
  entries.set('id', { key: named?.key ?? at, node })
  for (const [key, entry] of rest) entries.set(key, entry)
}

function createObjectiveFinder(maps: readonly MapNode[]): NameFinder['objective'] {
  const ids = maps.flatMap(({ entries }) => getText(entries.get('id')) ?? [])
  const known = maps.map((map, index) => {
    const own = getText(map.entries.get('id'))
    return { id: own ?? getFreeId(ids, index), name: getText(map.entries.get('goal')), own, map }
  })
  const find = createFinder(known)
  return (name) => {
    const found = find(name)
    const named = known.find(({ id, own }) => own === null && id === found.id)
    if (named !== undefined && !named.map.entries.has('id')) {
      setId(named.map, named.id, named.map.entries.get('goal'))
    }
    return found
  }
}

function getFreeId(ids: readonly string[], index: number): string {
  let id = `o${index + 1}`
  while (ids.includes(id)) id = `${id}-${index + 1}`
  return id
}

function getText(entry: MapEntry | undefined): string | null {
  const { node } = entry ?? {}
  if (node?.kind !== 'scalar' && node?.kind !== 'yaml') return null
  return typeof node.value === 'string' && node.value !== '' ? node.value : null
}

/** Names that are the same no matter how they are written; a first or last word is enough where only one name has it. */
function createFinder(named: readonly { readonly id: string; readonly name: string | null }[]) {
  const ids = new Set(named.map(({ id }) => id))
  const byName = new Map<string, string[]>()
  const byWord = new Map<string, string[]>()
  for (const { id, name } of named) {
    if (name === null) continue
    const whole = normalizeName(name)
    addName(byName, whole, id)
    const words = whole.split(' ')
    for (const word of new Set([words[0], words.at(-1)]))
      if (word !== undefined) addName(byWord, word, id)
  }
  return (written: string): FoundName => {
    const text = written.trim()
    if (ids.has(text)) return { id: text }
    const bare = normalizeName(text)
    const found = byName.get(bare) ?? byName.get(normalizeName(text.replace(/\s*\([^()]*\)$/, '')))
    const [only, ...others] = found ?? (ids.has(bare) ? [bare] : (byWord.get(bare) ?? []))
    if (only !== undefined && others.length === 0) return { id: only }
    return { id: null, reason: only === undefined ? 'unknown' : 'several' }
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
