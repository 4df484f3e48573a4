import type { Prose, ProseSection } from '../model/prose.ts'
import { createWordIndex, type TopicHit, weakWeight } from './word-index.ts'

/** Looks for the topics of checks in what was not read of a document. Source: design section 2, Prose. */
export interface TopicFinder {
  /**
   * The lines of the unread passages that deal with the topic, in the order of the document; none where it stands nowhere. Under
   * a title that has the topic these are the passages with most of its words, or else the first unread one; under other titles
   * only passages that have its words. Not all lines are given, so that most of them are about the topic.
   */
  findLines(topic: readonly string[]): readonly number[]
  /** Words read, over all words of the sections that have one of the topics or anything read; null where there are no such words. */
  measureRead(topics: readonly (readonly string[])[]): number | null
}

/** The document is indexed once, here; each topic then costs little. */
export function createTopicFinder({ sections }: Prose): TopicFinder {
  const index = createWordIndex()
  const findEdges = createEdges(sections)
  const firstOwn = hasOneTitle(sections) ? 1 : 0
  /** By the number of a title, the sections it stands over; by that of an unread passage, where it is. */
  const sectionsUnder = new Map<number, number[]>()
  const places = new Map<number, { readonly section: number; readonly line: number }>()
  const unitsByTitle = new Map<string, number>()
  const units = sections.map((section, at) => {
    const titles = section.titles.map((title, depth) => {
      const unit = unitsByTitle.get(title) ?? index.addTitle(title)
      unitsByTitle.set(title, unit)
      const isOver = depth >= firstOwn || section.titles.length === 1
      const under = sectionsUnder.get(unit) ?? []
      if (isOver && under.at(-1) !== at && under.length < maxTitled) under.push(at)
      sectionsUnder.set(unit, under)
      return unit
    })
    const passages = section.passages.flatMap(({ line, unread }, which) => {
      const follows = section.passages[which - 1]?.line === line
      const unit = index.addPassage(unread, follows, findEdges(line, unread))
      if (index.isEmpty(unit)) return []
      places.set(unit, { section: at, line })
      return [unit]
    })
    return { titles, passages }
  })

  const gather = (passages: readonly number[], hits: ReadonlyMap<number, TopicHit>) => {
    const candidates: Candidate[] = []
    for (const unit of passages) {
      const { line = 0 } = places.get(unit) ?? {}
      const { weight = 0 } = hits.get(unit) ?? {}
      const last = candidates.at(-1)
      if (last?.line === line) last.weight += weight
      else candidates.push({ line, weight })
    }
    return candidates
  }

  const findLines = (topic: readonly string[]) => {
    const hits = index.find(topic)
    const sectionsTitled: number[] = []
    const found: number[] = []
    for (const unit of hits.keys()) {
      if (places.has(unit)) found.push(unit)
      else sectionsTitled.push(...(sectionsUnder.get(unit) ?? []))
    }
    const titled = new Set(sectionsTitled.sort((a, b) => a - b).slice(0, maxTitled))
    /** By the innermost title that has the topic, with those around it: two sections may be called alike. */
    const groups = new Map<string, Group>()
    for (const at of titled) {
      const { titles, passages } = units[at] ?? noUnits
      const depth = titles.findLastIndex((unit) => hits.has(unit))
      const key = titles.slice(0, depth + 1).join()
      const { weight = 0, share = 0 } = hits.get(titles[depth] ?? -1) ?? {}
      const group = groups.get(key) ?? { weight: weight * (0.5 + share), candidates: [] }
      groups.set(key, group)
      group.candidates.push(...gather(passages, hits))
      const section = sections[at]
      // A title that is all there is, such as "Dated 1 May 2027".
      if (section?.passages.length === 0 && depth === titles.length - 1) {
        group.candidates.push({ line: section.line, weight: 0 })
      }
    }
    const others = found.filter((unit) => !titled.has(places.get(unit)?.section ?? -1))
    others.sort((a, b) => a - b)
    const chosen = choose([...groups.values()], gather(others, hits))
    return [...new Set(chosen.map(({ line }) => line))].sort((a, b) => a - b)
  }

  const measureRead = (topics: readonly (readonly string[])[]) => {
    const hits = index.find(topics.flat())
    const counted = sections.filter((section, at) => {
      const { titles, passages } = units[at] ?? noUnits
      const hasTopic = [...titles, ...passages].some((unit) => hits.has(unit))
      return section.counted && (hasTopic || sumWords(section, 'wordsRead') > 0)
    })
    const words = counted.reduce((sum, section) => sum + sumWords(section, 'words'), 0)
    const read = counted.reduce((sum, section) => sum + sumWords(section, 'wordsRead'), 0)
    return words === 0 ? null : read / words
  }

  return { findLines, measureRead }
}

/** An unread passage, or those of a row. */
interface Candidate {
  readonly line: number
  /** How much of the topic it has. */
  weight: number
}

/** What stands under a title that has the topic. */
interface Group {
  /** How much of the topic the title has: more where it is about nothing else. */
  readonly weight: number
  readonly candidates: Candidate[]
}

const noUnits = { titles: [], passages: [] }
/** Of more sections whose titles have a topic the first are looked through; none of ours comes near. */
const maxTitled = 200
/** Groups and passages with less of the topic than this share of the best one are left out. */
const leastShare = 0.5
const mostGroups = 2
const mostUnderTitle = 3
const mostElsewhere = 3
/** Where a title has the topic, a passage under another one has to say this much. */
const leastBesideTitles = 5
/** Where the best passage has less of the topic than this, it is the only one: others were mostly about something else. */
const clearUnderTitle = 2
const clearElsewhere = 4

/** The lines to point to: few, so that most of them are about the topic. */
function choose(groups: readonly Group[], others: readonly Candidate[]): readonly Candidate[] {
  const ranked = groups
    .filter(({ candidates }) => candidates.length > 0)
    .map(({ weight, candidates }) => ({ candidates, weight: weight + findTop(candidates) }))
    .toSorted((a, b) => b.weight - a.weight)
  const least = (ranked[0]?.weight ?? 0) * leastShare
  const under = ranked
    .filter(({ weight }) => weight >= least)
    .slice(0, mostGroups)
    .flatMap(({ candidates }) => {
      const most = findTop(candidates) < clearUnderTitle ? 1 : mostUnderTitle
      const best = chooseBest(candidates, weakWeight, most)
      return best.length > 0 ? best : candidates.slice(0, 1)
    })
  if (under.length > 0) return [...under, ...chooseBest(others, leastBesideTitles, 1)]
  return chooseBest(others, weakWeight, findTop(others) < clearElsewhere ? 1 : mostElsewhere)
}

/** Those that have most of the topic; of equal ones the first. */
function chooseBest(
  candidates: readonly Candidate[],
  least: number,
  most: number,
): readonly Candidate[] {
  const top = findTop(candidates)
  return candidates
    .filter(({ weight }) => weight >= Math.max(least, top * leastShare))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
}

function findTop(candidates: readonly Candidate[]): number {
  return candidates.reduce((best, { weight }) => Math.max(best, weight), 0)
}

function sumWords({ passages }: ProseSection, key: 'words' | 'wordsRead'): number {
  return passages.reduce((sum, passage) => sum + passage[key], 0)
}

/** How many lines with text count as the opening, where a document says what it is, and as its end, where people sign. */
const edge = 6

/** An opening sentence has more words, and a signature has fewer. */
const fewWords = 4
const manyWords = 24

function createEdges(
  sections: Prose['sections'],
): (line: number, text: string) => readonly string[] {
  const lines = [...new Set(sections.flatMap(({ passages }) => passages.map(({ line }) => line)))]
  const opening = lines.slice(0, edge).at(-1) ?? 0
  const end = lines.slice(-edge)[0] ?? 0
  return (line, text) => {
    const words = text.split(' ', manyWords + 1).length
    return [
      ...(line <= opening && words >= fewWords ? ['<opening>'] : []),
      ...(line >= end && words <= manyWords ? ['<end>'] : []),
    ]
  }
}

/** Are all titles under that of the document? It says nothing of the sections under it. */
function hasOneTitle(sections: Prose['sections']): boolean {
  const tops = new Set(sections.flatMap(({ titles }) => titles.slice(0, 1)))
  return tops.size === 1 && sections.filter(({ titles }) => titles.length > 1).length > 2
}
