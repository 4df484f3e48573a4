import { decode, decodeChanges, markRefused } from '../../model/decode.ts'
import type { Finding, Path } from '../../model/finding.ts'
import { holdsUnread, unread } from '../../model/unread.ts'
import { getValueAt, isMap } from '../../model/value.ts'
import type { SourcedFinding } from '../../questionnaire/sourced-finding.ts'
import { type DecodedSource, placeFindings, type Source } from './source.ts'

/** What stands in for parts of a questionnaire that were refused, so that nothing false is said of the others. */
export interface StandIns {
  /** Ids of parts that are there, though nobody knows what they say. */
  readonly ids: Set<string>
  readonly places: { readonly file: string; readonly path: Path }[]
  /** Is there a part of which not even the id is known? Then an id that leads nowhere may be its own. */
  areOpen: boolean
}

export function createStandIns(): StandIns {
  return { ids: new Set(), places: [], areOpen: false }
}

/**
 * Decodes a file of a questionnaire, or of changes to one, part by part: a part in which something is refused is replaced by one
 * that says nothing and has its id. The findings have every error, and the value is null where no more can be said.
 */
export function decodeRepaired<T>(
  kind: 'questionnaire' | 'dimension',
  isChange: boolean,
  source: Source,
  standIns: StandIns,
): DecodedSource<T> {
  const door = (value: unknown) => (isChange ? decodeChanges(kind, value) : decode(kind, value))
  const { findings: own, partial, refused } = source.document
  if (partial === undefined) {
    standIns.areOpen = true
    return { value: null, findings: own }
  }
  const { value, findings } = door(partial)
  const all = [...own, ...placeFindings(source, findings)]
  if (value !== null && refused.length === 0) return { value: value as T, findings: all }
  const marked = markRefused(kind, partial, refused, findings)
  const repaired = isMap(marked) ? repairFile(marked, { source, isChange, standIns }, []) : null
  const again = repaired === null ? null : door({ ...repaired, accordant: `${kind}/1` }).value
  if (again === null) standIns.areOpen = true
  return { value: again as T | null, findings: all }
}

interface Repair {
  readonly source: Source
  readonly isChange: boolean
  readonly standIns: StandIns
}

type PartBuilder = (id: string, index: number, count: number) => unknown

const question: PartBuilder = (id) => ({ id, ask: '…', type: 'text' })

/** Parts by the list that they stand in. */
const partBuilders: Readonly<Record<string, PartBuilder>> = {
  questions: question,
  profile: question,
  checks: (id) => ({ id, title: '…', assert: 'true', message: '…' }),
  levels: (id, index, count) => ({ id, title: '…', score: (100 * (count - 1 - index)) / count }),
}

/** What a file or a dimension needs, where nobody can read it. */
const neededTexts: Readonly<Record<string, string>> = { id: 'unread', version: '0', title: '…' }

/** What no other part names. */
const plainKeys: ReadonlySet<string> = new Set(['title', 'why', 'weight', 'version', 'coverage'])

/** A questionnaire, or a dimension, whose parts are all right by themselves. */
function repairFile(
  file: Readonly<Record<string, unknown>>,
  repair: Repair,
  path: Path,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(file).flatMap(([key, value]) => {
    const at = [...path, key]
    if (!holdsUnread(value)) return [[key, value] as const]
    const build = partBuilders[key]
    if (key === 'dimensions' && Array.isArray(value)) {
      const repaired = value.map((item, index) => repairDimension(item, repair, [...at, index]))
      return [[key, repaired] as const]
    }
    const parts = value === unread && key === 'levels' ? [unread, unread] : value
    if (build !== undefined && Array.isArray(parts)) {
      return [[key, repairParts(parts, build, repair, at)] as const]
    }
    if (isMap(value)) noteStandIn(repair, at, Object.keys(value))
    else noteStandIn(repair, at, plainKeys.has(key) ? [] : null)
    const needed = repair.isChange && key === 'title' ? undefined : neededTexts[key]
    return needed === undefined ? [] : [[key, needed] as const]
  })
  return Object.fromEntries(entries)
}

function repairDimension(item: unknown, repair: Repair, path: Path): unknown {
  if (!holdsUnread(item)) return item
  if (isMap(item)) return repairFile(item, repair, path)
  noteStandIn(repair, path, null)
  return { id: `unread-${path.at(-1)}`, title: '…' }
}

/** Levels depend on each other, so that all of them are replaced. */
function repairParts(
  parts: readonly unknown[],
  build: PartBuilder,
  repair: Repair,
  path: Path,
): readonly unknown[] {
  const areLevels = path.at(-1) === 'levels'
  if (areLevels && repair.isChange) repair.standIns.areOpen = true
  return parts.map((part, index) => {
    if (!areLevels && !holdsUnread(part)) return part
    const id = isMap(part) && typeof part.id === 'string' ? part.id : null
    noteStandIn(repair, areLevels ? path : [...path, index], id === null ? null : [id])
    const own = id ?? `unread-${index}`
    return repair.isChange ? { id: own } : build(own, index, parts.length)
  })
}

function noteStandIn(
  { source, standIns }: Repair,
  path: Path,
  ids: readonly string[] | null,
): void {
  standIns.places.push({ file: source.file, path })
  if (ids === null) standIns.areOpen = true
  for (const id of ids ?? []) standIns.ids.add(id)
}

/** Without what may only be so because a part was replaced: said of it, of what it is in, or of its id. */
export function dropDoubtful(
  found: readonly SourcedFinding[],
  sources: readonly Source[],
  standIns: StandIns,
): readonly SourcedFinding[] {
  if (standIns.places.length === 0 && !standIns.areOpen) return found
  return found.filter(({ source, finding }) => {
    const own = sources[source]
    if (standIns.areOpen && openIds.has(finding.id)) return false
    const isNear = standIns.places.some(
      ({ file, path }) => file === own?.file && isOnOnePath(path, finding.path),
    )
    return !isNear && !namesAny(standIns.ids, finding, own)
  })
}

/** Findings that a part that nobody can read may explain. */
const openIds: ReadonlySet<string> = new Set(['reference.unknown', 'expression.error'])

function isOnOnePath(a: Path, b: Path): boolean {
  return a.slice(0, b.length).every((key, depth) => key === b[depth])
}

/** Does a finding, or the text that it is about, name one of these ids? A word that is only suggested does not count. */
function namesAny(ids: ReadonlySet<string>, finding: Finding, source?: Source): boolean {
  const { path, message, within } = finding
  const written = getValueAt(source?.document.partial, path)
  const isPart = typeof written === 'string' && within !== undefined
  const about = isPart ? written.slice(within.start, within.end) : written
  const text = JSON.stringify([message, about], (key, value) => (key === 'hint' ? null : value))
  return (text.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []).some((word) => ids.has(word))
}
