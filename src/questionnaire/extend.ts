import { decode } from '../model/decode.ts'
import { suggestWordEarly } from '../model/did-you-mean.ts'
import type { Finding } from '../model/finding.ts'
import type { Change, DimensionChanges, QuestionnaireChanges } from '../model/questionnaire-file.ts'
import type { DecodedQuestionnaire } from './decoded-questionnaire.ts'
import { dropParts } from './drop.ts'
import { mergeEntries, type SourcedEntry } from './merge-entries.ts'
import {
  type DimensionPart,
  getEntryOrigin,
  type PartOrigin,
  placeFinding,
  placeUnknownReference,
  resolveOriginPath,
  type SourcedFinding,
} from './sourced-finding.ts'

/** What a questionnaire says of how it differs from the one it extends. */
export interface QuestionnaireExtension {
  readonly main: QuestionnaireChanges
  /** The number of its own file. */
  readonly source: number
  readonly dimensions: readonly {
    readonly changes: DimensionChanges
    readonly origin: PartOrigin
  }[]
}

interface ExtendedQuestionnaire {
  readonly decoded: DecodedQuestionnaire
  readonly findings: readonly SourcedFinding[]
}

/** The parts of a questionnaire that extends another: first it drops, then it adds and changes by id. */
export function extendQuestionnaire(
  base: DecodedQuestionnaire,
  layer: QuestionnaireExtension,
): ExtendedQuestionnaire {
  const findings: SourcedFinding[] = []
  const left = dropParts(base, layer.main.drop ?? [], layer.source, findings)
  const dimensions = mergeEntries(
    left.parts.map(toDimensionEntry),
    layer.dimensions.map(({ changes, origin }) => ({ value: changes as Change, origin })),
    { what: 'dimension', needs: ['title'], prefix: '' },
    findings,
  )
  const loose = listTopLevelEntries(layer, dimensions, findings)
  const parts = dimensions.flatMap((dimension) => {
    const before = left.parts.find(({ file }) => file.id === dimension.value.id) ?? null
    const entries = listDimensionChanges(layer, dimension.value.id, loose)
    return applyDimensionChanges(before, dimension, entries, findings)
  })
  const { main, places } = applyMainChanges(left, layer, findings)
  return { decoded: { main, places, parts }, findings }
}

type EntrySection = 'questions' | 'checks'
type SectionEntries = Readonly<Record<EntrySection, readonly SourcedEntry[]>>

const sections = ['questions', 'checks'] as const

function toDimensionEntry({ file, origin }: DimensionPart): SourcedEntry {
  const { questions, checks, ...value } = file
  return { value, origin }
}

/** Questions and checks at the top of the file, by their full ids. */
function listTopLevelEntries(
  { main, source }: QuestionnaireExtension,
  dimensions: readonly SourcedEntry[],
  findings: SourcedFinding[],
): ReadonlyMap<string, SectionEntries> {
  const known = dimensions.map(({ value }) => value.id)
  const loose = new Map<string, { questions: SourcedEntry[]; checks: SourcedEntry[] }>()
  for (const section of sections) {
    for (const [index, change] of (main[section] ?? []).entries()) {
      const origin = { source, base: [section, index] }
      const [dimension = '', id] = change.id.split('.')
      if (id === undefined) {
        const message = { say: 'entry-without-dimension', id: change.id } as const
        findings.push(placeFinding(origin, ['id'], message))
      } else if (!known.includes(dimension)) {
        const hint = suggestWordEarly(findings.length, dimension, known)
        const message = { say: 'dimension-unknown', id: dimension, hint } as const
        findings.push(placeUnknownReference(origin, ['id'], message))
      } else {
        const entries = loose.get(dimension) ?? { questions: [], checks: [] }
        entries[section].push({ value: { ...change, id }, origin })
        loose.set(dimension, entries)
      }
    }
  }
  return loose
}

function listDimensionChanges(
  layer: QuestionnaireExtension,
  dimension: string,
  loose: ReadonlyMap<string, SectionEntries>,
): SectionEntries {
  const own = layer.dimensions.find(({ changes }) => changes.id === dimension)
  const inPlace = (section: EntrySection): readonly SourcedEntry[] =>
    (own?.changes[section] ?? []).map((value, index) => {
      const { source, base } = own?.origin ?? { source: layer.source, base: [] }
      return { value, origin: { source, base: [...base, section, index] } }
    })
  const atTop = loose.get(dimension)
  return {
    questions: [...inPlace('questions'), ...(atTop?.questions ?? [])],
    checks: [...inPlace('checks'), ...(atTop?.checks ?? [])],
  }
}

const requiredKeys = { questions: ['ask', 'type'], checks: ['title', 'assert', 'message'] } as const

function applyDimensionChanges(
  before: DimensionPart | null,
  { value, origin }: SourcedEntry,
  changes: SectionEntries,
  findings: SourcedFinding[],
): readonly DimensionPart[] {
  const merged = (section: EntrySection) => {
    const base = before?.file[section].map((entry, index) => ({
      value: entry,
      origin: getEntryOrigin(before, section, index),
    }))
    const kind = {
      what: section === 'questions' ? 'question' : 'check',
      needs: requiredKeys[section],
      prefix: `${value.id}.`,
    } as const
    return mergeEntries(base ?? [], changes[section], kind, findings)
  }
  const isUntouched = before !== null && sections.every((section) => changes[section].length === 0)
  if (isUntouched && origin === before.origin) return [before]
  const [questions, checks] = [merged('questions'), merged('checks')]
  const { questions: _, checks: __, accordant, ...own } = value
  const decoded = decode('dimension', {
    ...own,
    accordant: 'dimension/1',
    questions: questions.map((entry) => entry.value),
    checks: checks.map((entry) => entry.value),
  })
  const entries = { questions: questions.map(getOrigin), checks: checks.map(getOrigin) }
  findings.push(...decoded.findings.map((finding) => placeMergedFinding(finding, origin, entries)))
  if (decoded.value === null) return before === null ? [] : [before]
  return [{ file: decoded.value, origin, entries }]
}

function getOrigin({ origin }: SourcedEntry): PartOrigin {
  return origin
}

/** A finding on merged entries, put where the entry at fault is written. */
function placeMergedFinding(
  finding: Finding,
  top: PartOrigin,
  lists: Readonly<Record<string, readonly PartOrigin[]>>,
): SourcedFinding {
  const [list, index, ...rest] = finding.path
  const entry = typeof index === 'number' ? lists[String(list)]?.[index] : undefined
  const { source, path } =
    entry === undefined ? resolveOriginPath(top, finding.path) : resolveOriginPath(entry, rest)
  return { source, finding: { ...finding, path } }
}

/** Keys of the questionnaire's own file that are taken over where they are not written. */
const inheritedKeys = [
  'title',
  'why',
  'coverage',
  'leastPartners',
  'minutes',
  'shown',
  'audiences',
] as const

function applyMainChanges(
  { main, places }: DecodedQuestionnaire,
  { main: changes, source }: QuestionnaireExtension,
  findings: SourcedFinding[],
): Pick<DecodedQuestionnaire, 'main' | 'places'> {
  const list = (key: 'levels' | 'profile') => {
    const base = main[key].map((value, index) => ({
      value,
      origin: places[key][index] ?? { source, base: ['extends'] },
    }))
    const own = (changes[key] ?? []).map((value, index) => ({
      value,
      origin: { source, base: [key, index] },
    }))
    const kind =
      key === 'levels'
        ? ({ what: 'level', needs: ['title', 'score'], prefix: '' } as const)
        : ({ what: 'profile question', needs: ['ask', 'type'], prefix: '' } as const)
    return mergeEntries(base, own, kind, findings)
  }
  const levels = list('levels').toSorted((a, b) => getLevelScore(b) - getLevelScore(a))
  const profile = list('profile')
  const taken = inheritedKeys.flatMap((key) => {
    const value = changes[key] === undefined ? main[key] : changes[key]
    return value === undefined || value === null ? [] : [[key, value] as const]
  })
  const decoded = decode('questionnaire', {
    accordant: 'questionnaire/1',
    id: changes.id,
    version: changes.version,
    ...Object.fromEntries(taken),
    words: changes.words === null ? {} : { ...main.words, ...toObject(changes.words) },
    scales: changes.scales === null ? {} : { ...main.scales, ...toObject(changes.scales) },
    levels: levels.map((entry) => entry.value),
    profile: profile.map((entry) => entry.value),
    dimensions: ['in place'],
  })
  const origins = { levels: levels.map(getOrigin), profile: profile.map(getOrigin) }
  const top = { source, base: [] }
  findings.push(...decoded.findings.map((finding) => placeMergedFinding(finding, top, origins)))
  if (decoded.value !== null) return { main: decoded.value, places: origins }
  const { id, version } = changes
  return { main: { ...main, id, version }, places }
}

function getLevelScore({ value }: SourcedEntry): number {
  return typeof value.score === 'number' ? value.score : 0
}

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/**
 * What is wrong with an inherited part that is right where it comes from (`where`): reported at the drop or the level that the
 * message names, or else at `extends`.
 */
export function placeInheritedFinding(
  { finding }: SourcedFinding,
  layer: QuestionnaireExtension,
  where: string,
): SourcedFinding {
  const { message, within, ...rest } = finding
  const named = (id: string) => namesId(message, id)
  const dropped = (layer.main.drop ?? []).findIndex(named)
  const level = (layer.main.levels ?? []).findIndex(({ id }) => named(id))
  const changed = level === -1 ? ['extends'] : ['levels', level]
  const path = dropped === -1 ? changed : ['drop', dropped]
  return {
    source: layer.source,
    finding: { ...rest, message: { say: 'inherited-problem', problem: message, where }, path },
  }
}

function namesId(value: unknown, id: string): boolean {
  if (typeof value === 'object' && value !== null)
    return Object.values(value).some((part) => namesId(part, id))
  return typeof value === 'string' && (value === id || value.includes(`"${id}"`))
}

/** Is the place of the finding in a file of this layer? */
export function isExtensionFinding(
  { source, finding }: SourcedFinding,
  layer: QuestionnaireExtension,
): boolean {
  const sources = [layer.source, ...layer.dimensions.map(({ origin }) => origin.source)]
  return sources.includes(source) && finding.path[0] !== 'extends'
}
